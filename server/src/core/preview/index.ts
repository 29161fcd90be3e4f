import type { Analysis } from '../analyse';
import { escapeHtml } from '../fixes/table-text';
import type { CellReading, TableReading } from '../read/types';
import type { Report } from '../report/report';
import type { Finding, Severity } from '../rules/types';
import { mergedForm } from '../snippets/merged';
import type { Span } from '../text/span';

/** Language of the messages shown at marked places. */
export type PreviewLocale = 'zh' | 'en';

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * The reports of a text as they will be published: headings, prose and the tables in the official form with merged
 * cells, as the body of a page. Every element carries the line (`data-line`, 0-based) and every value the offset
 * (`data-offset`, UTF-16) it was read from; places with findings carry their severity as class and the message as title.
 * No text of the draft becomes markup.
 */
export function previewHtml(analysis: Analysis, locale: PreviewLocale = 'zh'): string {
  const marks = new Marks(analysis.findings, locale);
  return analysis.reports.map((report) => `<article>\n${blocks(report, marks).join('\n')}\n</article>`).join('\n');
}

class Marks {
  constructor(
    private readonly findings: readonly Finding[],
    private readonly locale: PreviewLocale,
  ) {}

  /** Attributes of an element for a stretch of the draft: class and title of the gravest finding that begins in it. */
  attributes(span: Span, classes: readonly string[] = []): string {
    const here = this.findings.filter((finding) => span.start <= finding.span.start && finding.span.start < Math.max(span.end, span.start + 1)).sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
    const [gravest] = here;
    const names = [...classes, ...(gravest ? [gravest.severity] : [])];
    const title = here.map((finding) => finding.message[this.locale]).join('\n');
    return `${names.length > 0 ? ` class="${names.join(' ')}"` : ''}${title === '' ? '' : ` title="${escapeAttribute(title)}"`}`;
  }
}

const escapeAttribute = (text: string): string => escapeHtml(text).replaceAll('"', '&quot;');

/** Elements in textual order. */
function blocks(report: Report, marks: Marks): string[] {
  const { reading } = report;
  const { source } = reading;
  const items: { at: number; html: string }[] = [];
  const element = (tag: string, span: Span, text: string): void => {
    items.push({ at: span.start, html: `<${tag} data-line="${source.lineAt(span.start)}"${marks.attributes(span)}>${escapeHtml(text)}</${tag}>` });
  };
  const { title } = reading;
  if (title) element('h1', title.span, source.slice(title.span).replace(/\s*[\r\n]+[\s#]*/g, ''));
  for (const heading of reading.headings) element('h2', heading.span, source.slice(heading.span));
  for (const line of reading.prose) {
    if (title && line.span.start < title.span.end && line.span.end > title.span.start) continue;
    element('p', line.span, source.slice(line.span).replace(/^#+\s*/, ''));
  }
  for (const table of reading.tables) items.push({ at: table.span.start, html: tableHtml(report, table, marks) });
  return items.sort((a, b) => a.at - b.at).map(({ html }) => html);
}

function tableHtml(report: Report, table: TableReading, marks: Marks): string {
  const { source } = report.reading;
  const cells = new Map<string, CellReading>();
  for (const row of table.rows) row.declaration.columns.forEach((column, i) => row.cells?.[i] && cells.set(`${row.declaration.id}/${column.id}`, row.cells[i]));
  const spanned = (name: string, number: number): string => (number === 1 ? '' : ` ${name}="${number}"`);
  const rows = mergedForm(table.declaration).map((line) => {
    const written = line.map((cell) => {
      const span = `${spanned('colspan', cell.colSpan)}${spanned('rowspan', cell.rowSpan)}`;
      if (cell.kind !== 'value') return `<th${span}>${escapeHtml(cell.text)}</th>`;
      const read = cells.get(`${cell.row}/${cell.column}`);
      if (!read) return `<td${span} class="absent"></td>`;
      return `<td${span} data-line="${source.lineAt(read.span.start)}" data-offset="${read.span.start}"${marks.attributes(read.span)}>${escapeHtml(read.text)}</td>`;
    });
    return `<tr>${written.join('')}</tr>`;
  });
  return `<table data-line="${source.lineAt(table.span.start)}">\n${rows.join('\n')}\n</table>`;
}
