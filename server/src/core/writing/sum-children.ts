import { writeCell } from '../fixes/cell';
import { insertSection, insertTable } from '../fixes/sections';
import { valueRows } from '../format';
import { readDocument } from '../read';
import { describeReport } from '../report';
import type { NamedCells } from '../report/relatives';
import type { Report } from '../report/report';
import { equal, sum, type Exact } from '../text/exact';
import { applyEdits, type TextEdit } from '../text/span';

export interface SumOptions {
  /** Which of the text's reports is the parent's. */
  readonly index: number;
  readonly assumeReport?: boolean;
}

/**
 * Edits that make a parent's tables the sum of its subordinates': tables that are not there are inserted, cells are filled or
 * overwritten. A cell of which one subordinate has no certain value is left as it is, as are rows that nobody adds up
 * (rules and normative documents, for joint ones would count twice).
 */
export function sumChildren(report: Report, children: readonly NamedCells[], options: SumOptions): readonly TextEdit[] {
  if (children.length === 0) return [];
  const { text } = report.reading.source;
  const [complete, filled] = withTables(report, options);
  const edits = cellEdits(filled, children);
  if (complete === text) return edits;
  // Inserting and filling are two steps over one text; together they are one edit, of no more than has changed.
  return difference(text, applyEdits(complete, edits));
}

/** What each subordinate gives to a cell; absent where it has no certain value. */
export const contributions = (children: readonly NamedCells[], table: string, row: string, column: string): readonly { readonly child: NamedCells; readonly value?: Exact }[] =>
  children.map((child) => {
    const value = child.report.cell(table, row, column)?.value;
    return { child, ...(value ? { value } : {}) };
  });

function cellEdits(report: Report, children: readonly NamedCells[]): TextEdit[] {
  const { format } = report.reading;
  return format.tables.flatMap((table) => {
    const ids = format.rollUp[table.id];
    if (!ids) return [];
    return valueRows(table)
      .filter(({ id }) => ids.length === 0 || ids.includes(id))
      .flatMap((row) =>
        row.columns.flatMap((column) => {
          const cell = report.cell(table.id, row.id, column.id);
          const values = contributions(children, table.id, row.id, column.id).flatMap(({ value }) => (value ? [value] : []));
          if (!cell || values.length < children.length) return [];
          const total = sum(values);
          return cell.value && equal(cell.value, total) ? [] : writeCell(report, cell, total);
        }),
      );
  });
}

/** The text with every table that is added up, and the report in it. */
function withTables(report: Report, { index, assumeReport }: SumOptions): [text: string, report: Report] {
  let now = report;
  for (const table of report.reading.format.tables) {
    const declaration = now.reading.format.sections.find(({ id }) => id === table.section);
    if (now.table(table.id) || !declaration || !now.reading.format.rollUp[table.id]) continue;
    const section = now.section(table.section);
    const fix = section ? insertTable(now, section, table) : insertSection(now, declaration);
    const text = applyEdits(now.reading.source.text, fix.edits());
    const reading = readDocument(text, { format: report.reading.format.id, ...(assumeReport ? { assumeReport } : {}) }).reports[index];
    if (!reading) break;
    now = describeReport(reading);
  }
  return [now.reading.source.text, now];
}

/** One edit that makes `after` of `before`. */
function difference(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [{ span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) }];
}
