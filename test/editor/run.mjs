/**
 * The tests in real VS Code: `node test/editor/run.mjs [server] [web] [floor] [ui] [desktop]`, all without a name. Installs the
 * hosts and builds the package unless `--built` says that it stands there. The last line is `N passed, N failed`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installChromium } from '../editor-host/chromium.mjs';
import { findDesktop, runOnDesktop } from '../editor-host/desktop.mjs';
import { floorVersions, installFloor, installHost, installProject, installWeb, root } from '../editor-host/install.mjs';

const vsix = join(root, 'dist/disclosure-report.vsix');
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const wanted = (name) => asked.length === 0 || asked.includes(name);
// The server comes ready for Linux on x64; elsewhere desktop VS Code stands for it.
const hasServer = process.platform === 'linux' && process.arch === 'x64';

installProject();
installChromium();
if (hasServer) installHost();
installWeb();
if (wanted('floor') && hasServer) installFloor();
if (!process.argv.includes('--built')) execFileSync('npm', ['run', '--silent', 'package', '--', '--out', vsix], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
await import('./build.mjs');

let passed = 0;
let failed = 0;
async function run(title, suite) {
  console.log(`\n${title}`);
  // Tests write: each run gets its own copy of the samples.
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-samples-'));
  cpSync(join(root, 'test/samples'), folder, { recursive: true });
  const [good, bad] = await suite(folder).catch((error) => {
    console.log(`  ${error.stack}`);
    return [0, 1];
  });
  rmSync(folder, { recursive: true, force: true });
  passed += good;
  failed += bad;
}

/** A run in a process of its own that closes with its counts. */
const counted = (file, ...args) => new Promise((resolve) => {
  const child = spawn(process.execPath, [join(root, file), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  child.on('close', () => {
    const counts = /^(\d+) passed, (\d+) failed$/m.exec(said);
    console.log(said.replace(/^\d+ passed, \d+ failed$\n?/m, ''));
    resolve(counts ? [Number(counts[1]), Number(counts[2])] : [0, 1]);
  });
});

if (wanted('server') && hasServer) {
  const { runSuite } = await import('../editor-host/suite.mjs');
  await run('VS Code server, from the sources, English', (folder) => runSuite({ folder }));
  await run('VS Code server, from the package, Chinese', (folder) => runSuite({ folder, vsix, locale: 'zh-cn' }));
  await run('VS Code server, from the package, English', (folder) => runSuite({ folder, vsix }));
}
if (wanted('web')) await run('VS Code for the web, web worker', (folder) => counted('test/editor-host/web.mjs', folder));
if (wanted('floor')) {
  const versions = floorVersions();
  await run(`VS Code ${versions.web} for the web, the lowest the manifest names`, (folder) => counted('test/editor-host/web.mjs', folder, 'floor'));
  if (hasServer) {
    const { runSuite } = await import('../editor-host/suite.mjs');
    await run(`VS Code ${versions.server} server, the lowest there is`, (folder) => runSuite({ folder, floor: true }));
  }
}
if (wanted('desktop')) {
  const desktop = await findDesktop();
  if (!desktop.missing) await run('Desktop VS Code', async (folder) => runOnDesktop(desktop, folder));
  else if (hasServer) console.log(`\nDesktop VS Code is not here (${desktop.missing}): the VS Code server above stands for it.`);
  else await run(`Desktop VS Code: ${desktop.missing}`, async () => [0, 1]);
}
if (wanted('ui') && hasServer) for (const locale of ['en', 'zh-cn']) await run(`By keyboard, from the package, ${locale}`, (folder) => counted('test/editor/ui/run.mjs', folder, locale));

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
