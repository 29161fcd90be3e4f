/** Writing by keyboard: a new report, moving in tables, totals that follow, the sum of a selection. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (folder, file) => readFileSync(join(folder, file), 'utf8');
const lineOf = (text, part) => text.slice(0, text.indexOf(part)).split('\n').length;
const times = (count, key) => Array.from({ length: count }, () => key);

/** Table three of the faultless sample with every value taken out; the rest of the draft as it is. */
function emptied(folder, file) {
  const text = read(folder, 'faultless.md');
  const [head, rest] = text.split(/(?<=## 三、[^\n]*\n)/);
  const at = rest.indexOf('## 四、');
  writeFileSync(join(folder, file), head + rest.slice(0, at).replace(/\| \d+ (?=\|)/g, '|  ') + rest.slice(at));
}

const row = (text, label) => text.split('\n').find((line) => line.includes(label)) ?? '';
/** Caret before the first value of a row: Tab takes it to the value. */
async function toRow(window, text, label) {
  await window.goTo(lineOf(text, label));
  await window.press('Home');
  await window.page.waitForTimeout(400); // the keys learn where the caret is
}

/** Settings of the folder while `run` runs. */
async function withSettings(folder, page, settings, run) {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  await page.waitForTimeout(1500);
  try {
    await run();
  } finally {
    rmSync(join(folder, '.vscode'), { recursive: true });
  }
}

const input = (page) => page.locator('.quick-input-widget input').first();
/** Waits for a question, by what stands in its box or under it. */
const asked = async (page, words) => {
  for (const end = Date.now() + 10_000; Date.now() < end; await page.waitForTimeout(50)) {
    const said = [await page.locator('.quick-input-widget:visible').allInnerTexts(), await input(page).getAttribute('placeholder')].flat().join(' ');
    if (said.includes(words)) return;
  }
  throw new Error(`not asked: ${words}`);
};
/** A key, and as long as the next one of a good typist takes: the editor's extensions answer within some milliseconds. */
const key = async (page, ...keys) => {
  for (const each of keys) {
    await page.keyboard.press(each);
    await page.waitForTimeout(60);
  }
};
/** Opens a draft and waits until the keys know of its tables: the server has read it then. */
const openNew = async (window, page, file) => {
  await window.open(file);
  await page.waitForTimeout(2000);
};

/** The drafts of these tests, written before the window opens. */
export function prepare(folder) {
  for (const file of ['tabs.md', 'fast.md', 'ime.md']) emptied(folder, file);
  writeFileSync(join(folder, 'totals.md'), read(folder, 'faultless.md'));
}
/** What this window asks and shows, in each language. */
const words = {
  en: { newReport: 'New Annual Report', blank: 'Blank report', year: 'The year the report is about', agency: 'The reporting unit', which: 'last year’s report', sum: 'Sum ' },
  'zh-cn': { newReport: '新建年度报告', blank: '空白年报', year: '报告年度', agency: '单位名称', which: '哪一份是上年的年报', sum: '合计 ' },
};

const tests = {
  'a new report is asked for and written from the palette': async ({ window, page, picture, say }) => {
    await window.command(say.newReport);
    await asked(page, say.blank);
    await picture('how');
    await window.press('ArrowDown', 'Enter');
    await asked(page, say.year);
    assert.equal(await input(page).inputValue(), String(new Date().getFullYear() - 1));
    await window.type('0');
    await picture('no-year');
    await window.press('Enter');
    await asked(page, '2021');
    await window.press('Control+a');
    await window.type('2024');
    await window.press('Enter');
    await asked(page, say.agency);
    await input(page).fill('云岭县粮食局');
    await picture('agency');
    await window.press('Enter');
    await page.locator('.monaco-editor .view-line', { hasText: '云岭县粮食局2024年政府信息公开工作年度报告' }).first().waitFor();
    await page.waitForTimeout(2500);
    await picture('blank');
    // The next time the unit is known.
    await window.command(say.newReport);
    await asked(page, say.blank);
    await window.press('ArrowDown', 'Enter');
    await asked(page, say.year);
    await window.press('Enter');
    await asked(page, say.agency);
    assert.equal(await input(page).inputValue(), '云岭县粮食局');
    await window.press('Escape');
  },

  'last year’s report is rolled over, with nothing to find but blanks and marks': async ({ window, page, folder, picture, say }) => {
    await window.command(say.newReport);
    await asked(page, say.blank);
    await window.press('Enter');
    await asked(page, say.which);
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'faultless.md' }).first().waitFor();
    await picture('which');
    await window.type('faultless');
    await window.press('Enter');
    await asked(page, say.year);
    assert.equal(await input(page).inputValue(), '2025');
    await window.press('Enter');
    await asked(page, say.agency);
    const agency = await input(page).inputValue();
    assert.ok(read(folder, 'faultless.md').startsWith(`# ${agency}`), agency);
    await window.press('Enter');
    await page.locator('.monaco-editor .view-line', { hasText: '待改写' }).first().waitFor();
    await page.locator('.squiggly-warning').first().waitFor();
    await picture('rolled');
    await window.press('Control+Shift+M');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'leftover' }).first().waitFor();
    await page.waitForTimeout(500);
    const codes = (await rows.allInnerTexts()).flatMap((text) => /disclosure-report\(?([a-z-]+?)\)?\[/.exec(text.replace(/\s/g, ''))?.[1] ?? []);
    await picture('problems');
    assert.ok(codes.length > 3, (await rows.allInnerTexts()).join('|'));
    assert.deepEqual([...new Set(codes)].sort(), ['blank-cell', 'leftover']);
    await window.press('Control+Shift+M');
  },

  'Tab and Enter go through table three, and are themselves elsewhere': async ({ window, page, folder, picture }) => {
    const before = read(folder, 'tabs.md');
    await openNew(window, page, 'tabs.md');
    await toRow(window, before, '一、本年新收');
    for (const value of ['9', '3', '0', '0', '0', '0', '12', '2', '1']) {
      await key(page, 'Tab');
      await window.type(value);
    }
    await picture('typed');
    // Back two values, one is overwritten; then below, twice.
    await key(page, 'Shift+Tab', 'Shift+Tab');
    await picture('selected');
    await window.type('15');
    await key(page, 'Enter');
    await window.type('7');
    await key(page, 'Enter');
    await window.type('8');
    await page.waitForTimeout(500);
    await window.save();
    await picture('below');
    const text = read(folder, 'tabs.md');
    assert.match(row(text, '一、本年新收'), /\| 9 \| 3 \| 0 \| 0 \| 0 \| 0 \| 15 \|$/);
    assert.match(row(text, '二、上年结转'), /\| 2 \| 1 \|  \|  \|  \|  \| 7 \|$/);
    assert.match(row(text, '（一）予以公开'), /\|  \|  \|  \|  \|  \|  \| 8 \|$/);
    assert.equal(text.split('\n').length, before.split('\n').length);
    // Outside of tables the keys are what they are.
    await window.press('Control+End');
    await page.waitForTimeout(400);
    await window.press('Enter', 'Tab');
    await window.type('x');
    await window.save();
    const after = read(folder, 'tabs.md');
    assert.equal(after.slice(0, text.length), text);
    assert.match(after.slice(text.length), /^\n?(?:\t| {2,8})x$/);
  },

  'every value of table three is reached by Tab, typed as fast as one types': async ({ window, page, folder, picture }) => {
    const before = read(folder, 'fast.md');
    await openNew(window, page, 'fast.md');
    await toRow(window, before, '一、本年新收');
    const values = times(175, '').map((_, i) => String((i * 7) % 23));
    const began = Date.now();
    for (const value of values) {
      // No pause behind Tab: what is typed waits for it.
      await window.press('Tab');
      await window.type(value);
    }
    console.log(`      175 values in ${Date.now() - began} ms`);
    // What is still on its way on a busy machine comes in its order, and then there is nothing left to save.
    for (let i = 0; i < 20 && (i === 0 || (await page.locator('.tab.active.dirty').count()) > 0); i++) {
      await page.waitForTimeout(500);
      await window.press('Control+s');
      await page.waitForTimeout(500);
    }
    await picture('all');
    const text = read(folder, 'fast.md');
    const typed = text.slice(text.indexOf('| 一、本年新收'), text.indexOf('## 四、')).split('\n').filter((line) => line.startsWith('|')).flatMap((line) => line.split('|').slice(-8, -1).map((cell) => cell.trim()));
    assert.deepEqual(typed, values);
    // Behind the last value the selection is let go of and nothing is written.
    await key(page, 'Shift+Tab', 'Tab', 'Tab');
    await page.waitForTimeout(300);
    assert.equal(await page.locator('.tab.active.dirty').count(), 0);
  },

  'an input method writes a number into a cell, and Tab goes on': async ({ window, page, folder, picture }) => {
    const before = read(folder, 'ime.md');
    await openNew(window, page, 'ime.md');
    await toRow(window, before, '一、本年新收');
    await key(page, 'Tab');
    await page.waitForTimeout(400); // a composition is not held back as digits are
    const cell = await window.compose('shi', '10');
    await page.waitForTimeout(1000);
    await picture('composing');
    await cell.commit();
    await page.waitForTimeout(300);
    await key(page, 'Tab');
    await page.waitForTimeout(400);
    const next = await window.compose('ling', '零');
    await next.commit();
    await key(page, 'Tab');
    await window.type('3');
    await page.waitForTimeout(500);
    await window.save();
    await picture('composed');
    assert.match(row(read(folder, 'ime.md'), '一、本年新收'), /\| 10 \| 零 \| 3 \|  \|  \|  \|  \|$/);
  },

  'what is struck right behind Tab waits for it: digits, saving, undoing': async ({ window, page, folder }) => {
    const before = read(folder, 'tabs.md');
    await openNew(window, page, 'tabs.md');
    await toRow(window, before, '一、本年新收');
    for (const value of ['71', '72']) {
      await window.press('Tab');
      await page.keyboard.type(value);
    }
    await window.press('Tab');
    await page.keyboard.type('8');
    await window.press('Control+s');
    for (const end = Date.now() + 10_000; Date.now() < end && read(folder, 'tabs.md') === before; ) await page.waitForTimeout(50);
    assert.match(row(read(folder, 'tabs.md'), '一、本年新收'), /\| 71 \| 72 \| 8 \|  \|  \|  \|  \|$/);
    // The keys of a table end with it.
    await window.press('Control+Home');
    await page.waitForTimeout(600);
    await window.press('Control+End');
    await page.keyboard.type('9');
    await window.save();
    assert.ok(read(folder, 'tabs.md').endsWith('9'));
  },

  'Tab and Enter behind the last value leave the table whole': async ({ window, page, folder, picture }) => {
    const before = read(folder, 'faultless.md');
    await openNew(window, page, 'faultless.md');
    await toRow(window, before, '四、结转下年度继续办理');
    for (const last of ['Tab', 'Enter']) {
      await window.press('End', 'ArrowLeft', 'ArrowLeft', 'Backspace');
      await window.type('2');
      await page.waitForTimeout(300);
      await key(page, last);
      await page.waitForTimeout(300);
    }
    await window.type('x');
    await page.waitForTimeout(300);
    await picture('behind');
    await window.save();
    assert.equal(read(folder, 'faultless.md'), before.replace(row(before, '四、结转下年度继续办理'), `${row(before, '四、结转下年度继续办理')}x`));
  },

  'totals follow when a row is left, as one step of undo': async ({ window, page, folder, picture }) => {
    const before = read(folder, 'faultless.md');
    await withSettings(folder, page, { 'disclosureReport.autoTotal': true }, async () => {
      await openNew(window, page, 'totals.md');
      await toRow(window, before, '（一）予以公开');
      await key(page, 'Tab');
      const values = row(before, '（一）予以公开').split('|').slice(-8, -1).map(Number);
      await window.type(String(values[0] + 5));
      await page.waitForTimeout(800);
      assert.equal((await row(await shown(page), '（一）予以公开')).includes(`| ${values[6] + 5} |`), false, 'not while the row is typed in');
      await window.press('Enter');
      await page.waitForTimeout(800);
      await picture('followed');
      await window.save();
      const after = read(folder, 'totals.md');
      assert.deepEqual(row(after, '（一）予以公开').split('|').slice(-8, -1).map(Number), values.map((value, i) => (i === 0 || i === 6 ? value + 5 : value)));
      const total = row(before, '（七）总计').split('|').slice(-8, -1).map(Number);
      assert.deepEqual(row(after, '（七）总计').split('|').slice(-8, -1).map(Number), total.map((value, i) => (i === 0 || i === 6 ? value + 5 : value)));
      await window.press('Control+z');
      await page.waitForTimeout(500);
      await window.save();
      assert.equal(read(folder, 'totals.md'), before.replace(row(before, '（一）予以公开'), row(before, '（一）予以公开').replace(`| ${values[0]} |`, `| ${values[0] + 5} |`)), 'one undo takes the totals back and nothing else');
      await picture('undone');
    });
  },

  'the status bar adds up what is selected': async ({ window, page, folder, picture, say }) => {
    const before = read(folder, 'faultless.md');
    await window.open('faultless.md');
    await page.waitForTimeout(1500);
    await window.goTo(lineOf(before, '一、本年新收'));
    await window.press('Shift+Home');
    await page.locator('.statusbar-item', { hasText: say.sum }).first().waitFor();
    await picture('sum');
    const values = row(before, '一、本年新收').split('|').slice(-8, -1).map(Number);
    assert.match(await page.locator('.statusbar').innerText(), new RegExp(`${say.sum}.*${values.reduce((a, b) => a + b, 0)}`));
    await window.press('ArrowRight');
    await page.locator('.statusbar-item', { hasText: say.sum }).first().waitFor({ state: 'hidden' });
  },
};

/** The tests, each told what the window says. */
export const writing = Object.fromEntries(Object.entries(tests).map(([title, run]) => [title, (given) => run({ ...given, say: words[given.locale] })]));

/** What the editor shows, line by line as on the screen. */
async function shown(page) {
  const lines = await page.locator('.editor-instance .view-lines').last().locator('.view-line').evaluateAll((all) => all.map((each) => [parseFloat(each.style.top), each.textContent]));
  return lines.sort((a, b) => a[0] - b[0]).map(([, text]) => text.replaceAll('\u00a0', ' ')).join('\n');
}
