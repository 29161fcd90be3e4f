/** Desktop VS Code: an installed one, or one that @vscode/test-electron downloads where the network and a display allow it. */
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const windows = process.platform === 'win32';
const onPath = (names) => (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));

/** The `code` command: VSCODE_PATH when it is set, else the one on PATH; undefined where there is none. */
export const codeCommand = () => process.env.VSCODE_PATH || onPath(windows ? ['code.cmd'] : ['code']);

/** The application behind the command, which runs suites: `code` is a script in its bin folder. */
function application() {
  const command = codeCommand();
  if (!command) return undefined;
  const bin = dirname(realpathSync(command));
  return [join(bin, '../code'), join(bin, '../Code.exe'), join(bin, '../../../MacOS/Electron'), '/usr/share/code/code'].find((path) => existsSync(path)) ?? command;
}

async function canDownload() {
  try {
    return (await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** Prefix of the command where there is no screen, [] where there is one, undefined where none can be had. */
function display() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return [];
  return onPath(['xvfb-run']) ? ['xvfb-run', '-a'] : undefined;
}

/** What runs a suite on the desktop: { path, prefix } (no path: a download) or { missing: why not }. */
export async function findDesktop() {
  const prefix = display();
  if (!prefix) return { missing: 'no display and no xvfb-run' };
  const path = application();
  if (!path && !(await canDownload())) return { missing: 'no VS Code installed (VSCODE_PATH) and none can be downloaded' };
  return { path, prefix };
}

/** Runs the suite there; resolves to [passed, failed]. */
export function runOnDesktop({ path, prefix }, folder) {
  const [command, ...args] = [...prefix, process.execPath, join(import.meta.dirname, 'desktop-run.mjs'), folder, path ?? ''];
  const { stdout } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], timeout: 300_000 });
  const lines = (stdout ?? '').split(/\r?\n/).filter((line) => line.includes('[suite] ')).map((line) => line.slice(line.indexOf('[suite] ') + 8));
  const counts = lines.map((line) => /^(\d+) passed, (\d+) failed/.exec(line)).findLast(Boolean);
  console.log(lines.filter((line) => !/^\d+ passed, /.test(line)).join('\n'));
  return counts ? [Number(counts[1]), Number(counts[2])] : [0, 1];
}
