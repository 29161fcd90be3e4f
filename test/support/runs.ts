import fc from 'fast-check';
import { test } from 'node:test';

/** `PROPERTY_RUNS=20 npm run test:unit -- test/properties` runs every property twenty times as often. */
const factor = Number(process.env['PROPERTY_RUNS'] ?? 1);

/** Set by test/seed.mjs, which every run loads: the same each time unless PROPERTY_SEED says otherwise. Each run prints its seed. */
export const seed = Number(process.env['PROPERTY_SEED'] ?? 0) | 0;

/** Repeats the one case a failure has named, with its seed and in its test: `PROPERTY_SEED=… PROPERTY_PATH=… npm run test:unit -- FILE --test-name-pattern=NAME`. */
const path = process.env['PROPERTY_PATH'];

console.log(`properties: seed ${seed}, ${factor} × the usual number of cases (PROPERTY_SEED, PROPERTY_RUNS)`);

/** Shrinking a whole report takes its time; what is found within it is small enough. */
const SHRINKING = 15_000;

/** A test of a property over `cases` random cases. A failure says the seed, the smallest case found and what is wrong with it. */
export function property<T extends [unknown, ...unknown[]]>(name: string, cases: number, arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, check: (...values: T) => void): void {
  void test(name, () => {
    const numRuns = Math.max(1, Math.round(cases * factor));
    let failedAt = 0;
    const property = fc.property(...(arbitraries as unknown as [fc.Arbitrary<unknown>]), ((...values: unknown[]) => {
      if (failedAt > 0 && Date.now() - failedAt > SHRINKING) return;
      try {
        check(...(values as T));
      } catch (error) {
        if (!fc.PreconditionFailure.isFailure(error)) failedAt ||= Date.now();
        throw error;
      }
    }) as (value: unknown) => void);
    const run = fc.check(property, { seed, numRuns, ...(path === undefined ? {} : { path }) });
    if (run.failed) throw new Error(`seed ${run.seed}, case ${run.counterexamplePath ?? '-'} (${run.numRuns} of ${numRuns}), ${run.numShrinks} times made smaller\n${run.errorInstance instanceof Error ? run.errorInstance.message : String(run.errorInstance)}`);
  });
}
