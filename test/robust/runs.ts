/** `ROBUST_RUNS=20 npm run test:unit -- test/robust` tries twenty times as many cases, and larger ones. */
export const factor = Number(process.env['ROBUST_RUNS'] ?? 1);

/** `ROBUST_SEED=…` repeats a run; each run prints its seed. */
export const seed = Number(process.env['ROBUST_SEED'] ?? (Date.now() ^ (process.pid << 8)) | 0);

export const sayRuns = (): void => console.log(`robustness: seed ${seed}, ${factor} × the usual number of cases (ROBUST_SEED, ROBUST_RUNS)`);

/** For fast-check; a failure shows the seed and the path to the case. @param cases the usual number */
export const runs = (cases: number): { readonly seed: number; readonly numRuns: number } => ({ seed, numRuns: Math.max(1, Math.round(cases * factor)) });
