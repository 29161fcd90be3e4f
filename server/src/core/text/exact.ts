/**
 * An exact decimal: `units / 10 ** scale`. Counts have scale 0; 万元 amounts keep the decimals as written.
 * Floats are never used, so that 0.1 + 0.2 is 0.3 and a number of a thousand digits stays itself.
 */
export interface Exact {
  readonly units: bigint;
  readonly scale: number;
}

export const exact = (value: number | bigint): Exact => ({ units: BigInt(value), scale: 0 });

export const ZERO: Exact = exact(0);

const TEN = 10n;

const raise = (value: Exact, scale: number): bigint =>
  value.scale === scale ? value.units : value.units * TEN ** BigInt(scale - value.scale);

export function add(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  return { units: raise(a, scale) + raise(b, scale), scale };
}

export function subtract(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  return { units: raise(a, scale) - raise(b, scale), scale };
}

/** Negative, 0 or positive, as `a` is less than, equal to or more than `b`. */
export function compare(a: Exact, b: Exact): number {
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [raise(a, scale), raise(b, scale)];
  return x < y ? -1 : x > y ? 1 : 0;
}

export const equal = (a: Exact, b: Exact): boolean => compare(a, b) === 0;

export const isZero = (a: Exact): boolean => a.units === 0n;

export const negate = (a: Exact): Exact => ({ units: -a.units, scale: a.scale });

export const abs = (a: Exact): Exact => (a.units < 0n ? negate(a) : a);

export const sum = (values: Iterable<Exact>): Exact => {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
};

/** Plain decimal digits with the decimals as written: `{1230, 2}` → `12.30`, `{-5, 0}` → `-5`. */
export function format(value: Exact): string {
  const negative = value.units < 0n;
  let digits = (negative ? -value.units : value.units).toString();
  if (value.scale > 0) {
    digits = digits.padStart(value.scale + 1, '0');
    digits = `${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`;
  }
  return negative ? `-${digits}` : digits;
}

/** Reads plain ASCII digits with an optional sign and decimal point; `undefined` for anything else. */
export function parseExact(text: string): Exact | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2]}${fraction}`);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}
