/**
 * `npm start`: installs what is missing, builds, and opens VS Code with the extension on the samples; an installed VS Code
 * where there is one and a screen, else the VS Code server from npm at an address it prints. Ctrl+C ends everything.
 * `npm start -- --locale zh-cn` (or en) chooses the language of the server's workbench; else it is that of the system.
 * `--output` builds the logger first that the server's Output panel needs (20 s, once). PORT chooses the port.
 */
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { codeCommand } from './desktop.mjs';
import { installHost, installProject, installWeb, root } from './install.mjs';

const samples = join(root, 'test/samples');
const draft = join(samples, 'draft.nianbao');
const windows = process.platform === 'win32';
const run = (...args) => execFileSync('npm', ['run', '--silent', ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: windows });
const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;

installProject();
if (codeCommand() && screen) openDesktop(codeCommand());
else await openServer();

function openDesktop(code) {
  run('build');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', `--user-data-dir=${join(root, 'dist-test/desktop')}`] : [];
  console.log(`Opening ${code} on ${samples}`);
  execFileSync(code, [`--extensionDevelopmentPath=${root}`, ...asRoot, samples, draft], { stdio: 'inherit', shell: windows });
}

async function openServer() {
  const at = process.argv.indexOf('--locale');
  const system = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  const locale = at > 0 ? process.argv[at + 1] : system.startsWith('zh') ? 'zh-cn' : 'en';
  installHost({ output: process.argv.includes('--output') });
  if (locale === 'zh-cn') installWeb();
  const vsix = join(root, 'dist/disclosure-report.vsix');
  run('package', '--', '--out', vsix); // it builds first
  const { pageUrl, remote, startServer } = await import('./host.mjs');
  const server = await startServer({ vsix, locale, people: true, port: Number(process.env.PORT ?? 0) });
  // Ctrl+C reaches the server as well, and a server that ends by itself ends this too.
  const end = () => void server.stop().finally(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  server.child.once('exit', end);
  const url = pageUrl(server.origin, samples, [['openFile', remote(server.origin, draft)]]);
  console.log(`\nVS Code with the extension (Ctrl+C ends it):\n\n  ${url}\n`);
  if (screen && process.platform === 'linux') spawn('xdg-open', [url], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
}
