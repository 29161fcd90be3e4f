import { filledCount } from './resolve';
import { blanksShown, showsBlanks, type Run } from './runs';
import type { RowEntry } from './labels';
import type { Field } from './pieces';
import type { RowAlignment } from './types';

/**
 * Runs whose row has lost a field: complete rows of the same page with their label in the same column have more. Its blanks are then no blanks of known place.
 */
export function narrowRuns(runs: readonly Run[]): ReadonlySet<Run> {
  const narrow = new Set<Run>();
  for (const run of endingInFillers(runs)) narrow.add(run);
  for (const run of runs) if (run.entry && belowWiderHeader(run, run.entry)) narrow.add(run);
  for (const page of pagesOf(runs)) {
    const widths = new Map<number, number>();
    const starts = new Map<number, number>();
    // The same label column with values in different ones: a page here has lost its left column.
    let irregular = false;
    for (const run of page) {
      const first = run.fields.findIndex((field) => field.text !== '');
      if (filledCount(run) !== (run.entry?.row.columns.length ?? 0) || first < 0) continue;
      widths.set(run.at, Math.max(widths.get(run.at) ?? 0, run.unit.fields.length));
      irregular ||= starts.has(run.at) && starts.get(run.at) !== run.at + first;
      starts.set(run.at, run.at + first);
    }
    // Rows with labels in different columns and values in the same: a full grid.
    const grid = starts.size > 1 && new Set(starts.values()).size === 1;
    const common = grid ? Math.max(...widths.values()) : 0;
    for (const run of page) {
      if (filledCount(run) < (run.entry?.row.columns.length ?? 0) && (irregular || run.unit.fields.length < (widths.get(run.at) ?? common))) narrow.add(run);
    }
  }
  return narrow;
}

/** A row narrower than the header right above it; one without label behind a lone pipe that may open the row. */
function belowWiderHeader(run: Run, { table, row }: RowEntry): boolean {
  if (run.unit.layout === 'stacked') return row.label === '' && run.fields[0]?.text === '';
  if (row.columns.length < 2 || filledCount(run) >= row.columns.length) return false;
  return run.before.some(({ meaning, unit }) => meaning.headerOf?.includes(table) === true && unit.layout === run.unit.layout && unit.fields.length > run.unit.fields.length);
}

/**
 * One-cell lines: where complete rows have a lone pipe behind them, one behind an incomplete row is what is left of a
 * merged cell too, and no blank value.
 */
function endingInFillers(runs: readonly Run[]): Run[] {
  const stacked = runs.filter((run) => run.entry && run.unit.layout === 'stacked' && run.fields.at(-1)?.text === '');
  const complete = new Set(stacked.filter((run) => filledCount(run) === run.entry?.row.columns.length).map((run) => run.entry?.table));
  return stacked.filter((run) => complete.has(run.entry?.table) && run.fields.slice(0, run.entry?.row.columns.length).at(-1)?.text === '');
}

/** Runs of tables of several columns, in stretches of neighbouring lines of one layout (the rest of a label may stand between). */
function pagesOf(runs: readonly Run[]): Run[][] {
  const pages: Run[][] = [];
  let last: Run | undefined;
  for (const run of runs) {
    if (!run.entry || run.entry.row.columns.length < 2 || !showsBlanks(run.unit.layout)) continue;
    const goesOn = last !== undefined && last.unit.layout === run.unit.layout && last.entry?.table === run.entry.table && run.unit.firstLine - last.unit.lastLine <= 8;
    if (goesOn) pages.at(-1)?.push(run);
    else pages.push([run]);
    last = run;
  }
  return pages;
}

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
 * with one missing and no grid to show where, the row is `short`. @param narrow see `narrowRuns`
 */
export function align(run: Run, grid: Grid | undefined, narrow: boolean): Alignment {
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
  if (!blanksShown(run) || room < 0 || narrow) return { alignment: 'short' };
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
