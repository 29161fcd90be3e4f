/** `npm run screenshots`: the pictures of the README, from VS Code in Chinese on the samples. Built and installed like a release. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installHost, installProject, installWeb, root } from '../editor-host/install.mjs';
import { openWindow, packaged } from './ui/window.mjs';

const to = join(root, 'docs/images');
const plain = {
  'editor.minimap.enabled': false, 'editor.occurrencesHighlight': 'off', 'editor.selectionHighlight': false, 'editor.renderLineHighlight': 'none', 'editor.cursorBlinking': 'solid',
  'breadcrumbs.enabled': false, 'window.commandCenter': false, 'workbench.activityBar.location': 'hidden', 'workbench.layoutControl.enabled': false, 'workbench.navigationControl.enabled': false,
  'editor.stickyScroll.enabled': false, 'editor.quickSuggestionsDelay': 0, 'workbench.tips.enabled': false,
};

installProject();
installHost();
installWeb();
execFileSync('npm', ['run', '--silent', 'package', '--', '--out', packaged], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
mkdirSync(to, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-'));
for (const name of ['draft.nianbao', 'markdown.md']) cpSync(join(root, 'test/samples', name), join(folder, name));
writeFileSync(join(folder, '2025.md'), '');

const { window, page, close } = await openWindow({ folder, file: 'draft.nianbao', locale: 'zh-cn', settings: plain, viewport: { width: 1120, height: 680 } });
const picture = async (name) => {
  await page.mouse.move(700, 20);
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(to, `${name}.png`), animations: 'disabled' });
};
try {
  await window.press('Control+b');
  await window.squiggle('error').first().waitFor();
  await window.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'application-balance' }).first().dblclick();
  await picture('problems');
  await window.press('Control+Shift+M');

  const sample = readFileSync(join(folder, 'markdown.md'), 'utf8');
  await window.open('markdown.md');
  await window.goTo(sample.slice(0, sample.indexOf('| 0 | 1 | 0 | 8 |')).split('\n').length);
  await window.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await window.squiggle('error').first().waitFor();
  await window.fixes();
  await picture('quickfix');
  await window.press('Escape');

  await window.open('2025.md');
  await window.type('b3');
  await window.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await window.press('Enter');
  await page.locator('.view-line', { hasText: '一、' }).first().waitFor();
  for (const value of ['12', '3', '0', '0', '1', '0', '16']) {
    await window.type(value);
    await window.press('Tab');
  }
  await picture('snippet');
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}
