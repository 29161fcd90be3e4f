import { escapeText } from '../core/snippets';
import { currentFormat, filledSentences, formatById, snippetItems, type FormatDeclaration, type Notation, type Report, type SnippetItem } from '../core';
import type { Snapshot } from './documents';
import type { Session } from './session';

/** What can be inserted into a document, and how it is written there. */
export interface Offer {
  readonly format: FormatDeclaration;
  readonly notation: Notation;
  readonly year: number;
  readonly items: readonly SnippetItem[];
  /** The report at the place, if there is one yet. */
  readonly report?: Report;
}

/** @param offset which report of the document it is about; the first when absent. */
export function offerAt(session: Session, snapshot: Snapshot | undefined, languageId: string | undefined, offset?: number): Offer {
  const reports = snapshot?.analysis.reports ?? [];
  const report = reports.find(({ reading: { span } }) => offset !== undefined && span.start <= offset && offset <= span.end) ?? reports[0];
  const wanted = snapshot?.settings.format;
  const format = report?.reading.format ?? (wanted === undefined ? undefined : formatById(wanted)) ?? currentFormat;
  // A report is written in the year after the one it describes.
  const year = report?.year?.value ?? session.host.year() - 1;
  const items = [...snippetItems(format), ...(report ? filledSentences(format, report) : [])];
  return { format, notation: notationOf(report, languageId, snapshot?.own === true), year, items, ...(report ? { report } : {}) };
}

/** The body of an item with the year and the agency of the report; both are text where the report has them. */
export function bodyOf(item: SnippetItem, { notation, year, report }: Offer): string {
  const agency = report?.agency ? escapeText(report.agency) : undefined;
  return item.body(notation, String(year), agency, [...(report?.year ? ['year' as const] : []), ...(agency === undefined ? [] : ['agency' as const])]);
}

/** As the document writes its tables; before it has one, as its headings or its language suggest. */
function notationOf(report: Report | undefined, languageId: string | undefined, own: boolean): Notation {
  if (languageId === 'markdown') return 'pipe';
  const layouts = report?.reading.tables.map(({ layout }) => layout) ?? [];
  if (layouts.length > 0) return layouts.includes('pipe') ? 'pipe' : 'tab';
  const headings = report?.reading.headings.filter(({ section }) => section) ?? [];
  // Where nothing shows yet how it is meant to look, cells that can be seen are easier to fill.
  if (own && headings.length === 0 && !isPlainTitle(report)) return 'pipe';
  return headings.some(({ depth }) => depth > 0) ? 'pipe' : 'tab';
}

/** A title without the mark of a heading. */
function isPlainTitle(report: Report | undefined): boolean {
  const title = report?.reading.title;
  if (!report || !title) return false;
  const { source } = report.reading;
  return !source.lineText(source.lineAt(title.span.start)).trimStart().startsWith('#');
}
