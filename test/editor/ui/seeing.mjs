/** Seeing by keyboard and mouse: the preview beside the text, what a number is, which column it is in. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
};
