/** The tests by keyboard, in order; each gets a window with no editor but its own. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeing } from './seeing.mjs';

const read = (folder, file) => readFileSync(join(folder, file), 'utf8');
const lineOf = (text, part) => text.slice(0, text.indexOf(part)).split('\n').length;
const times = (count, key) => Array.from({ length: count }, () => key);

export const tests = {
  'a wrong total is marked, and one key and Enter mend it': async ({ window, page, folder, picture, say }) => {
    const before = read(folder, 'markdown.md');
    const [wrong, right] = ['| 6 | 2 | 0 | 0 | 1 | 0 | 8 |', '| 6 | 2 | 0 | 0 | 1 | 0 | 9 |'];
    await window.open('markdown.md');
    await window.goTo(lineOf(before, wrong));
    await window.press(...times(3, 'ArrowLeft'));
    await window.squiggle('error').first().waitFor();
    await picture('squiggle');
    await window.press('Control+k', 'Control+i');
    const hover = page.locator('.monaco-hover:visible', { hasText: say.finding }).first();
    await hover.waitFor();
    await picture('hover');
    await window.press('Escape');
    const fixes = await window.fixes();
    assert.match(await fixes.first().innerText(), /9/);
    await picture('fixes');
    await window.press('Enter');
    await window.squiggle('error').first().waitFor({ state: 'detached' });
    await window.save();
    await picture('mended');
    assert.equal(read(folder, 'markdown.md'), before.replace(wrong, right));
  },

  'a wrong number is marked when the typing stops, not in the middle of it': async ({ window, page, picture, folder }) => {
    await window.open('faultless.md');
    await window.goTo(lineOf(read(folder, 'faultless.md'), '| 一、本年新收'));
    await window.press('ArrowLeft', 'ArrowLeft');
    for (const digit of '345') {
      await window.type(digit);
      await page.waitForTimeout(400);
      assert.equal(await window.squiggle('error').count(), 0);
    }
    await window.squiggle('error').first().waitFor();
    await picture('marked');
    await window.press('Backspace', 'Backspace', 'Backspace');
    await window.squiggle('error').first().waitFor({ state: 'detached' });
  },

  'the code of a finding opens the page of its rule': async ({ window, page, picture }) => {
    await window.open('draft.nianbao');
    await window.squiggle('error').first().waitFor();
    await window.press('F8');
    const link = page.locator('.marker-widget a', { hasText: 'report-year' }).first();
    await link.waitFor();
    await picture('peek');
    await link.click({ modifiers: ['Control'] });
    const rule = page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('h1');
    await rule.first().waitFor();
    await picture('rule');
    assert.equal(await rule.first().innerText(), '报告年度不一致');
  },

  'table three comes by its prefix, and Tab goes through its cells': async ({ window, page, folder, picture }) => {
    await window.open('empty.md');
    await window.focus();
    await window.type('b3');
    await window.press('Control+Space');
    const offered = page.locator('.suggest-widget.visible .monaco-list-row');
    await offered.first().waitFor();
    await picture('offered');
    await window.press('Enter');
    await page.locator('.view-line', { hasText: '一、' }).first().waitFor();
    for (const value of ['12', '3', '0', '0', '1', '0', '16', '2']) {
      await window.type(value);
      await window.press('Tab');
    }
    await picture('typed');
    await window.press('Escape');
    await window.save();
    const rows = read(folder, 'empty.md').split('\n');
    assert.equal(rows.filter((row) => row.startsWith('|')).length, 29);
    assert.equal(rows[4], '| 一、本年新收政府信息公开申请数量 |  |  | 12 | 3 | 0 | 0 | 1 | 0 | 16 |');
    assert.equal(rows[5], '| 二、上年结转政府信息公开申请数量 |  |  | 2 | 0 | 0 | 0 | 0 | 0 | 0 |');
    assert.equal(rows[28], '| 四、结转下年度继续办理 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |');
  },

  'a table of tabs comes by its prefix into a plain text': async ({ window, page, folder, picture }) => {
    writeFileSync(join(folder, 'empty.txt'), '长汀岭县林业局2024年政府信息公开工作年度报告\n\n');
    await window.open('empty.txt');
    await window.focus();
    await window.press('Control+End');
    await window.type('b4');
    await window.press('Control+Space');
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    await picture('offered');
    await window.press('Enter');
    await page.locator('.view-line', { hasText: '行政诉讼' }).first().waitFor();
    await window.type('3');
    await window.press('Tab');
    await window.type('1');
    await window.press('Escape');
    await window.save();
    const text = read(folder, 'empty.txt');
    await picture('typed');
    assert.match(text, /^3\t1\t0(\t0){12}$/m);
  },

  'an input method writes into a cell and into prose': async ({ window, page, folder, picture }) => {
    const before = read(folder, 'faultless.md');
    await window.open('composed.md');
    await window.press('Control+End');
    const prose = await window.compose("ling'wai", '另外');
    await picture('composing');
    await page.waitForTimeout(1000); // longer than any delay: findings come in the middle of it
    await prose.commit();
    await window.goTo(lineOf(before, '| 行政许可 |'));
    await window.press(...times(' |  |  |'.length, 'ArrowLeft'));
    const cell = await window.compose('ba', '八');
    await page.waitForTimeout(1000);
    await picture('composing-in-cell');
    await cell.commit();
    await window.save();
    await picture('composed');
    assert.equal(read(folder, 'composed.md'), `${before.replace('| 行政许可 | 57 |', '| 行政许可 | 57八 |')}另外`);
  },

  'problems are listed in the language of the window': async ({ window, page, picture, say }) => {
    await window.open('draft.nianbao');
    await window.press('Control+Shift+M');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'missing-section' }).first().waitFor();
    await picture('problems');
    assert.match((await rows.allInnerTexts()).join('\n'), say.problems);
    await window.press('Control+Shift+M');
  },

  ...seeing,
};
