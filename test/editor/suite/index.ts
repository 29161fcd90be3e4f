/** The suite of every host: mocha's browser build, lines marked `[suite]`, and a closing line with the counts. */
import './shim';
import 'mocha/mocha.js';

interface Stats { passes: number; failures: number; pending: number }
declare const mocha: { setup(options: object): void; run(done: () => void): { stats: Stats } };
declare const Mocha: { reporters: { Base: { consoleLog: (...args: unknown[]) => void }; Spec: unknown } };

export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 60_000, slow: 2_000, color: false, reporter: Mocha.reporters.Spec });
  Mocha.reporters.Base.consoleLog = (text: unknown = '', ...rest) => console.log(`[suite] ${String(text)}`, ...rest);
  await import('./tests'); // after setup(), which defines suite and test
  const stats = await new Promise<Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  console.log(`[suite] ${stats.passes} passed, ${stats.failures} failed`);
  if (stats.failures > 0 || stats.passes === 0) throw new Error(`${stats.failures} failed`);
}
