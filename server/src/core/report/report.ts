import type { ReportReading, RowReading, CellReading, TableReading, SectionReading } from '../read/types';
import type { Exact } from '../text/exact';
import type { Reconciliation } from './reconcile';

/** A year with the place it was read from, when it was read from one. */
export interface YearReading {
  readonly value: number;
  readonly from: 'title' | 'period' | 'text' | 'file';
}

/** What kind of organ reports, as far as its name tells for certain. */
export type UnitLevel = 'township' | 'county' | 'countyDepartment' | 'prefecture' | 'province' | 'state' | 'unknown';

/** One report with what follows from its reading: the year, the agency, cells by name, the equations' state. */
export interface Report {
  readonly reading: ReportReading;
  /** The report year (the year described); absent when nothing tells it. */
  readonly year?: YearReading;
  /** Agency as the title or text names it; empty when unknown. */
  readonly agency: string;
  readonly level: UnitLevel;
  /** The first table of that id, if the text has one. */
  table(id: string): TableReading | undefined;
  section(id: string): SectionReading | undefined;
  /** First reading of a value row. */
  row(table: string, row: string): RowReading | undefined;
  /** The cell, when its row is aligned for certain. */
  cell(table: string, row: string, column: string): CellReading | undefined;
  /** The cell's value; `undefined` when missing, blank or unreadable. */
  value(table: string, row: string, column: string): Exact | undefined;
  /** Equations of a table with their state (memoised). */
  reconciliation(table: TableReading): Reconciliation;
}
