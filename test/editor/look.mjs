/**
 * For people to look at: `node test/editor/look.mjs [--locale zh-cn] [--to FOLDER] FILE…` opens each file in VS Code with the
 * Problems panel and writes pictures, one a finding, to a folder it names.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openWindow } from './ui/window.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { locale: { type: 'string', default: 'zh-cn' }, to: { type: 'string', default: 'dist-test/look' } } });
const to = resolve(values.to);
mkdirSync(to, { recursive: true });
for (const path of positionals) {
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-look-'));
  const file = basename(path);
  cpSync(path, join(folder, file));
  const { window, page, close } = await openWindow({ folder, file, locale: values.locale, viewport: { width: 1400, height: 1000 }, settings: { 'editor.wordWrap': 'on' } });
  try {
    await window.focus();
    await page.locator('.squiggly-error, .squiggly-warning, .squiggly-info').first().waitFor({ timeout: 20_000 }).catch(() => console.log(`${file}: no squiggle on the first screen`));
    await window.press('Control+Shift+M');
    await page.waitForTimeout(1200);
    console.log(file);
    for (const row of await page.locator('.markers-panel .monaco-list-row').allInnerTexts()) console.log(`  ${row.replace(/\s+/g, ' ')}`);
    await page.screenshot({ path: join(to, `${basename(file, extname(file))}-0.png`) });
    await window.focus();
    const places = new Set();
    for (let number = 1; number < 20; number++) {
      await window.press('F8');
      await page.waitForTimeout(500);
      const at = await page.locator('#status\\.editor\\.selection').innerText();
      if (places.has(at)) break;
      places.add(at);
      await page.screenshot({ path: join(to, `${basename(file, extname(file))}-${number}.png`) });
    }
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(`Pictures: ${to}`);
