/** A whole report by keyboard, from an empty window to no findings: prose by an input method, sentences by pinyin, tables by Tab and Enter. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const words = {
  en: { newReport: 'New Annual Report', blank: 'Blank report', year: 'The year the report is about', agency: 'The reporting unit', recompute: 'Recompute Totals', fine: 'No problems have been detected' },
  'zh-cn': { newReport: '新建年度报告', blank: '空白年报', year: '报告年度', agency: '单位名称', recompute: '重算总计', fine: '未在工作区检测到问题' },
};
const input = (page) => page.locator('.quick-input-widget input').first();
const offered = (page) => page.locator('.suggest-widget.visible .monaco-list-row');

/** Waits for a question, by what stands in its box or under it. */
async function asked(page, said) {
  for (const end = Date.now() + 20_000; Date.now() < end; await page.waitForTimeout(50)) {
    const shown = [await page.locator('.quick-input-widget:visible').allInnerTexts(), await input(page).getAttribute('placeholder')].flat().join(' ');
    if (shown.includes(said)) return;
  }
  throw new Error(`not asked: ${said}`);
}

/** A sentence by an input method, in two pieces; nothing is offered behind either. */
async function compose(window, letters, ...pieces) {
  for (const piece of pieces) {
    await (await window.compose(letters, piece)).commit();
    await window.page.waitForTimeout(250);
    assert.equal(await offered(window.page).count(), 0, `nothing is offered behind ${piece}`);
  }
}

/** Values one after another, each with the key that goes on from it. */
async function values(window, list, key) {
  for (const value of list) {
    await window.type(String(value));
    await window.press(key);
  }
}

export const whole = {
  'a whole report, from an empty window to no findings, by keyboard alone': async ({ window, page, folder, picture, locale }) => {
    const say = words[locale];
    await window.closeAll();
    await window.command(say.newReport);
    await asked(page, say.blank);
    await window.press('ArrowDown', 'Enter');
    await asked(page, say.year);
    await window.press('Control+a');
    await window.type('2024');
    await window.press('Enter');
    await asked(page, say.agency);
    await window.press('Control+a');
    await (await window.compose('yunling', '云岭县粮食局')).commit();
    await window.press('Enter');
    await page.locator('.monaco-editor .view-line', { hasText: '云岭县粮食局2024年政府信息公开工作年度报告' }).first().waitFor();
    await page.waitForTimeout(500);
    await picture('begun');

    // Prose: the caret stands where the first sentence goes, Tab goes to the next. What needs the tables is left for later.
    await compose(window, "zhu'dong", '主动公开政府信息', '126条。');
    await window.press('Tab', 'Tab');
    await compose(window, 'guifan', '严格执行信息发布审核制度', '。');
    await window.press('Tab');
    await compose(window, 'gaiban', '优化门户网站专栏', '。');
    await window.press('Tab');
    await compose(window, 'peixun', '开展业务培训', '2次。');
    await picture('prose');

    // Table two, value after value; table three down its columns; totals by command.
    await window.press('Tab');
    await values(window, [0, 0, 0, 1, 0, 3, 57, 12, 0, 0], 'Tab');
    await picture('table-two');
    await values(window, [9, 1, 6, 2, ...Array(19).fill(0), 8], 'Enter');
    await window.type('2');
    await page.locator('.view-line', { hasText: /四、结转下年度继续办理\s\|\s+\|\s+\|\s2\s\|/ }).first().waitFor();
    await picture('down');
    await window.command(say.recompute);
    await page.waitForTimeout(800);
    await window.focus();
    await picture('totals');

    // On to the sections behind the tables.
    await window.press('Control+End');
    await window.press(...Array(8).fill('ArrowUp'), 'End');
    await compose(window, 'buguo', '公开内容还不够全面', '。');
    await window.press('ArrowDown', 'ArrowDown', 'End');
    await compose(window, 'jiaqiang', '加强学习', '，丰富公开内容。');
    await picture('problems');

    // The sentence that needed the table, with its numbers.
    await window.goTo(9);
    await window.type('xs');
    await offered(page).first().waitFor();
    await picture('sentence');
    assert.match(await offered(page).first().innerText(), /新收和办结申请|requests received and closed/);
    await window.press('Enter');
    await page.locator('.view-line', { hasText: '2024年，新收政府信息公开申请9件，上年结转1件，办结8件，结转下年度继续办理2件。' }).first().waitFor();

    await window.press('Control+Shift+M');
    await page.locator('.markers-panel', { hasText: say.fine }).first().waitFor();
    await picture('finished');
    await window.press('Control+Shift+M');
    await window.focus();

    // The draft has its title as name: saving asks nothing.
    await window.save();
    await picture('saved');
    const text = readFileSync(join(folder, '云岭县粮食局2024年政府信息公开工作年度报告.nianbao'), 'utf8');
    assert.match(text, /^# 云岭县粮食局2024年政府信息公开工作年度报告\n/);
    assert.match(text, /\n（二）依申请公开情况。2024年，新收政府信息公开申请9件，/);
    assert.match(text, /\n\| 一、本年新收政府信息公开申请数量 \|  \|  \| 9 \| 0 \| 0 \| 0 \| 0 \| 0 \| 9 \|\n/);
    assert.match(text, /\n\|  \| （七）总计 \|  \| 8 \| 0 \| 0 \| 0 \| 0 \| 0 \| 8 \|\n/);
    assert.doesNotMatch(text, /\n\n\n|\$|\t/);
  },
};
