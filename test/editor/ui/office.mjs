/** Word and web pages in and out, by keyboard: a document becomes a draft, a draft with errors is asked about, the document is written. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../editor-host/install.mjs';

const { exportReport, importReport } = createRequire(import.meta.url)(join(root, 'dist/office.js'));

/** Last year's documents, as they come. */
export async function prepareOffice(folder) {
  for (const file of ['last.md', 'faultless.docx', 'faultless.html']) rmSync(join(folder, file), { force: true });
  const text = readFileSync(join(folder, 'faultless.md'), 'utf8');
  for (const [name, format] of [['last.docx', 'docx'], ['page.html', 'html']]) writeFileSync(join(folder, name), (await exportReport(text, { format })).bytes);
}

/** The file dialog of VS Code takes a path. */
async function answerDialog(page, window, path) {
  const input = page.locator('.quick-input-widget input[type="text"]').first();
  await page.locator('.quick-input-widget .quick-input-title, .quick-input-widget .quick-input-action').first().waitFor();
  await input.fill(path);
  await page.waitForTimeout(600);
  await window.press('Enter');
}

const untilWritten = async (path) => {
  for (const end = Date.now() + 20_000; Date.now() < end && !existsSync(path); ) await new Promise((done) => setTimeout(done, 100));
  return readFileSync(path);
};

export const office = {
  'a Word document becomes a draft beside it, without findings': async ({ window, page, folder, picture, say }) => {
    rmSync(join(folder, 'last.md'), { force: true });
    await window.open('faultless.md');
    await window.command(say.import);
    await answerDialog(page, window, join(folder, 'last.docx'));
    const tab = page.locator('.tab.active', { hasText: 'last.md' });
    await tab.waitFor({ timeout: 30_000 });
    await window.ready();
    await page.locator('.notification-toast', { hasText: 'last.docx' }).first().waitFor();
    await picture('imported');
    await page.waitForTimeout(1500);
    for (const kind of ['error', 'warning']) assert.equal(await window.squiggle(kind).count(), 0, kind);
    await window.focus();
    await window.save();
    const { markdown } = await importReport('last.docx', readFileSync(join(folder, 'last.docx')));
    assert.equal(readFileSync(join(folder, 'last.md'), 'utf8'), markdown);
  },

  'a draft with errors is asked about before it is exported': async ({ window, page, folder, picture, say }) => {
    await window.open('markdown.md');
    await window.goTo(readFileSync(join(folder, 'markdown.md'), 'utf8').split('\n').findIndex((line) => line.includes('一、本年新收')) + 1);
    await window.squiggle('error').first().waitFor();
    await window.command(say.exportWord);
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), say.finding);
    await picture('asked');
    await dialog.locator('.monaco-button', { hasText: say.showFirst }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForTimeout(300);
    assert.match(await page.locator('#status\\.editor\\.selection').innerText(), /selected|已选择/, 'the first error is selected');
    assert.ok(!existsSync(join(folder, 'markdown.docx')));
  },

  'a faultless draft is written as a Word document and as a web page': async ({ window, page, folder, picture, say }) => {
    await window.open('faultless.md');
    for (const [name, file] of [[say.exportWord, 'faultless.docx'], [say.exportWebPage, 'faultless.html']]) {
      rmSync(join(folder, file), { force: true });
      await window.command(name);
      await answerDialog(page, window, join(folder, file));
      const bytes = await untilWritten(join(folder, file));
      await page.locator('.notification-toast', { hasText: file }).first().waitFor();
      await picture(file.endsWith('docx') ? 'word' : 'page');
      const { markdown } = await importReport(file, bytes);
      assert.match(markdown, /一、本年新收政府信息公开申请数量/);
    }
  },

  'last year’s report is rolled over from its Word document': async ({ window, page, picture, say }) => {
    await window.open('faultless.md');
    await window.command(say.newReport);
    const row = (text) => page.locator('.quick-input-widget .monaco-list-row', { hasText: text }).first();
    await row(say.rollOver).waitFor();
    await window.press('Enter');
    await row('faultless.md').waitFor();
    await window.type('last.docx');
    await row('last.docx').waitFor();
    await page.waitForTimeout(300);
    await window.press('Enter');
    const input = page.locator('.quick-input-widget input').first();
    await page.locator('.quick-input-widget', { hasText: say.year }).waitFor({ timeout: 30_000 });
    assert.equal(await input.inputValue(), '2025');
    await window.press('Enter');
    await page.locator('.quick-input-widget', { hasText: say.unit }).waitFor();
    assert.equal(await input.inputValue(), '青禾县教育局');
    await window.press('Enter');
    await page.locator('.tab.active', { hasText: /Untitled|青禾/ }).waitFor();
    await page.locator('.view-line', { hasText: '2025年' }).first().waitFor();
    await picture('rolled');
  },

  'a Word document dropped into an empty draft becomes its text': async ({ window, page, picture }) => {
    await window.open('empty.md');
    const from = await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'last.docx' }).boundingBox();
    const to = await page.locator('.editor-instance .monaco-editor').last().boundingBox();
    await page.mouse.move(from.x + 40, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 200, to.y + 300, { steps: 12 });
    // Held when the drag is over the text: else the file would be opened.
    await page.keyboard.down('Shift');
    await page.mouse.move(to.x + 210, to.y + 100, { steps: 8 });
    await page.waitForTimeout(500);
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await page.locator('.view-line', { hasText: '六、其他需要报告的事项' }).first().waitFor({ timeout: 20_000 });
    await picture('dropped');
  },

  '“Open With…” of a Word document opens its draft': async ({ window, page, folder, picture, say }) => {
    rmSync(join(folder, 'last.md'), { force: true });
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'last.docx' }).click();
    await window.command(say.openWith);
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: say.wordEditor }).first().waitFor();
    await window.type(say.wordEditor);
    await window.press('Enter');
    await page.locator('.tab.active', { hasText: 'last.md' }).waitFor({ timeout: 30_000 });
    await window.ready();
    await picture('opened-with');
  },
};
