/**
 * `npm run bench`: measures speed, memory and sizes and writes the numbers into docs/performance.md. `-- --quick` takes a
 * minute instead of ten and writes nothing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
const here = `${root}/test/bench`;
const out = `${root}/dist-test/bench`;
const run = (command, args, cwd = root) => {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync(`${here}/node_modules/tinybench`)) run('npm', ['ci', '--no-audit', '--no-fund'], here);
run(process.execPath, ['esbuild.mjs']);
const { build } = await import('esbuild');
// As shipped: the same settings as esbuild.mjs.
const base = { bundle: true, minify: true, charset: 'utf8', platform: 'node', target: 'es2022', mainFields: ['module', 'main'], alias: { htmlparser2: `${root}/node_modules/htmlparser2/dist/esm/Parser.js` } };
await build({ ...base, entryPoints: [`${here}/ours.ts`], format: 'esm', outfile: `${out}/ours.mjs`, external: ['fast-check'] });
await build({ ...base, entryPoints: [`${here}/floor-server.ts`], format: 'cjs', outfile: `${out}/floor-server.js` });
run(process.execPath, ['--max-old-space-size=6000', `${here}/main.mjs`, ...process.argv.slice(2)]);
