import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const samples = join(root, 'test/samples');

const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** The command line as it is shipped: one file, away from the sources and their modules. */
export const script = join(folder, 'cli.js');
buildSync({
  entryPoints: [join(root, 'server/src/cli.ts')],
  outfile: script,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'importMetaUrl' },
});

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a folder, in Chinese unless `env` says otherwise. */
export function run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [script, ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 28, env: { PATH: process.env['PATH'], LANG: 'zh_CN.UTF-8', ...env } });
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
}

/** A new folder with these files in it, removed when the process ends. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const cwd = mkdtempSync(join(folder, 'work-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
  return cwd;
}

/** A new folder with a copy of the samples. */
export function withSamples(): string {
  const cwd = workspace();
  cpSync(samples, join(cwd, 'samples'), { recursive: true, filter: (path) => !path.endsWith('.ts') });
  return cwd;
}

export interface CheckJson {
  readonly files: readonly {
    readonly path: string;
    readonly year: number | null;
    readonly format: string | null;
    readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly message: string; readonly range: { readonly start: Place; readonly end: Place } }[];
  }[];
  readonly summary: Readonly<Record<'files' | 'error' | 'warning' | 'information' | 'hint', number>>;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

export const checkJson = (cwd: string, ...args: string[]): CheckJson & { readonly code: number | null } => {
  const { code, out, err } = run(cwd, ['check', '--format', 'json', ...args]);
  try {
    return { ...(JSON.parse(out) as CheckJson), code };
  } catch {
    throw new Error(`no JSON: ${code} ${out} ${err}`);
  }
};

/** A report without faults. */
export const faultless = readFileSync(join(samples, 'faultless.md'), 'utf8');

const rowOne = '| 一、本年新收政府信息公开申请数量 |  |  | 9 | 3 | 0 | 0 | 0 | 0 | 12 |';

/** The same with one: the total of row 一 is 13, which fix-all makes 12 again. */
export const wrong = faultless.replace(rowOne, rowOne.replace('12', '13'));
if (wrong === faultless) throw new Error('the sample has changed');

/** 0-based line of the wrong total, and its column. */
export const wrongLine = faultless.split('\n').indexOf(rowOne);
export const wrongColumn = rowOne.indexOf('12');
