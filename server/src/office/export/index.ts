import { both } from '../../core/text/bilingual';
import { OfficeProblem, type ExportOptions, type Exported } from '../types';

/**
 * Makes of a draft the document that is published.
 * @param text the whole draft.
 * @throws OfficeProblem where the draft holds no report, or more than one, or the template is no `.docx`.
 */
export async function exportReport(_text: string, { format }: ExportOptions): Promise<Exported> {
  throw new OfficeProblem(both(`还不能导出 ${format}`, `${format} cannot be exported yet`));
}
