import type { CellReading, TableReading } from '../read/types';
import type { Report } from '../report/report';

/** A value cell with its place, for moving from value to value. */
export interface ValueStop {
  readonly table: TableReading;
  readonly row: number;
  /** Index among the row's values. */
  readonly column: number;
  readonly cell: CellReading;
}

export type Direction = 'next' | 'previous' | 'below';

/** All value cells of a report's tables in textual order. */
export const valueStops = (reports: readonly Report[]): readonly ValueStop[] =>
  reports.flatMap((report) => report.reading.tables.flatMap((table) => table.rows.flatMap((row, i) => row.values.map((cell, column) => ({ table, row: i, column, cell })))));

/**
 * The value to go to from an offset; `undefined` outside of tables and at a table's end, so that the key keeps its
 * usual meaning there. Order is that of the table's rows, which in text of a PDF need not be that of the text.
 */
export function moveFrom(reports: readonly Report[], offset: number, direction: Direction): CellReading | undefined {
  const at = stopAt(reports, offset);
  if (!at) return undefined;
  const { table, row, column } = at;
  if (direction === 'below') {
    const below = table.rows[row + 1];
    return below?.values[Math.min(column, below.values.length - 1)];
  }
  const stops = table.rows.flatMap((each, i) => each.values.map((cell, k) => ({ cell, i, k })));
  const index = stops.findIndex(({ i, k }) => i === row && k === column);
  // Between two values: the nearest one before counts as where one is.
  return direction === 'next' ? stops[index + 1]?.cell : stops[at.inside ? index - 1 : index]?.cell;
}

/** The value at an offset, or the last one before it on the same row of the table. */
export function stopAt(reports: readonly Report[], offset: number): (ValueStop & { readonly inside: boolean }) | undefined {
  for (const report of reports) {
    const { source } = report.reading;
    const line = source.lineAt(offset);
    for (const table of report.reading.tables) {
      for (const [i, row] of table.rows.entries()) {
        if (line < row.firstLine || line > row.lastLine) continue;
        let before = -1;
        for (const [k, cell] of row.values.entries()) {
          if (cell.span.start <= offset && offset <= cell.span.end) return { table, row: i, column: k, cell, inside: true };
          if (cell.span.end < offset) before = k;
        }
        const cell = row.values[before] ?? row.values[0];
        if (cell) return { table, row: i, column: before, cell, inside: false };
      }
    }
  }
  return undefined;
}
