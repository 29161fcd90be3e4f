import fc from 'fast-check';
import { test } from 'node:test';

/** `PROPERTY_RUNS=20 npm run test:unit -- test/properties` runs every property twenty times as often. */
const factor = Number(process.env['PROPERTY_RUNS'] ?? 1);

/** `PROPERTY_SEED=… ` repeats a run; each run prints its seed. */
export const seed = Number(process.env['PROPERTY_SEED'] ?? (Date.now() ^ (process.pid << 8)) | 0);

console.log(`properties: seed ${seed}, ${factor} × the usual number of cases (PROPERTY_SEED, PROPERTY_RUNS)`);

export const casesOf = (cases: number): number => Math.max(1, Math.round(cases * factor));

/** A test of a property over `cases` random cases; the seed stands in the message when it fails. */
export function property<T extends [unknown, ...unknown[]]>(name: string, cases: number, arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, check: (...values: T) => void): void {
  void test(name, () => fc.assert(fc.property(...(arbitraries as unknown as [fc.Arbitrary<unknown>]), ((...values: unknown[]) => check(...(values as T))) as (value: unknown) => void), { seed, numRuns: casesOf(cases), interruptAfterTimeLimit: 20_000 * Math.max(1, factor), markInterruptAsFailure: false }));
}
