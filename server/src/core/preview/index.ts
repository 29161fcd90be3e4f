import type { Analysis } from '../analyse';
import { escapeHtml } from '../fixes/table-text';
import type { Report } from '../report/report';
import { Marks, place, type PreviewLocale } from './marks';
import { paragraphHtml, paragraphs } from './prose';
import { tableHtml } from './table';

export type { PreviewLocale } from './marks';

/**
 * The reports of a text as they will be published: headings, prose and the tables in the official form with merged
 * cells, as the body of a page. Every element carries the line (`data-line`, 0-based) and the offsets (`data-offset`,
 * `data-end`, UTF-16) of what it was read from; places with findings carry their severity as class and the messages as title.
 * No text of the draft becomes markup.
 */
export function previewHtml(analysis: Analysis, locale: PreviewLocale = 'zh'): string {
  const marks = new Marks(analysis.findings, locale);
  return analysis.reports.map((report) => `<article>\n${blocks(report, marks, locale).join('\n')}\n</article>`).join('\n');
}

/** Elements in textual order. */
function blocks({ reading }: Report, marks: Marks, locale: PreviewLocale): string[] {
  const { source, title } = reading;
  const items: { at: number; html: string }[] = [];
  if (title) {
    const text = source.slice(title.span).replace(/\s*[\r\n]+[\s#]*/g, '').replace(/\*{1,3}/g, '');
    items.push({ at: title.span.start, html: `<h1 data-line="${source.lineAt(title.span.start)}"${place(title.span)}${marks.attributes(title.span)}>${escapeHtml(text)}</h1>` });
  }
  for (const { span, line } of reading.headings) {
    items.push({ at: span.start, html: `<h2 data-line="${line}"${place(span)}${marks.attributes(span)}>${escapeHtml(source.slice(span).replace(/\*{1,3}/g, ''))}</h2>` });
  }
  for (const lines of paragraphs(reading)) items.push({ at: lines[0]?.span.start ?? 0, html: paragraphHtml(reading, lines, marks) });
  for (const table of reading.tables) items.push({ at: table.span.start, html: tableHtml(source, table, table.declaration.name[locale], marks) });
  return items.sort((a, b) => a.at - b.at).map(({ html }) => html);
}
