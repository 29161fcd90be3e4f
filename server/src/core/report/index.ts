import type { RowReading, ReportReading, TableReading } from '../read/types';
import { reconcile } from './assess';
import type { Reconciliation } from './reconcile';
import type { Report } from './report';
import { readAgency } from './agency';
import { reportYear } from './year';

export interface DescribeOptions {
  /** The year a file name or folder tells, used only when the text does not. */
  readonly fileYear?: number;
}

/** What follows from a reading: year, agency and level, cells by name, the state of the equations. Pure and lazy. */
export function describeReport(reading: ReportReading, options: DescribeOptions = {}): Report {
  const year = reportYear(reading, options.fileYear);
  const { agency, level } = readAgency(reading);
  const memo = new Map<TableReading, Reconciliation>();
  const best = new Map<string, TableReading>();
  for (const table of reading.tables) {
    const known = best.get(table.declaration.id);
    if (!known || table.missing.length < known.missing.length) best.set(table.declaration.id, table);
  }
  const rows = new Map<string, RowReading>();
  for (const table of best.values()) {
    for (const row of table.rows) {
      const key = `${row.table}/${row.declaration.id}`;
      if (!rows.has(key)) rows.set(key, row);
    }
  }
  const row = (table: string, id: string): RowReading | undefined => rows.get(`${table}/${id}`);
  const cell: Report['cell'] = (table, id, column) => {
    const found = row(table, id);
    const index = found?.declaration.columns.findIndex((each) => each.id === column) ?? -1;
    return index < 0 ? undefined : found?.cells?.[index];
  };
  return {
    reading,
    ...(year ? { year } : {}),
    agency,
    level,
    table: (id) => best.get(id),
    section: (id) => reading.sections.find((section) => section.declaration.id === id),
    row,
    cell,
    value: (table, id, column) => cell(table, id, column)?.value,
    reconciliation: (table) => {
      let result = memo.get(table);
      if (!result) memo.set(table, (result = reconcile(table)));
      return result;
    },
  };
}
