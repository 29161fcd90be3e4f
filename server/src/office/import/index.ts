import { both } from '../../core/text/bilingual';
import { OfficeProblem, type Imported } from '../types';

/**
 * Makes a Markdown draft of a document.
 * @param name of the file, whose ending helps to tell what it is; the content decides.
 * @param bytes of the file, as they are.
 * @throws OfficeProblem where the file is none of the kinds that are read, is broken, encrypted or too large.
 */
export async function importReport(name: string, _bytes: Uint8Array): Promise<Imported> {
  throw new OfficeProblem(both(`还不能导入 ${name}`, `${name} cannot be imported yet`));
}
