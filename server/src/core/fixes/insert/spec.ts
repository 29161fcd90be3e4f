import type { RowDeclaration } from '../../format/types';

/** A row to be written: its labels in the manner of the draft, its values. */
export interface RowSpec {
  readonly row: RowDeclaration;
  readonly label: string;
  /** Group labels that stand in front of it on its own line, outermost first. */
  readonly groups: readonly GroupSpec[];
  readonly values: readonly string[];
}

export interface GroupSpec {
  readonly row: RowDeclaration;
  readonly label: string;
  /** Value rows it spans in the complete table. */
  readonly rows: number;
}

/** A written row. */
export interface Rendered {
  readonly text: string;
  /** Offset in `text` of the first cell that is not blank. */
  readonly first: number;
}
