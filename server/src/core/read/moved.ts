import type { Change } from '../text/change';
import type { Span } from '../text/span';
import type { CellReading, HeadingReading, RowReading, TableReading } from './types';

/** Where things stand behind a change inside one line that they are no part of. */
export function mover({ start, oldEnd, newEnd }: Change): { by(place: number): number; span(span: Span): Span; around(span: Span): Span; heading(heading: HeadingReading): HeadingReading } {
  const shift = newEnd - oldEnd;
  const by = (place: number): number => (place > start ? shift : 0);
  const span = (each: Span): Span => (each.start > start ? { start: each.start + shift, end: each.end + shift } : each);
  return {
    by,
    span,
    // A stretch that may hold the change.
    around: (each) => ({ start: each.start + by(each.start), end: each.end >= oldEnd ? each.end + shift : each.end }),
    heading: (heading) => (heading.span.start > start ? { ...heading, span: span(heading.span), title: span(heading.title), ...(heading.numeral ? { numeral: { ...heading.numeral, span: span(heading.numeral.span) } } : {}) } : heading),
  };
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** The cell of a table that has moved. */
export const moveCell = (cell: CellReading, by: number): CellReading => (by === 0 ? cell : { ...cell, span: moved(cell.span, by), ...(cell.digits ? { digits: moved(cell.digits, by) } : {}) });

function moveRow(row: RowReading, by: number): RowReading {
  const values = row.values.map((cell) => moveCell(cell, by));
  return { ...row, label: moved(row.label, by), span: moved(row.span, by), values, ...(row.cells ? { cells: values } : {}) };
}

/** The table as it was read, for questions that do not ask where it stands: nothing has to be moved for them. */
export const asRead = (table: TableReading): TableReading => (table instanceof MovedTable ? table.base : table);

/** A table that stands where it stood, or has moved as a whole. Its rows are moved when somebody looks at them. */
export class MovedTable implements TableReading {
  readonly declaration: TableReading['declaration'];
  readonly layout: TableReading['layout'];
  readonly span: Span;
  readonly missing: TableReading['missing'];
  readonly scrambled?: true;
  readonly under?: string;
  private memo: readonly RowReading[] | undefined;

  private constructor(
    /** As it was read. */
    readonly base: TableReading,
    /** How far it has moved since. */
    readonly by: number,
  ) {
    this.declaration = base.declaration;
    this.layout = base.layout;
    this.span = moved(base.span, by);
    this.missing = base.missing;
    if (base.scrambled) this.scrambled = true;
    if (base.under !== undefined) this.under = base.under;
  }

  /** Moves what has been moved before from where it was read, so that no version but that one is held on to. */
  static of(table: TableReading, by: number): MovedTable {
    return table instanceof MovedTable ? new MovedTable(table.base, table.by + by) : new MovedTable(table, by);
  }

  get rows(): readonly RowReading[] {
    return (this.memo ??= this.by === 0 ? this.base.rows : this.base.rows.map((row) => moveRow(row, this.by)));
  }
}
