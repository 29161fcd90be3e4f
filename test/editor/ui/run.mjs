/**
 * What a person does by keyboard, on the packaged extension: `node test/editor/ui/run.mjs FOLDER LOCALE [PART OF A TITLE]`. FOLDER is a copy of
 * the samples and is written to. Every step leaves a picture in dist-test/ui for people to look at.
 */
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../editor-host/install.mjs';
import { office, prepareOffice } from './office.mjs';
import { texts } from './texts.mjs';
import { tests } from './tests.mjs';
import { whole } from './whole.mjs';
import { openWindow } from './window.mjs';
import { prepare, writing } from './writing.mjs';

const [folder, locale = 'en', only] = process.argv.slice(2);
const pictures = join(root, 'dist-test/ui');
mkdirSync(pictures, { recursive: true });
const samples = mkdtempSync(join(tmpdir(), 'disclosure-report-pristine-'));
cpSync(folder, samples, { recursive: true });
/** Every test finds the samples as they are: what one saves is nothing to the next. */
const pristine = () => {
  cpSync(samples, folder, { recursive: true, force: true });
  for (const name of ['empty.nianbao', 'empty.md', 'empty.txt']) writeFileSync(join(folder, name), '');
  copyFileSync(join(folder, 'faultless.md'), join(folder, 'composed.md'));
  prepare(folder);
};
pristine();
await prepareOffice(folder);

const { window, page, close } = await openWindow({ folder, file: 'markdown.md', locale });
page.on('framenavigated', (frame) => {
  if (frame === page.mainFrame()) console.log('    The window has been loaded anew.');
});
const all = { ...tests, ...writing, ...office, ...whole };
let passed = 0;
let failed = 0;
try {
  for (const [title, run] of Object.entries(all)) {
    if (only && !title.includes(only)) continue;
    const began = Date.now();
    let pictured = 0;
    pristine();
    const picture = async (name) => page.screenshot({ path: join(pictures, `${locale}-${Object.keys(all).indexOf(title) + 1}${'abcdefghij'[pictured++]}-${name}.png`) });
    // A key struck while a busy machine draws can be lost: a test has a second try, in a window opened anew, and says so.
    for (let tries = 1; ; tries++) {
      try {
        await run({ window, page, folder, picture, locale, say: texts[locale] });
        await window.closeAll();
        passed++;
        console.log(`    ✔ ${title} (${Date.now() - began}ms${tries > 1 ? ', at the second try' : ''})`);
        break;
      } catch (error) {
        console.log(`    ${tries > 1 ? '✖' : '… again:'} ${title}\n${String(error.stack).replace(/^/gm, '      ')}`);
        await picture('failed').catch(() => undefined);
        if (tries > 1) {
          failed++;
          await window.load();
          break;
        }
        pristine();
        await window.load();
      }
    }
  }
} finally {
  await close();
  rmSync(samples, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
