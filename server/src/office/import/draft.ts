import { tableAt } from '../../core';
import { toMarkdown } from '../../core/fixes/markdown';
import type { TableReading } from '../../core/read/types';
import { readDocument } from '../../core/read';
import { describeReport } from '../../core/report';
import type { Report } from '../../core/report/report';
import { applyEdits, overlaps, type Span, type TextEdit } from '../../core/text/span';
import { markdownTable } from './grid';
import { headingEdits, type Marks } from './headings';
import { sameReports } from './same';
import { between, type DocumentText } from './text';
import type { Told } from './told';

/** What is tried one after the other until nothing is read otherwise than before. */
const WAYS: readonly { readonly marks: Marks; readonly tables: boolean; readonly others: boolean }[] = [
  { marks: 'all', tables: true, others: true },
  { marks: 'titled', tables: true, others: true },
  { marks: 'sections', tables: true, others: true },
  { marks: 'sections', tables: true, others: false },
  { marks: 'none', tables: true, others: false },
  { marks: 'none', tables: false, others: false },
];
/** Tables of one report that are written anew. Each is read once more for it. */
const MOST_TABLES = 30;

/**
 * The Markdown draft of a document: its headings marked, its tables as Markdown tables. What the core reads of it stays
 * the same to the cell.
 */
export function writeDraft(document: DocumentText, told: Told): string {
  const { reports } = readDocument(document.text);
  told.noReport = reports.length === 0;
  // Reports one after the other are written one by one: each edit is tried on the text it stands in.
  const cuts = [0, ...reports.slice(1).map(({ span }) => span.start), document.text.length];
  return tidy(cuts.slice(1).map((end, i) => writePart(between(document, cuts[i] ?? 0, end), told)).join('\n'));
}

function writePart(document: DocumentText, told: Told): string {
  const { text } = document;
  const reports = readDocument(text).reports.map((reading) => describeReport(reading));
  const standard = standardTables(reports);
  const grids = otherTables(document, reports, standard.edits);
  for (const { marks, tables, others } of WAYS) {
    const edits = [...(tables ? standard.edits : []), ...(others ? grids.edits : []), ...headingEdits(document, reports, marks)];
    const draft = applyEdits(text, withoutClashes(edits));
    if (tables && !sameReports(reports, draft)) continue;
    const left = tables ? standard.left : reports.flatMap(({ reading }) => reading.tables);
    told.asTheyWere.push(...new Set(left.map(({ declaration }) => declaration.name)));
    told.otherTables += grids.count;
    return draft;
  }
  return text;
}

/** Every table of the reports in the standard form, and those that cannot be written so without loss. */
function standardTables(reports: readonly Report[]): { readonly edits: readonly TextEdit[]; readonly left: readonly TableReading[] } {
  const edits: TextEdit[] = [];
  const left: TableReading[] = [];
  let written = 0;
  for (const report of reports) {
    for (const table of report.reading.tables) {
      const done = written++ < MOST_TABLES ? toMarkdown(report, table, { ambiguousWide: true }) : undefined;
      if (done) edits.push(...done);
      else left.push(table);
    }
  }
  return { edits, left };
}

/** Every table that is none of a report's as a grid. */
function otherTables({ tables }: DocumentText, reports: readonly Report[], standard: readonly TextEdit[]): { readonly edits: readonly TextEdit[]; readonly count: number } {
  const edits: TextEdit[] = [];
  let count = 0;
  const taken: Span[] = standard.map(({ span }) => span);
  for (const { table, start, end } of tables) {
    const span = { start, end };
    if (taken.some((each) => overlaps(each, span)) || tableAt(reports, start) || reports.some(({ reading }) => reading.tables.some((each) => overlaps(each.span, span)))) continue;
    const grid = markdownTable(table);
    if (grid !== '') count++;
    if (grid !== undefined) edits.push({ span, newText: grid });
  }
  return { edits, count };
}

/** The edits without those that lie within another one. */
function withoutClashes(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: TextEdit[] = [];
  for (const each of sorted) {
    const last = kept.at(-1);
    if (!last || each.span.start >= last.span.end) kept.push(each);
  }
  return kept;
}

/** No space at the end of lines but tabs, which are cells; one blank line at most, and one line end at the end. */
const tidy = (text: string): string => `${text.split('\n').map((line) => (line.trim() === '' && !line.includes('\t') ? '' : line)).join('\n').replace(/\n{3,}/g, '\n\n').replace(/^\n+/, '').trimEnd()}\n`;

