import { seed } from '../support/runs';

/** `PROPERTY_RUNS=20 npm run test:unit -- test/robust` tries twenty times as many cases, and larger ones. */
export const factor = Number(process.env['PROPERTY_RUNS'] ?? 1);

/** For fast-check; a failure shows the seed and the path to the case. @param cases the usual number */
export const runs = (cases: number): { readonly seed: number; readonly numRuns: number } => ({ seed, numRuns: Math.max(1, Math.round(cases * factor)) });
