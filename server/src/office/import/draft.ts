import { tableAt } from '../../core';
import { toMarkdown } from '../../core/fixes/markdown';
import { readDocument } from '../../core/read';
import { describeReport } from '../../core/report';
import type { Report } from '../../core/report/report';
import { applyEdits, overlaps, type Span, type TextEdit } from '../../core/text/span';
import { markdownTable } from './grid';
import { headingEdits, type Marks } from './headings';
import { sameReports } from './same';
import type { DocumentText } from './text';
import type { Told } from './told';

/** What is tried one after the other until nothing is read otherwise than before. */
const WAYS: readonly { readonly marks: Marks; readonly tables: boolean }[] = [
  { marks: 'all', tables: true },
  { marks: 'sections', tables: true },
  { marks: 'none', tables: true },
  { marks: 'none', tables: false },
];

/** The Markdown draft of a document: its headings marked, its tables as Markdown tables. What the core reads stays the same to the cell. */
export function writeDraft(document: DocumentText, told: Told): string {
  const { text } = document;
  const reports = readDocument(text).reports.map((reading) => describeReport(reading));
  told.noReport = reports.length === 0;
  const tables = tableEdits(document, reports, told);
  for (const way of WAYS) {
    const edits = [...(way.tables ? tables.edits : []), ...headingEdits(document, reports, way.marks)];
    const draft = tidy(applyEdits(text, withoutClashes(edits)));
    if (way === WAYS.at(-1) || sameReports(reports, draft)) {
      if (way.tables) told.asTheyWere.push(...tables.asTheyWere);
      else told.asTheyWere.push(...reports.flatMap(({ reading }) => reading.tables.map(({ declaration }) => declaration.name)));
      told.otherTables = tables.others;
      return draft;
    }
  }
  return text;
}

/** Every table of the reports in the standard form, every other one as a grid. */
function tableEdits({ text, tables }: DocumentText, reports: readonly Report[], told: Told): { edits: TextEdit[]; others: number; asTheyWere: Told['asTheyWere'] } {
  const edits: TextEdit[] = [];
  const asTheyWere: Told['asTheyWere'] = [];
  const left: Span[] = [];
  for (const report of reports) {
    for (const table of report.reading.tables) {
      const done = toMarkdown(report, table, { ambiguousWide: true });
      if (done) edits.push(...done);
      else {
        asTheyWere.push(table.declaration.name);
        left.push(table.span);
      }
    }
  }
  let others = 0;
  const standard = edits.map(({ span }) => span);
  for (const { table, start, end } of tables) {
    const span = { start, end };
    if ([...standard, ...left].some((each) => overlaps(each, span))) continue;
    const grid = markdownTable(table);
    if (grid === undefined) continue;
    if (grid !== '') others++;
    // Header lines that the table of the report above or below did not take with it.
    if (tableAt(reports, start)) continue;
    edits.push({ span, newText: grid });
  }
  void text;
  void told;
  return { edits, others, asTheyWere };
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

/** One blank line at most, none at the beginning, one line end at the end. */
const tidy = (text: string): string => `${text.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').replace(/^\n+|\n+$/g, '')}\n`;
