import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { printablePage, webviewPage } from '../../client/src/preview-page';

const hostile = '"><script>alert(1)</script>';

describe('pages of the preview', () => {
  it('in the editor let in their own style and script by nonce, and nothing else', () => {
    const page = webviewPage({ language: 'zh-cn', title: hostile, body: '', nonce: 'N0nce', script: `https://x/${hostile}` });
    assert.match(page, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-N0nce'; script-src 'nonce-N0nce'">/);
    assert.equal(page.match(/<script/g)?.length, 1);
    for (const [tag] of page.matchAll(/<(?:style|script)[^>]*>/g)) assert.match(tag, / nonce="N0nce"/);
    assert.doesNotMatch(page, /url\(|@import|<img|<iframe/);
    assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<style'), 'the policy comes first');
  });

  it('to print have no script at all', () => {
    const page = printablePage({ language: 'zh-cn', title: hostile, body: '<article><p>x</p></article>' });
    assert.doesNotMatch(page, /<script/);
    assert.match(page, /default-src 'none'/);
    assert.match(page, /@media print/);
  });
});
