import { formatById } from '../format';
import { orderOf, type ReportFacts } from './facts';

/** Facts as they are kept between sessions: plain JSON values, the cells in one string of some five characters each. */
export type FactsText = readonly [agency: string, name: string, year: number | null, places: readonly string[], mentions: string, title: string, format: string, cells: string, whole: string, numbers: string, odd: readonly (readonly [number, string])[]];

export const writeFacts = ({ identity, title, format, places, values, odd, cells, whole }: ReportFacts): FactsText => [
  identity.agency,
  identity.name,
  identity.year ?? null,
  identity.places,
  identity.mentions,
  title,
  format,
  cells,
  whole,
  writeNumbers(places, values),
  [...odd],
];

/** @param written what `writeFacts` gave, or anything else. @returns `undefined` where it is not sound. */
export function readFacts(written: unknown): ReportFacts | undefined {
  if (!Array.isArray(written)) return undefined;
  const [agency, name, year, places, mentions, title, format, cells, whole, numbers, odd] = written as readonly unknown[];
  const declaration = typeof format === 'string' ? formatById(format) : undefined;
  if (!declaration || ![agency, name, mentions, title, cells, whole, numbers].every((each) => typeof each === 'string')) return undefined;
  if (!(year === null || Number.isInteger(year)) || !isList(places, (each) => typeof each === 'string') || !isList(odd, isOdd)) return undefined;
  const read = readNumbers(numbers as string, orderOf(declaration).size);
  return (
    read && {
      identity: { agency: agency as string, name: name as string, ...(year === null ? {} : { year: year as number }), places: places as string[], mentions: mentions as string },
      title: title as string,
      format: declaration.id,
      ...read,
      odd: new Map(odd as [number, string][]),
      cells: cells as string,
      whole: whole as string,
    }
  );
}

const isList = (value: unknown, test: (each: unknown) => boolean): boolean => Array.isArray(value) && (value as readonly unknown[]).every(test);
const isOdd = (value: unknown): boolean => Array.isArray(value) && Number.isInteger(value[0]) && typeof value[1] === 'string';

/**
 * For each cell: 0 when it has no certain value, else how far behind the one before it begins, how many lines below, the
 * column (only on another line), the length, and the value (0 when it is among the odd ones).
 */
function writeNumbers(places: Int32Array, values: Float64Array): string {
  let text = '';
  const [last, now] = [[0, 0, 0], [0, 0, 0]];
  for (let i = 0; i < values.length; i++) {
    for (let k = 0; k < 3; k++) now[k] = places[i * 4 + k] ?? 0;
    const [start = 0, line = 0, column = 0] = now;
    if (start < 0) {
      text += digitsOf(0);
      continue;
    }
    const [lastStart = 0, lastLine = 0] = last;
    text += digitsOf(1 + folded(start - lastStart)) + digitsOf(folded(line - lastLine));
    if (line !== lastLine) text += digitsOf(column);
    const value = values[i] ?? NaN;
    text += digitsOf(places[i * 4 + 3] ?? 0) + digitsOf(Number.isNaN(value) ? 0 : 1 + folded(value));
    [last[0], last[1], last[2]] = [start, line, column];
  }
  return text;
}

function readNumbers(text: string, count: number): Pick<ReportFacts, 'places' | 'values'> | undefined {
  const places = new Int32Array(count * 4).fill(-1);
  const values = new Float64Array(count).fill(NaN);
  const numbers = new Digits(text);
  let [start, line, column] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const first = numbers.next();
    if (first === 0) continue;
    const by = unfolded(first - 1);
    const lines = unfolded(numbers.next());
    [start, line, column] = [start + by, line + lines, lines === 0 ? column + by : numbers.next()];
    places.set([start, line, column, numbers.next()], i * 4);
    const value = numbers.next();
    if (value > 0) values[i] = unfolded(value - 1);
  }
  return numbers.sound ? { places, values } : undefined;
}

/** Negative numbers between the others: 0, -1, 1, -2 … */
const folded = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unfolded = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
const SIGN_VALUES = new Map([...SIGNS].map((sign, i) => [sign, i]));

/** Base 32, lowest digit first; all but the last have 32 added. */
function digitsOf(value: number): string {
  let text = '';
  let rest = value;
  for (; rest >= 32; rest = Math.floor(rest / 32)) text += SIGNS.charAt((rest % 32) + 32);
  return text + SIGNS.charAt(rest);
}

class Digits {
  private at = 0;
  private broken = false;

  constructor(private readonly text: string) {}

  next(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 32) {
      const digit = SIGN_VALUES.get(this.text.charAt(this.at++));
      if (digit === undefined || scale > 2 ** 55) {
        this.broken = true;
        return 0;
      }
      value += (digit % 32) * scale;
      if (digit < 32) return value;
    }
  }

  /** Everything has been read, and nothing else was there. */
  get sound(): boolean {
    return !this.broken && this.at === this.text.length;
  }
}
