import type { ReportReading } from '../../core/read/types';
import { both } from '../../core/text/bilingual';
import { OfficeProblem, type ExportOptions, type Exported } from '../types';
import { leftIn, type Left } from './left';
import { onlyReport } from './only-report';
import type { Publication } from './model';
import { publicationOf } from './publication';
import { articleHtml, pageHtml } from './web';
import { wordDocument } from './word';

export type { Left } from './left';

/** What a draft leaves to fill in, in textual order, so that it can be asked about before an export. Empty for a draft that is no single report. */
export function leftToFill(text: string): readonly Left[] {
  try {
    return leftIn(onlyReport(text));
  } catch (error) {
    if (error instanceof OfficeProblem) return [];
    throw error;
  }
}

/**
 * Makes of a draft the document that is published. The same draft gives the same bytes; nothing of the machine or its user is in them.
 * @param text the whole draft, in any layout
 * @throws OfficeProblem where the draft holds no report, or more than one, or something is left to fill in, or the template is of no use.
 */
export async function exportReport(text: string, { format, template, fragment = false, allowPlaceholders = false }: ExportOptions): Promise<Exported> {
  const publication = bounded(publicationOf(ready(text, allowPlaceholders)));
  if (format === 'html') return { bytes: new TextEncoder().encode(fragment ? articleHtml(publication) : pageHtml(publication)), notices: publication.notices };
  const { bytes, notices } = await wordDocument(publication, template);
  return { bytes, notices: [...publication.notices, ...notices] };
}

/**
 * The report as an `<article>` without a page around it, for the clipboard and a portal's editor.
 * @throws OfficeProblem like `exportReport`
 */
export function exportFragment(text: string, { allowPlaceholders = false }: Pick<ExportOptions, 'allowPlaceholders'> = {}): string {
  return articleHtml(publicationOf(ready(text, allowPlaceholders)));
}

/** Word itself would not open more in any time worth waiting for; a report has some sixty rows and a hundred paragraphs. */
const MOST_BLOCKS = 10_000;

/** @throws OfficeProblem where a draft is so long that it is no report. */
function bounded(publication: Publication): Publication {
  const blocks = publication.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.grid.rows.length : 1), 0);
  if (blocks > MOST_BLOCKS) throw new OfficeProblem(both(`草稿太长，不会是一份年报（表格的行和段落共 ${blocks}，最多 ${MOST_BLOCKS}），没有导出`, `The draft is too long to be a report (${blocks} rows and paragraphs; ${MOST_BLOCKS} at most); it was not exported`));
  return publication;
}

function ready(text: string, allowPlaceholders: boolean): ReportReading {
  const report = onlyReport(text);
  const left = allowPlaceholders ? [] : leftIn(report);
  const [first] = left;
  if (first) {
    const line = report.source.lineAt(first.span.start) + 1;
    throw new OfficeProblem(both(`还有 ${left.length} 处没有填写；第一处在第 ${line} 行：${first.message.zh}`, `${left.length} ${left.length === 1 ? 'place is' : 'places are'} left to fill in; the first is on line ${line}: ${first.message.en}`));
  }
  return report;
}
