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
  return { format, notation: notationOf(report, languageId), year, items, ...(report ? { report } : {}) };
}

/** As the document writes its tables; before it has one, as its headings or its language suggest. */
function notationOf(report: Report | undefined, languageId: string | undefined): Notation {
  if (languageId === 'markdown') return 'pipe';
  const layouts = report?.reading.tables.map(({ layout }) => layout) ?? [];
  if (layouts.length > 0) return layouts.includes('pipe') ? 'pipe' : 'tab';
  return report?.reading.headings.some(({ section, depth }) => section && depth > 0) ? 'pipe' : 'tab';
}
