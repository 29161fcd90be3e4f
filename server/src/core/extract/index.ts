import type { TableDeclaration } from '../format/types';
import type { TableReading } from '../read/types';
import type { Report } from '../report/report';
import type { Exact } from '../text/exact';

/** A value as data: `null` where the text has no readable value. */
export type ExtractedValue = Exact | null;

/** A table as data; its shape is declared (`TableDeclaration.extract`). */
export type ExtractedTable = Readonly<Record<string, readonly ExtractedValue[] | Readonly<Record<string, ExtractedValue>>>>;

/** One report's tables as data, as the command line's `extract` gives them. */
export interface ExtractedReport {
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  /** Id of the format the tables use. */
  readonly format: string;
  /** Recognised sections in textual order; `line` is the 0-based line of the heading, as in the ranges of `check`. */
  readonly sections: readonly { readonly id: string; readonly number: number; readonly line: number; readonly title: string }[];
  /** Every table of the format by id; all `null` for a table the text does not have. */
  readonly tables: Readonly<Record<string, ExtractedTable>>;
}

/** The tables of a report as data. Never invents: a missing row, a value short, a blank or unreadable text is `null`. */
export function extract(report: Report): ExtractedReport {
  const { reading } = report;
  const { source } = reading;
  return {
    title: reading.title ? source.slice(reading.title.span).replace(/\s+/g, ' ') : null,
    agency: report.agency === '' ? null : report.agency,
    year: report.year?.value ?? null,
    format: reading.format.id,
    sections: reading.sections.map(({ declaration, heading }) => ({ id: declaration.id, number: declaration.number, line: heading.line, title: source.slice(heading.title) })),
    tables: Object.fromEntries(reading.format.tables.map((table) => [table.id, extractTable(table, report.table(table.id))])),
  };
}

function extractTable(declaration: TableDeclaration, table: TableReading | undefined): ExtractedTable {
  const value = (row: string, column: number): ExtractedValue => table?.rows.find((each) => each.declaration.id === row)?.cells?.[column]?.value ?? null;
  const rows = declaration.rows.filter((row) => !row.group);
  switch (declaration.extract) {
    case 'rows':
      return Object.fromEntries(rows.map((row) => [row.id, row.columns.map((_, i) => value(row.id, i))]));
    case 'keyed':
      return Object.fromEntries(rows.map((row) => [row.id, Object.fromEntries(row.columns.map((column, i) => [column.id, value(row.id, i)]))]));
    case 'groups': {
      const [row] = rows;
      const index = new Map(row?.columns.map((column, i) => [column.id, i]));
      return Object.fromEntries((declaration.groups ?? []).map((group) => [group.id, group.columns.map((column) => value(row?.id ?? '', index.get(column) ?? -1))]));
    }
  }
}
