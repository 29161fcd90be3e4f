import { filledCount } from './resolve';
import { blanksShown, showsBlanks, type Run } from './runs';
import type { Field } from './pieces';
import type { RowAlignment } from './types';

export interface Alignment {
  readonly alignment: RowAlignment;
  /** One field a column, when alignment is exact. */
  readonly fields?: readonly Field[];
}

/** What the rows of one grid (same number of fields, right below each other) tell about where values start. */
export interface Grid {
  /** Value fields start at these field indices in rows that are complete, by index of the row's first value field. */
  readonly starts: Map<number, number>;
  /** The same, counted from the row's first value field, of all complete rows of a table whatever their grid. */
  readonly elsewhere: Map<string, number>;
  /** Fewest fields to spare behind a row's last label; negative when this page lost a column. */
  room: number;
}

export function describeGrids(runs: readonly Run[]): Map<number, Grid> {
  const grids = new Map<number, Grid>();
  const elsewhere = new Map<string, number>();
  for (const run of runs) {
    if (!run.entry || !showsBlanks(run.unit.layout)) continue;
    const columns = run.entry.row.columns.length;
    let grid = grids.get(run.unit.grid);
    if (!grid) grids.set(run.unit.grid, (grid = { starts: new Map(), elsewhere, room: Infinity }));
    if (columns > 1) grid.room = Math.min(grid.room, run.fields.length - columns);
    if (filledCount(run) === columns) {
      const first = run.fields.findIndex((field) => field.text !== '');
      const block = run.fields.slice(first, first + columns);
      if (block.length === columns && block.every((field) => field.text !== '')) {
        grid.starts.set(run.at, run.at + first);
        elsewhere.set(placeOf(run), first);
      }
    }
  }
  return grids;
}

/** Where a row's values begin, in its table. */
const placeOf = (run: Run): string => `${run.entry?.table.id} ${run.at}`;

/**
 * Puts the values of a row under its columns, or says that it cannot be told. A filled value is never moved by a guess:
 * with one missing and no grid to show where, the row is `short`.
 */
export function align(run: Run, grid: Grid | undefined): Alignment {
  const columns = run.entry?.row.columns.length ?? 0;
  const filled = run.fields.filter((field) => field.text !== '');
  if (filled.length === columns) return { alignment: 'exact', fields: filled };
  if (filled.length > columns) {
    if (repeatsMerged(run, filled, columns)) return { alignment: 'exact', fields: filled.slice(0, columns) };
    // A remark behind the values is none of them.
    const remarks = filled.slice(columns).every((field) => !field.isValue);
    return remarks && filled.slice(0, columns).every((field) => field.isValue) ? { alignment: 'exact', fields: filled.slice(0, columns) } : { alignment: 'long' };
  }
  const room = run.fields.length - columns;
  if (!blanksShown(run) || room < 0) return { alignment: 'short' };
  // Rows beside it with their label further right have no room for all columns: this page lost a column.
  if (run.unit.layout === 'tab' && grid && grid.room < 0) return { alignment: 'short' };
  // Just enough fields, but in rows beside it empty label cells stand before the values: some of these are such.
  const led = run.fields.findIndex((field) => field.text !== '');
  if (room === 0 && led > 0 && (grid?.elsewhere.get(placeOf(run)) ?? 0) > 0) return { alignment: 'short' };
  if (room === 0) return { alignment: 'exact', fields: run.fields };
  // One-cell lines put what is left of merged cells behind the values.
  if (run.unit.layout === 'stacked') return run.fields.slice(columns).every((field) => field.text === '') ? { alignment: 'exact', fields: run.fields.slice(0, columns) } : { alignment: 'short' };
  const windows: number[] = [];
  const first = run.fields.findIndex((field) => field.text !== '');
  const last = run.fields.length - 1 - [...run.fields].reverse().findIndex((field) => field.text !== '');
  for (let start = 0; start <= room; start++) if (filled.length === 0 || (first >= start && last < start + columns)) windows.push(start);
  const known = grid?.starts.get(run.at) ?? [...(grid?.starts.values() ?? [])].find((start) => windows.includes(start - run.at));
  const chosen =
    known !== undefined && windows.includes(known - run.at)
      ? known - run.at
      : windows.length === 1
        ? windows[0]
        : run.unit.layout !== 'tab' || filled.length === 0
          ? windows.at(-1)
          : undefined;
  return chosen === undefined ? { alignment: 'short' } : { alignment: 'exact', fields: run.fields.slice(chosen, chosen + columns) };
}

/** A value that spans several columns of the form, written into each of them by a converter that knows no merged cells. */
function repeatsMerged(run: Run, filled: readonly Field[], columns: number): boolean {
  const table = run.entry?.table;
  if (!table || !showsBlanks(run.unit.layout) || filled.length > table.width - table.labelColumns) return false;
  const merged = filled[columns - 1];
  return merged !== undefined && merged.isValue && filled.slice(columns).every((field) => field.text === merged.text);
}
