/**
 * `npm test`: installs what is missing and runs everything; the last line says `N passed, N failed`. Node's own modules
 * only, for it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { installHost, installProject, root } from './editor-host/install.mjs';
import { installForCI } from './programs.mjs';

let passed = 0;
let failed = 0;

/** Runs a script of package.json and tells whether all was well. Its tests are counted by what it prints; one that prints no counts is one test. */
async function step(title, ...script) {
  const began = Date.now();
  console.log(`\n── ${title}`);
  const child = spawn('npm', ['run', '--silent', ...script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' });
  let said = '';
  child.stdout.on('data', (data) => {
    process.stdout.write(data);
    said = (said + data).slice(-4000);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const counts = closing(said) ?? (code === 0 ? [1, 0] : [0, 1]);
  // A run that ends badly has failed, whatever it counted.
  if (code !== 0 && counts[1] === 0) counts[1] = 1;
  passed += counts[0];
  failed += counts[1];
  console.log(`── ${title}: ${counts[0]} passed, ${counts[1]} failed (${((Date.now() - began) / 1000).toFixed(0)} s)`);
  return counts[1] === 0;
}

/** The counts at the end of what a run printed: ours, or those of Node's test runner in either of its styles. */
function closing(said) {
  const own = [...said.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (own) return [Number(own[1]), Number(own[2])];
  const count = (name) => Number(new RegExp(`^(?:#|ℹ) ${name} (\\d+)`, 'm').exec(said)?.[1] ?? 0);
  return /^(?:#|ℹ) pass \d/m.test(said) ? [count('pass'), count('fail') + count('cancelled')] : undefined;
}

installProject();
installForCI();
await step('types', 'typecheck');
await step('lint', 'lint');
await step('generated files', 'generate', '--', '--check');
// Before the unit tests: some of them look at what is built, and at VS Code's own grammar.
const packaged = await step('package', 'package', '--', '--out', 'dist/disclosure-report.vsix');
if (process.platform === 'linux' && process.arch === 'x64') installHost();
await step('unit tests', 'test:unit');
// Without a package the tests in VS Code would only wait for what cannot come; its failure is counted.
if (packaged) await step('tests in VS Code', 'test:editor', '--', '--built');
else console.log('\nTests in VS Code: not run, there is no package.');
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
