/** Runs the suite in the Node extension host of the VS Code server, from the sources or from an installed package. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { openBrowser, pageUrl, remote, startServer } from './host.mjs';
import { root } from './install.mjs';

/** The bundled suite; `npm run build:suite` writes it. */
export const suiteFile = join(root, 'dist-test/suite.js');

/** VS Code wants an extension under development to run a suite: an empty one, where the real one is installed. */
function emptyExtension() {
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-empty-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', publisher: 'test', version: '0.0.1', engines: { vscode: '*' } }));
  return folder;
}

/** `folder`: a copy of the samples that may be written; `vsix`: package to install instead of the sources; `floor`: in the oldest server, from the sources. Resolves to [passed, failed]. */
export async function runSuite({ folder, vsix, locale = 'en', floor = false, timeout = 180_000 }) {
  const empty = vsix && emptyExtension();
  const server = await startServer({ driver: true, locale, vsix, floor });
  const { browser, page } = await openBrowser();
  let closing;
  try {
    await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('the suite did not end in time')), timeout).unref();
      page.on('crash', () => reject(new Error('the page crashed')));
      const log = (_type, args) => {
        const text = format(...args);
        if (process.env.EDITOR_LOG) console.error(text);
        if (!text.startsWith('[suite] ')) return;
        const line = text.slice('[suite] '.length);
        const counts = /^(\d+) passed, (\d+) failed/.exec(line);
        if (counts) closing = [Number(counts[1]), Number(counts[2])];
        else console.log(line);
      };
      page.exposeFunction('codeAutomationLog', log)
        .then(() => page.exposeFunction('codeAutomationExit', resolve))
        .then(() => page.goto(pageUrl(server.origin, folder, [
          ['extensionDevelopmentPath', remote(server.origin, empty || root)], ['extensionTestsPath', remote(server.origin, suiteFile)],
          ['extensionEnvironment', JSON.stringify({ SUITE_LANGUAGE: locale, SUITE_INSTALLED: vsix ? '1' : '' })], ['skipWelcome', 'true']])))
        .catch(reject);
    });
  } catch (error) {
    console.log(`  ${error.message}`);
  } finally {
    await browser.close();
    await server.stop();
    if (empty) rmSync(empty, { recursive: true });
  }
  return closing ?? [0, 1];
}
