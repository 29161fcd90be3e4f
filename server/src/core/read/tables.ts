import type { FormatDeclaration, RowDeclaration, TableDeclaration } from '../format/types';
import type { SourceText } from '../text/source';
import { align, describeGrids, narrowRuns } from './align';
import { readCell } from './cells';
import type { RowEntry } from './labels';
import { filledCount } from './resolve';
import { showsBlanks, type Run, type TextItem } from './runs';
import type { RowReading, TableReading } from './types';

/** Rows that belong together as one copy of a table. */
interface Instance {
  readonly table: TableDeclaration;
  readonly rows: RowReading[];
  readonly indices: Set<number>;
  readonly layouts: Map<TableReading['layout'], number>;
  lastIndex: number;
  zone: number;
  start: number;
  readonly section?: string;
}

/** Builds the tables from resolved runs and from labels that have no values at all. */
export function buildTables(source: SourceText, format: FormatDeclaration, runs: readonly Run[], texts: readonly TextItem[], zones: ReadonlyMap<TextItem, { zone: number; section?: string }>): TableReading[] {
  const grids = describeGrids(runs);
  const narrow = narrowRuns(runs);
  const instances: Instance[] = [];
  const current = new Map<string, Instance>();
  const place = (entry: RowEntry, row: RowReading, layout: TableReading['layout'], zone: number, section: string | undefined): void => {
    let instance = current.get(entry.table.id);
    const present = instance?.indices.has(entry.index) ?? false;
    const restarts = instance !== undefined && present && entry.index <= 1 && instance.indices.size * 2 >= valueRowCount(entry.table);
    const goesOn = instance !== undefined && (zoneGoesOn(instance, zone, present, entry.index) && !restarts);
    if (!instance || !goesOn) {
      instance = { table: entry.table, rows: [], indices: new Set(), layouts: new Map(), lastIndex: -1, zone, start: row.span.start, ...(section === undefined ? {} : { section }) };
      instances.push(instance);
      current.set(entry.table.id, instance);
    }
    instance.rows.push(row);
    instance.indices.add(entry.index);
    instance.lastIndex = Math.max(instance.lastIndex, entry.index);
    instance.zone = zone;
    instance.layouts.set(layout, (instance.layouts.get(layout) ?? 0) + 1);
  };

  const items = [
    ...runs.filter((run) => run.entry).map((run) => ({ at: run.fields[0]?.span.start ?? 0, run, text: undefined })),
    ...texts.filter(isLostRow).map((text) => ({ at: text.field.span.start, run: undefined, text })),
  ].sort((a, b) => a.at - b.at);
  const read = new Set(runs.flatMap((run) => (run.entry ? [`${run.entry.table.id}/${run.entry.index}`] : [])));
  for (const { run, text } of items) {
    if (run?.entry) place(run.entry, rowOf(source, run, run.entry, grids, narrow.has(run)), run.unit.layout, run.zone, run.section);
    else if (text) {
      const entry = text.meaning.rows.at(-1);
      const where = zones.get(text);
      if (!entry || !where || read.has(`${entry.table.id}/${entry.index}`)) continue;
      read.add(`${entry.table.id}/${entry.index}`);
      place(entry, lostRow(text, entry), text.unit.layout, where.zone, where.section);
    }
  }
  return select(instances, format).map((instance) => finish(source, sorted(instance, runs), texts));
}

/** Values that stand with no row, or too many with one: fewer than these may be page numbers. */
const DISPLACED = 3;

/**
 * A table whose cells were taken out of a page in another order: numbers stand where no row wants them, while rows want numbers.
 * Nothing is said then of what is missing, and only rows that add up are read: any other may hold numbers of its neighbours.
 */
