/**
 * The VS Code server on this machine: a fresh profile, an optional extension, no telemetry, no gallery, no welcome pages,
 * and a browser on it. The server is started directly; of the package that carries it nothing else is used.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, installChromium } from './chromium.mjs';
import { languagePacks } from './chinese.mjs';
import { floorMain, nodeForHost, serverMain } from './install.mjs';

const quiet = {
  'workbench.startupEditor': 'none', 'workbench.secondarySideBar.defaultVisibility': 'hidden', 'workbench.editor.useModal': 'off',
  'chat.disableAIFeatures': true, 'workbench.enableExperiments': false, 'telemetry.telemetryLevel': 'off', 'git.enabled': false, 'files.autoSave': 'off',
  'extensions.autoCheckUpdates': false, 'extensions.autoUpdate': false, 'extensions.ignoreRecommendations': true,
  'workbench.colorTheme': 'Default Light Modern', 'window.autoDetectColorScheme': false,
};
const forTests = { 'editor.wordBasedSuggestions': 'off', 'workbench.reduceMotion': 'on' };
const noGallery = JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '', controlUrl: '', recommendationsUrl: '' });

/**
 * Prepares a server in a folder of its own. `vsix` is installed; `driver` lets a page ask for a development extension and a
 * suite (it hides toasts and dialogs); `floor` takes the oldest server; `locale` is that of the whole workbench ('en', 'zh-cn'); `port` 0 takes any.
 */
export async function startServer({ driver = false, locale = 'en', vsix, settings = {}, people = false, port = 0, floor = false } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'disclosure-report-editor-'));
  mkdirSync(join(dir, 'data/User'), { recursive: true });
  writeFileSync(join(dir, 'data/User/settings.json'), JSON.stringify({ ...quiet, ...(people ? {} : forTests), ...settings }));
  if (locale === 'zh-cn') writeFileSync(join(dir, 'data/languagepacks.json'), JSON.stringify(languagePacks(dir)));
  const dirs = ['--server-data-dir', dir, '--extensions-dir', join(dir, 'extensions')];
  if (vsix) await finished(spawn(nodeForHost, [serverMain, ...dirs, '--install-extension', vsix, '--force'], { stdio: ['ignore', 'ignore', 'pipe'] }));
  const child = spawn(floor ? process.execPath : nodeForHost, [floor ? floorMain : serverMain, ...dirs, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms',
    '--disable-telemetry', '--disable-workspace-trust', '--disable-getting-started-override', '--disable-update-check', '--reconnection-grace-time', '60', '--locale', locale,
    ...(driver ? ['--enable-smoke-test-driver'] : [])], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, EXTENSIONS_GALLERY: noGallery } });
  const bound = await new Promise((resolve, reject) => {
    let said = '';
    child.on('exit', (code) => reject(new Error(`The VS Code server ended with ${code}\n${said}`)));
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => {
      said = (said + data).slice(-4000);
      const port = /Server bound to 127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port) resolve(port);
    });
  });
  const stop = async () => {
    const ended = child.exitCode !== null || child.signalCode !== null || new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  };
  return { origin: `127.0.0.1:${bound}`, dir, stop, child };
}

/** Ends with the child, whose complaints are told only if it fails: the logger that is not built is one of them. */
const finished = (child) => new Promise((resolve, reject) => {
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`ended with ${code}\n${said}`))));
});

/** An absolute path of this machine as the page names it. */
export const remote = (origin, path) => `vscode-remote://${origin}${path.split('/').map(encodeURIComponent).join('/')}`;
/** Address of the page: a folder and VS Code's own start parameters, pairs of strings. */
export const pageUrl = (origin, folder, parameters = []) => `http://${origin}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(parameters))}`;

/** A Chromium with one page. */
export async function openBrowser(options = {}) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: installChromium(), args: chromiumFlags });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', reducedMotion: 'reduce', ...options });
  return { browser, page: await context.newPage() };
}
