import type { Bilingual } from '../text/bilingual';
import type { CellReading, TableReading } from '../read/types';
import type { Exact } from '../text/exact';

/** A cell by its place: row id and column id. */
export interface CellPlace {
  readonly row: string;
  readonly column: string;
}

/** One equation of a table: the sum of `left` is the sum of `right`. `at` is where a failure is reported: the total. */
export interface Equation {
  readonly code: string;
  readonly name: Bilingual;
  readonly left: readonly CellPlace[];
  readonly right: readonly CellPlace[];
  readonly at: CellPlace;
}

export interface AssessedEquation {
  readonly equation: Equation;
  /** `unassessable` when a term is missing, blank or unreadable. */
  readonly state: 'holds' | 'fails' | 'unassessable';
  readonly leftSum?: Exact;
  readonly rightSum?: Exact;
}

/** The single cell that explains every failing equation of a table, with the value that makes all of them hold. */
export interface Suspect {
  readonly place: CellPlace;
  readonly cell: CellReading;
  readonly code: string;
  readonly value: Exact;
}

export interface Reconciliation {
  readonly table: TableReading;
  readonly equations: readonly AssessedEquation[];
  readonly failing: readonly AssessedEquation[];
  /** Present when one wrong value explains all failing equations. */
  readonly suspect?: Suspect;
}