function sorted(instance: Instance, runs: readonly Run[]): Instance & { readonly scrambled?: true } {
  const { table, rows } = instance;
  const counts = rows.map(({ values, declaration }) => ({ found: values.filter(({ text }) => text !== '').length, wanted: declaration.columns.length }));
  const missing = table.rows.filter((row) => !row.group && !rows.some(({ declaration }) => declaration === row)).length;
  const lacking = counts.filter(({ found, wanted }) => found < wanted).length + missing;
  if ([...instance.layouts.keys()].some((layout) => layout !== 'stacked' && layout !== 'spaced')) return instance;
  const displaced = counts.reduce((sum, { found, wanted }) => sum + Math.max(0, found - wanted), 0);
  const strays = runs.filter((run) => !run.entry && run.section === table.section && !showsBlanks(run.unit.layout)).reduce((sum, run) => sum + filledCount(run), 0);
  const crowded = counts.filter(({ found, wanted }) => found > wanted).length;
  const bare = counts.filter(({ found }) => found === 0).length;
  const outOfOrder =
    valueRowCount(table) === 1
      ? displaced >= DISPLACED || (lacking > 0 && strays > 0) || (strays > 1 && !rows.every(groupsAddUp))
      : (lacking > 1 && lacking + crowded > 2 && (displaced > 0 || strays >= DISPLACED)) || bare * 2 >= valueRowCount(table) || counts.some(({ found }, k) => found === 0 && isOdd(rows[k + 1]));
  if (!outOfOrder) return instance;
  const seen = new Set<string>();
  const kept = rows.filter(({ declaration }) => !seen.has(declaration.id) && seen.add(declaration.id));
  const order = valueRowsOf(table);
  // Behind a row that has lost its numbers, these may be the ones it lost.
  const follows = ({ declaration }: RowReading): boolean => {
    const above = order[order.indexOf(declaration) - 1];
    return !above || kept.some((row) => row.declaration === above && addsUp(row));
  };
  return { ...instance, rows: kept.map((row) => (addsUp(row) && follows(row) ? row : unread(row))), scrambled: true };
}

/** A row of seven that does not add up. */
const isOdd = (row: RowReading | undefined): boolean => row?.cells !== undefined && row.declaration.columns.length >= 7 && !addsUp(row);

/** Whether each total of a row that has several is the sum of what stands before it. */
function groupsAddUp({ declaration, cells }: RowReading): boolean {
  let sum = 0n;
  return (
    cells?.every(({ value }, i) => {
      const units = value?.units ?? 0n;
      const isTotal = declaration.columns[i]?.id.endsWith('total') ?? false;
      const holds = !isTotal || units === sum;
      sum = isTotal ? 0n : sum + units;
      return holds;
    }) ?? false
  );
}

function unread(row: RowReading): RowReading {
  const { cells, ...rest } = row;
  return cells ? { ...rest, alignment: 'short' } : row;
}

/** A row of several columns whose last value is the sum of the others. */
function addsUp({ declaration, cells }: RowReading): boolean {
  if (!cells || declaration.columns.length < 7 || declaration.columns.at(-1)?.id !== 'total') return false;
  const numbers = cells.map(({ value }) => (value?.scale === 0 ? value.units : undefined));
  const total = numbers.pop();
  return numbers.every((each) => each !== undefined) && numbers.reduce<bigint>((sum, each) => sum + (each ?? 0n), 0n) === total;
}

const valueRowsOf = (table: TableDeclaration): RowDeclaration[] => table.rows.filter((row) => !row.group);

const valueRowCount = (table: TableDeclaration): number => valueRowsOf(table).length;

const zoneGoesOn = (instance: Instance, zone: number, present: boolean, index: number): boolean => instance.zone === zone || (!present && index > instance.lastIndex);

/** A row label nobody claimed, standing where its values should follow. */
const isLostRow = (text: TextItem): boolean => !text.used && text.meaning.kind === 'row' && !text.meaning.rows.at(-1)?.row.whole;

