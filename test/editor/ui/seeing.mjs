/** Seeing by keyboard and mouse: the preview beside the text, what a number is, which column it is in. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (folder, file) => readFileSync(join(folder, file), 'utf8');
const lineOf = (text, part) => text.slice(0, text.indexOf(part)).split('\n').length;
const WRONG = '| 6 | 2 | 0 | 0 | 1 | 0 | 8 |';

/** The page of the preview. */
const preview = (page) => page.frameLocator('iframe.webview').frameLocator('#active-frame');
const position = (page) => page.locator('#status\\.editor\\.selection').innerText();

export const seeing = {
  'the preview shows the report, marks the wrong cell, and either side leads to the other': async ({ window, page, folder, picture, say }) => {
    const before = read(folder, 'markdown.md');
    await window.open('markdown.md');
    await window.goTo(lineOf(before, WRONG));
    await window.squiggle('error').first().waitFor();
    await window.command(say.preview);
    const shown = preview(page);
    const wrong = shown.locator('td.error');
    await wrong.waitFor();
    assert.equal(await wrong.innerText(), '8');
    assert.match(await wrong.getAttribute('title'), say.finding);
    assert.equal(await shown.locator('table').count(), 3);
    assert.equal(await shown.locator('th[colspan="7"]').count(), 1, 'cells are merged as in the form');
    await picture('preview');
    await wrong.click();
    await page.waitForTimeout(600);
    assert.match(await position(page), new RegExp(`\\b${lineOf(before, WRONG)}\\b.*1`));
    assert.match(await position(page), /selected|已选择/);
    assert.equal(await shown.locator('.current').innerText(), '8');
    assert.match(await shown.locator('#note').innerText(), say.finding);
    await picture('clicked');
    await window.focus();
    await window.type('9');
    await wrong.waitFor({ state: 'detached' });
    await picture('mended');
    await window.goTo(before.split('\n').length);
    const last = shown.locator('p').last();
    await page.waitForTimeout(500);
    const [box, frame] = [await last.boundingBox(), await page.locator('iframe.webview').boundingBox()];
    assert.ok(box.y >= frame.y && box.y < frame.y + frame.height, 'the page follows the caret');
    await picture('followed');
  },

  'the preview is there again when the window is loaded anew': async ({ window, page, picture, say }) => {
    await window.open('faultless.md');
    await window.command(say.preview);
    await preview(page).locator('h1').waitFor();
    await page.waitForTimeout(7000); // what a window holds is written down now and then
    await page.goto(window.url.replace(/&payload=.*/, '')); // a file named in the address would be all that is opened
    await window.ready();
    await preview(page).locator('td').first().waitFor({ timeout: 60_000 });
    await picture('restored');
    assert.match(await page.locator('.tabs-container .tab', { hasText: 'faultless.md' }).last().innerText(), /faultless/);
  },

  'the preview lets nothing in but its own style and script': async ({ window, page, say }) => {
    await window.open('faultless.md');
    await window.command(say.preview);
    const shown = preview(page);
    await shown.locator('h1').waitFor();
    const policy = await shown.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy, /^default-src 'none'; style-src 'nonce-\w{32}'; script-src 'nonce-\w{32}'$/);
    const loaded = await shown.locator('body').evaluate(async (body) => {
      const image = body.ownerDocument.createElement('img');
      const result = new Promise((done) => { image.onload = () => done('loaded'); image.onerror = () => done('refused'); });
      image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
      body.append(image);
      return result;
    });
    assert.equal(loaded, 'refused');
  },

  'a sentence with the numbers of the table comes by pinyin': async ({ window, page, folder, picture }) => {
    const before = read(folder, 'faultless.md');
    await window.open('faultless.md');
    await window.goTo(lineOf(before, '（二）依申请公开') - 1);
    await window.press('Enter');
    await window.type('xshbj');
    await window.press('Control+Space');
    const offered = page.locator('.suggest-widget.visible .monaco-list-row');
    // The list is matched anew at every letter.
    await offered.first().filter({ hasText: /新收和办结申请|requests received and closed/ }).waitFor();
    await picture('offered');
    await window.press('Enter');
    await page.locator('.view-line', { hasText: '新收政府信息公开申请12件，上年结转1件，办结11件，结转下年度继续办理2件。' }).first().waitFor();
    await page.waitForTimeout(1200);
    await picture('written');
    assert.equal(await window.squiggle('warning').count(), 0);
  },

  'an item is offered once, in a document of ours and in a new empty one': async ({ window, page, folder, picture }) => {
    const offered = page.locator('.suggest-widget.visible .monaco-list-row');
    for (const [file, content] of [['empty.nianbao', ''], ['empty.md', ''], ['empty.txt', ''], ['faultless.md', undefined]]) {
      if (content !== undefined) writeFileSync(join(folder, file), content);
      await window.open(file);
      await window.focus();
      await window.press('Control+End', 'Enter');
      await window.type('b3');
      await window.press('Control+Space');
      await offered.first().waitFor();
      await page.waitForTimeout(800);
      await picture(file);
      const items = await offered.allInnerTexts();
      assert.equal(items.filter((item) => /\bb3\b|收到和处理政府信息公开申请情况表|requests received and handled/i.test(item)).length, 1, `${file}: ${items.join(' | ')}`);
      await window.press('Escape', 'Backspace', 'Backspace', 'Backspace');
    }
  },

  'an input method leaves its letters, and they bring the item they stand for': async ({ window, page, picture }) => {
    const offered = page.locator('.suggest-widget.visible .monaco-list-row');
    await window.open('empty.nianbao');
    await window.focus();
    const letters = await window.compose('zhuyaowenti', 'zywt');
    await page.waitForTimeout(600);
    assert.equal(await offered.count(), 0, 'nothing is offered into a composition');
    await letters.commit();
    await window.press('Backspace', 'Backspace', 'Backspace', 'Backspace');
    await (await window.compose('b', 'b')).commit();
    await (await window.compose('3', '3')).commit();
    await offered.first().waitFor();
    await picture('letters');
    await window.press('Enter');
    await page.locator('.view-line', { hasText: '一、本年新收' }).first().waitFor();
  },

  'a heading comes by its mark, a topic by its bracket': async ({ window, page, folder, picture }) => {
    writeFileSync(join(folder, 'empty.nianbao'), '岚溪县民政局2024年政府信息公开工作年度报告\n\n');
    await window.open('empty.nianbao');
    await window.press('Control+End');
    await window.squiggle('error').first().waitFor();
    await window.press('Shift+Digit3'); // `#` with the key and the shift a person strikes
    const offered = page.locator('.suggest-widget.visible .monaco-list-row');
    await offered.first().waitFor();
    await picture('headings');
    assert.match(await offered.first().innerText(), /总体情况|section 1/);
    await window.press('Escape', 'Backspace');
    await page.keyboard.insertText('（');
    await offered.first().waitFor();
    await picture('topics');
    assert.match(await offered.first().innerText(), /主动公开/);
    await window.press('Enter');
    await page.locator('.view-line', { hasText: '（一）主动公开情况。2024年，' }).first().waitFor();
    assert.doesNotMatch(await page.locator('.view-line', { hasText: '主动公开情况' }).first().innerText(), /）$/);
  },

  'a hover says what a number is, and which cell a number of the prose is checked against': async ({ window, page, folder, picture, say }) => {
    const before = read(folder, 'faultless.md');
    const hover = page.locator('.monaco-hover:visible');
    await window.open('faultless.md');
    await window.goTo(lineOf(before, '| 一、本年新收'));
    await window.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await page.waitForTimeout(1500);
    await window.press('Control+k', 'Control+i');
    await hover.filter({ hasText: '✓' }).first().waitFor();
    await picture('value');
    await window.press('Escape');
    const line = before.split('\n').find((each) => each.startsWith('（二）依申请公开'));
    await window.goTo(lineOf(before, line));
    await window.press('Home', ...Array.from({ length: line.indexOf('12件') }, () => 'ArrowRight'));
    await window.press('Control+k', 'Control+i');
    await hover.filter({ hasText: say.beside }).first().waitFor();
    await picture('prose');
    assert.match(await hover.first().innerText(), /✓.*12/s);
    await window.press('Escape');
  },

  'the status bar names the row and column of the number at the caret, and both are tinted': async ({ window, page, folder, picture, say }) => {
    const before = read(folder, 'markdown.md');
    await window.open('markdown.md');
    await window.goTo(lineOf(before, '1.信访举报投诉类申请'));
    await window.press('ArrowLeft', 'ArrowLeft');
    const item = page.locator('#disclosure-report\\.disclosure-report\\.disclosureReport\\.cell');
    await item.filter({ hasText: say.total }).waitFor();
    await picture('total');
    assert.match(await item.innerText(), /信访举报/);
    await window.press(...Array.from({ length: ' | 0 | 0 |'.length }, () => 'ArrowLeft'));
    await item.filter({ hasText: say.legal }).waitFor();
    await picture('moved');
    await window.goTo(lineOf(before, '## 五、'));
    await item.waitFor({ state: 'hidden' });
  },

  'a table copied from a sheet is pasted as the standard table': async ({ window, page, folder, picture, say }) => {
    const before = read(folder, 'faultless.md');
    const [head, rest] = before.split(/(?<=## 四、[^\n]*\n)/);
    const table = rest.slice(0, rest.indexOf('## 五、')).trim();
    const cells = table.split('\n').filter((line) => !line.includes('---')).map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim()).join('\t')).join('\n');
    writeFileSync(join(folder, 'empty.md'), `${head}\n\n${rest.slice(rest.indexOf('## 五、'))}`);
    await window.open('empty.md');
    await window.goTo(head.split('\n').length);
    await page.waitForTimeout(1500);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(async (text) => navigator.clipboard.writeText(text), `${cells}\n`);
    await window.press('Control+v');
    await page.locator('.view-line', { hasText: '| 行政复议 |' }).first().waitFor();
    await picture('pasted');
    await window.save();
    assert.ok(read(folder, 'empty.md').includes(table.split('\n').at(-1)));
    await window.press('Control+z');
    await page.waitForTimeout(500);
    await window.command(say.pasteTable);
    await page.locator('.view-line', { hasText: '| 行政复议 |' }).first().waitFor();
  },

  'a table is copied for Word with its merged cells, and as text': async ({ window, page, folder, picture, say }) => {
    const before = read(folder, 'faultless.md');
    await window.open('faultless.md');
    await window.goTo(lineOf(before, '一、本年新收'));
    await page.waitForTimeout(500);
    const at = await position(page);
    await window.command(say.copyTable);
    await page.locator('.statusbar-item', { hasText: 'Word' }).first().waitFor();
    await picture('copied');
    assert.equal(await position(page), at, 'the caret is where it was');
    await page.context().grantPermissions(['clipboard-read'], { origin: new URL(page.url()).origin });
    const [html, text] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item.getType(type)).text()));
    });
    assert.match(html, /<td colspan="3" rowspan="3">.*<td colspan="7">申请人情况<\/td>/s);
    assert.match(text, /^一、本年新收政府信息公开申请数量\t\t\t9\t3\t0\t0\t0\t0\t12$/m);
    await window.type('x');
    await page.waitForTimeout(300);
    assert.equal(await page.locator('.tab.active.dirty').count(), 1, 'the keyboard is in the text');
  },
};
