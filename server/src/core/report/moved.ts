import { moveCell, MovedTable } from '../read/moved';
import type { CellReading, ReportReading, RowReading, TableReading } from '../read/types';
import type { DescribeOptions } from './index';
import type { Reconciliation } from './reconcile';
import type { Report } from './report';
import { reportYear } from './year';

/** The report whose tables were read, by the one in which they have only moved. */
const bases = new WeakMap<Report, Report>();

/**
 * A report in whose text only words of the prose have changed since `before`: title, tables and their sums are the same,
 * though they may stand elsewhere. @param reading of the new text; its tables have moved from where `before` has them
 */
export function movedReport(before: Report, reading: ReportReading, options: DescribeOptions): Report {
  const base = bases.get(before) ?? before;
  const year = reading.title?.year ? before.year : reportYear(reading, options.fileYear);
  const tables = new Map<TableReading, MovedTable>();
  for (const table of reading.tables) if (table instanceof MovedTable) tables.set(table.base, table);
  const movedFrom = (table: TableReading | undefined): MovedTable | undefined => table && tables.get(table);
  const cell = (id: string, row: string, column: string): CellReading | undefined => {
    const found = base.cell(id, row, column);
    return found && moveCell(found, movedFrom(base.table(id))?.by ?? 0);
  };
  const sums = new Map<TableReading, Reconciliation>();
  const report: Report = {
    reading,
    ...(year ? { year } : {}),
    agency: before.agency,
    level: before.level,
    table: (id) => movedFrom(base.table(id)),
    section: (id) => reading.sections.find((section) => section.declaration.id === id),
    row: (id, row): RowReading | undefined => {
      const table = base.table(id);
      const found = base.row(id, row);
      return found && movedFrom(table)?.rows[table?.rows.indexOf(found) ?? -1];
    },
    cell,
    value: base.value,
    reconciliation: (table) => {
      let result = sums.get(table);
      if (!result) sums.set(table, (result = table instanceof MovedTable ? movedSums(base.reconciliation(table.base), table) : base.reconciliation(table)));
      return result;
    },
  };
  bases.set(report, base);
  return report;
}

function movedSums(sums: Reconciliation, table: MovedTable): Reconciliation {
  const { suspect } = sums;
  return { ...sums, table, ...(suspect ? { suspect: { ...suspect, cell: moveCell(suspect.cell, table.by) } } : {}) };
}
