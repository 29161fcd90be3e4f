import type { Span } from '../text/span';

/** A value with what is selected when one goes to it. */
export interface ValuePlace {
  /** The cell's content; for a blank cell the space that stands for it. */
  readonly span: Span;
  /** The value's text; for a blank cell the empty span where the digits go. */
  readonly target: Span;
}

/** A row of values and the lines it stands on. */
export interface ValueRow {
  readonly lines: Span;
  readonly values: readonly ValuePlace[];
}

export type ValueTable = readonly ValueRow[];

export type Direction = 'next' | 'previous' | 'below';

/** Where in the tables an offset is. */
export interface ValueAt {
  readonly table: number;
  readonly row: number;
  /** The value at the offset or the last one before it on the row's lines; -1 before the first. */
  readonly column: number;
  /** Whether the offset is at the value, its ends included. */
  readonly inside: boolean;
}

/** The value at an offset, or the row it is on; `undefined` outside of the tables' rows. */
export function valueAt(tables: readonly ValueTable[], offset: number): ValueAt | undefined {
  let on: ValueAt | undefined;
  for (const [table, rows] of tables.entries()) {
    for (const [row, { lines, values }] of rows.entries()) {
      if (values.length === 0 || offset < lines.start || offset > lines.end) continue;
      const inside = values.findIndex(({ span }) => span.start <= offset && offset <= span.end);
      if (inside >= 0) return { table, row, column: inside, inside: true };
      // Rows may share lines: the one whose value is nearest before counts.
      const column = values.findLastIndex(({ span }) => span.end < offset);
      if (!on || column >= 0) on = { table, row, column, inside: false };
    }
  }
  return on;
}

/**
 * The value to go to from an offset: `next` and `previous` in the order of the table, `below` in the next row's same
 * place and only from a value. `undefined` outside of tables and at a table's end, where the key keeps its usual meaning.
 */
export function moveFrom(tables: readonly ValueTable[], offset: number, direction: Direction): ValuePlace | undefined {
  const at = valueAt(tables, offset);
  const rows = at && tables[at.table];
  if (!at || !rows) return undefined;
  if (direction === 'below') {
    const below = rows[at.row + 1]?.values;
    return at.inside ? below?.[Math.min(at.column, below.length - 1)] : undefined;
  }
  const before = rows.slice(0, at.row).reduce((count, { values }) => count + values.length, 0) + at.column;
  // Between two values the one before counts as where one is.
  return rows.flatMap(({ values }) => values)[direction === 'next' ? before + 1 : at.inside ? before - 1 : before];
}
