import { formatById } from '../format';
import type { FormatDeclaration } from '../format/types';
import type { CellReading } from '../read/types';
import type { Report } from '../report/report';
import type { RelativeCells } from '../report/relatives';
import { format as digits, parseExact, type Exact } from '../text/exact';
import { Hash } from '../text/hash';
import type { Position } from '../text/source';
import type { Span } from '../text/span';
import { identify, type Identity } from './identity';

/** What is kept of a report that is not open: some 3 KB, whatever its length. */
export interface ReportFacts {
  readonly identity: Identity;
  /** The title in one line; empty without one. */
  readonly title: string;
  /** Id of the format. */
  readonly format: string;
  /** Four numbers a cell in declared order: start offset, line, column, length; the start is -1 where no value is certain. */
  readonly places: Int32Array;
  /** Values in the same order: counts as they are, everything else in `odd`. */
  readonly values: Float64Array;
  readonly odd: ReadonlyMap<number, string>;
  /** Equal for reports that say the same in all their cells. */
  readonly cells: string;
  /** Equal for reports that say the same in cells and prose. */
  readonly whole: string;
}

/** Twice as much is still exact as a float. */
const LARGEST = 2n ** 50n;

const order = new Map<string, ReadonlyMap<string, number>>();

/** Index of each cell of a format, by `table/row/column`. */
export function orderOf(format: FormatDeclaration): ReadonlyMap<string, number> {
  let known = order.get(format.id);
  if (!known) {
    const keys = format.tables.flatMap((table) => table.rows.filter((row) => !row.group).flatMap((row) => row.columns.map((column) => `${table.id}/${row.id}/${column.id}`)));
    order.set(format.id, (known = new Map(keys.map((key, i) => [key, i]))));
  }
  return known;
}

/** @param path of the document, parts separated by `/`. */
export function factsOf(report: Report, path: string): ReportFacts {
  const { reading } = report;
  const keys = orderOf(reading.format);
  const places = new Int32Array(keys.size * 4).fill(-1);
  const values = new Float64Array(keys.size).fill(NaN);
  const odd = new Map<number, string>();
  const cells = new Hash();
  for (const [key, i] of keys) {
    const [table = '', row = '', column = ''] = key.split('/');
    const cell = report.cell(table, row, column);
    cells.add(cell?.value ? digits(cell.value) : '-');
    if (!cell?.value) continue;
    const { line, character } = reading.source.positionAt(cell.span.start);
    places.set([cell.span.start, line, character, cell.span.end - cell.span.start], i * 4);
    if (cell.value.scale === 0 && cell.value.units <= LARGEST && cell.value.units >= -LARGEST) values[i] = Number(cell.value.units);
    else odd.set(i, digits(cell.value));
  }
  const whole = new Hash();
  for (const { span } of reading.prose) whole.add(reading.source.slice(span));
  return {
    identity: identify(report, path),
    title: reading.title ? reading.source.slice(reading.title.span).replace(/\s+/g, ' ') : '',
    format: reading.format.id,
    places,
    values,
    odd,
    cells: cells.toString(),
    whole: `${cells.toString()}${whole.toString()}`,
  };
}

/** The cells of a report that is not open, as rules ask for them. */
export function cellsOf(facts: ReportFacts): RelativeCells {
  const format = formatById(facts.format);
  return {
    agency: facts.identity.agency,
    cell: (table, row, column): CellReading | undefined => {
      const i = format && orderOf(format).get(`${table}/${row}/${column}`);
      const value = i === undefined ? undefined : valueAt(facts, i);
      if (i === undefined || !value) return undefined;
      return { span: spanAt(facts, i), text: digits(value), state: 'number', value };
    },
  };
}

/** Where the cell that begins at an offset stands; `undefined` when none does. */
export function positionOf({ places }: ReportFacts, offset: number): Position | undefined {
  for (let i = 0; i < places.length; i += 4) if (places[i] === offset) return { line: places[i + 1] ?? 0, character: places[i + 2] ?? 0 };
  return undefined;
}

function valueAt({ values, odd }: ReportFacts, i: number): Exact | undefined {
  const value = values[i];
  if (value !== undefined && !Number.isNaN(value)) return { units: BigInt(value), scale: 0 };
  const text = odd.get(i);
  return text === undefined ? undefined : parseExact(text);
}

const spanAt = ({ places }: ReportFacts, i: number): Span => ({ start: places[i * 4] ?? 0, end: (places[i * 4] ?? 0) + (places[i * 4 + 3] ?? 0) });
