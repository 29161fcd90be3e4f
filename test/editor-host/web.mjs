/**
 * Runs the suite in the web worker extension host: `node web.mjs FOLDER [current|floor] [LOCALE]` with VS Code for the web from npm.
 * test-web starts its own browser, so its launch is patched; it logs everything, so its console is filtered.
 */
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { format } from 'node:util';
import { chromiumFlags, installChromium } from './chromium.mjs';
import { webMessages } from './chinese.mjs';
import { root, webBuilds, webCommits } from './install.mjs';

const [folder, build = 'current', locale = 'en'] = process.argv.slice(2);
const require = createRequire(join(import.meta.dirname, 'web/package.json'));
const { chromium } = require('playwright');
const launch = chromium.launch.bind(chromium);
chromium.launch = async (options) => {
  const browser = await launch({ ...options, executablePath: installChromium(), args: [...(options.args ?? []), ...chromiumFlags] });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (...args) => {
    const context = await newContext(...args);
    if (locale === 'zh-cn') await context.route('**/static/build/out/nls.messages.js', (route) => route.fulfill({ path: webMessages, contentType: 'text/javascript' }));
    return context;
  };
  return browser;
};

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => resolve(port)); });
});

let closing = '0 passed, 1 failed';
const say = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true; // its web server names every file it serves
for (const kind of ['log', 'info', 'warn', 'error', 'debug']) {
  console[kind] = (...args) => {
    const text = format(...args);
    if (process.env.EDITOR_LOG) process.stderr.write(`${text}\n`);
    if (!text.startsWith('[suite] ')) return;
    const line = text.slice('[suite] '.length);
    if (/^\d+ passed, \d+ failed/.test(line)) closing = line;
    else say(`${line}\n`);
  };
}
try {
  await require('@vscode/test-web').runTests({
    browserType: 'chromium', headless: true, host: 'localhost', port: await freePort(), quality: 'stable', commit: webCommits[build], testRunnerDataDir: webBuilds,
    extensionDevelopmentPath: root, extensionTestsPath: join(root, 'dist-test/suite.js'), folderPath: folder,
  });
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error.message}\n`);
}
say(`${closing}\n`, () => process.exit());
