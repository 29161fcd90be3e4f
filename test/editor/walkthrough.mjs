/**
 * `node test/editor/walkthrough.mjs`: the pictures of the walkthrough, in both languages, small enough to be shipped once
 * a tool has cut them to 24 colours (`convert IN -colors 24 +dither PNG8:OUT`). The package must be built.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../editor-host/install.mjs';
import { openWindow } from './ui/window.mjs';

const settings = {
  'editor.minimap.enabled': false, 'editor.occurrencesHighlight': 'off', 'editor.selectionHighlight': false, 'editor.cursorBlinking': 'solid', 'editor.lineNumbers': 'off', 'editor.folding': false, 'editor.glyphMargin': false,
  'breadcrumbs.enabled': false, 'window.commandCenter': false, 'workbench.activityBar.location': 'hidden', 'workbench.layoutControl.enabled': false, 'workbench.navigationControl.enabled': false,
  'workbench.statusBar.visible': false, 'workbench.editor.showTabs': 'none', 'window.menuBarVisibility': 'hidden', 'editor.stickyScroll.enabled': false, 'editor.scrollbar.vertical': 'hidden', 'editor.overviewRulerBorder': false, 'editor.hideCursorInOverviewRuler': true,
};
const say = {
  en: { suffix: '', newReport: 'New Annual Report' },
  'zh-cn': { suffix: '.nls.zh-cn', newReport: '新建年度报告' },
};
const to = join(root, 'walkthrough/images');
mkdirSync(to, { recursive: true });
for (const [locale, { suffix, newReport }] of Object.entries(say)) {
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-'));
  cpSync(join(root, 'test/samples/markdown.md'), join(folder, 'markdown.md'));
  writeFileSync(join(folder, 'a.txt'), '');
  const { window, page, close } = await openWindow({ folder, file: 'markdown.md', locale, settings, viewport: { width: 760, height: 440 } });
  const picture = async (name) => {
    await page.mouse.move(740, 2);
    await page.waitForTimeout(800);
    await page.screenshot({ path: join(to, `${name}${suffix}.png`), animations: 'disabled', clip: { x: 0, y: 40, width: 760, height: 400 } });
  };
  try {
    await window.press('Control+b');
    const sample = readFileSync(join(folder, 'markdown.md'), 'utf8');
    await window.focus();
    await window.squiggle('error').first().waitFor().catch(() => undefined);
    await window.goTo(sample.slice(0, sample.indexOf('| 0 | 1 | 0 | 8 |')).split('\n').length);
    await window.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await window.squiggle('error').first().waitFor();
    await window.fixes();
    await picture('findings');
    await window.press('Escape');
    // The rest says nothing in the language of the window.
    if (suffix !== '') continue;
    await window.closeAll();
    await window.command(newReport);
    await page.waitForTimeout(800);
    await window.press('ArrowDown', 'Enter');
    await page.waitForTimeout(800);
    await window.press('Enter');
    await page.waitForTimeout(800);
    await page.keyboard.insertText('云岭县粮食局');
    await window.press('Enter');
    await page.locator('.view-line', { hasText: '云岭县粮食局' }).first().waitFor();
    await page.waitForTimeout(1500);
    await picture('open');
    await window.goTo(41);
    await window.press('Home');
    await page.waitForTimeout(800);
    for (const value of ['12', '3', '0', '0', '1', '0']) {
      await window.press('Tab');
      await window.type(value);
    }
    await window.press('Tab');
    await picture('tables');
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}