function rowOf(source: SourceText, run: Run, entry: RowEntry, grids: ReturnType<typeof describeGrids>, narrow: boolean): RowReading {
  const { alignment, fields } = align(run, grids.get(run.unit.grid), narrow);
  const filled = run.fields.filter((field) => field.text !== '');
  const values = (fields ?? filled).map((field) => readCell(field.text, field.span));
  const label = run.label ?? [];
  const firstLabel = label[0]?.field.span;
  const lastLabel = label.at(-1)?.field.span;
  const firstValue = (fields ?? filled)[0]?.span ?? run.fields[0]?.span ?? { start: 0, end: 0 };
  const lastValue = (fields ?? filled).at(-1)?.span ?? firstValue;
  const labelSpan = firstLabel && lastLabel ? { start: firstLabel.start, end: Math.max(firstLabel.end, lastLabel.end) } : firstValue;
  const span = { start: Math.min(labelSpan.start, firstValue.start), end: Math.max(labelSpan.end, lastValue.end) };
  return {
    declaration: entry.row,
    table: entry.table.id,
    label: labelSpan,
    span,
    alignment,
    values,
    ...(alignment === 'exact' ? { cells: values } : {}),
    firstLine: source.lineAt(span.start),
    lastLine: source.lineAt(span.end),
  };
}

const lostRow = (text: TextItem, entry: RowEntry): RowReading => ({
  declaration: entry.row,
  table: entry.table.id,
  label: text.field.span,
  span: text.field.span,
  alignment: 'short',
  values: [],
  firstLine: text.field.line,
  lastLine: text.field.line,
});

/**
 * Which copies are the report's tables: the fullest of each, and any other that is at least half a table. A stray row
 * of somebody's own table is none.
 */
function select(instances: readonly Instance[], format: FormatDeclaration): Instance[] {
  const chosen: Instance[] = [];
  for (const table of format.tables) {
    const total = valueRowCount(table);
    const own = instances.filter((each) => each.table === table && each.rows.some((row) => row.values.length > 0));
    const best = own.reduce<Instance | undefined>((a, b) => (a && a.indices.size >= b.indices.size ? a : b), undefined);
    if (!best) continue;
    const under = best.section === table.section;
    if (!under && best.indices.size < Math.max(total === 1 ? 1 : 2, Math.ceil(total * 0.3))) continue;
    chosen.push(...own.filter((each) => each === best || each.indices.size * 2 >= total));
  }
  return chosen.sort((a, b) => a.start - b.start);
}

function finish(source: SourceText, instance: Instance & { readonly scrambled?: true }, texts: readonly TextItem[]): TableReading {
  const { table, rows } = instance;
  const ids = new Set(rows.map((row) => row.declaration.id));
  const end = rows.reduce((most, row) => Math.max(most, row.span.end), 0);
  let start = rows.reduce((least, row) => Math.min(least, row.span.start), Infinity);
  // The header above the first row belongs to the table.
  for (let i = firstAtOrBehind(texts, start) - 1; i >= 0; i--) {
    const text = texts[i];
    if (!text) continue;
    const near = source.lineAt(start) - text.field.line <= 12;
    if (!near || !(text.meaning.kind === 'header' || text.meaning.kind === 'block' || text.meaning.kind === 'fragment')) break;
    if (text.meaning.headerOf && !text.meaning.headerOf.includes(table)) break;
    start = text.field.span.start;
  }
  const layout = [...instance.layouts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'spaced';
  return {
    declaration: table,
    layout,
    span: { start, end },
    rows,
    missing: instance.scrambled ? [] : table.rows.filter((row) => !row.group && !ids.has(row.id)),
    ...(instance.scrambled ? { scrambled: true as const } : {}),
    ...(instance.section === undefined ? {} : { under: instance.section }),
  };
}

/** Index of the first text at or behind an offset (texts are in textual order). */
function firstAtOrBehind(texts: readonly TextItem[], offset: number): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle]?.field.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
