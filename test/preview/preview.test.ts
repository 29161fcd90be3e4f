import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse, applyEdits, extract } from '../../server/src/core';
import { previewHtml } from '../../server/src/core/preview';

const sample = (name: string): string => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');

describe('preview', () => {
  for (const name of ['faultless.md', 'markdown.md', 'html.md', 'tab.txt', 'stacked.txt', 'indented.txt', 'spaced.txt']) {
    it(`${name}: reads back with the same values`, () => {
      const analysis = analyse(sample(name));
      const again = analyse(previewHtml(analysis));
      const [before, after] = [analysis, again].map(({ reports }) => extract(reports[0] as never));
      // Lines differ, and rows that are not in the draft come out blank.
      assert.deepEqual(after?.tables, before?.tables);
      assert.equal(after?.year, before?.year);
    });
  }

  it('marks the wrong cell with its message and tells where it stands', () => {
    const text = sample('markdown.md');
    const analysis = analyse(text);
    const finding = analysis.findings.find(({ code }) => code === 'row-total');
    assert.ok(finding);
    const html = previewHtml(analysis);
    assert.match(html, new RegExp(`<td data-line="\\d+" data-offset="${finding.span.start}" data-end="${finding.span.end}" class="error" title="[^"]+">`));
    assert.match(previewHtml(analysis, 'en'), /title="[^"]*equations need/);
  });

  it('marks the words of the prose, not the paragraph', () => {
    const analysis = analyse(sample('markdown.md'));
    const finding = analysis.findings.find(({ code }) => code === 'prose-total');
    assert.ok(finding);
    const words = analysis.document.source.slice(finding.span);
    assert.ok(previewHtml(analysis).includes(`<mark data-offset="${finding.span.start}" data-end="${finding.span.end}" class="${finding.severity}" title="`), words);
    assert.match(previewHtml(analysis), new RegExp(`>${words}</mark>`));
  });

  it('puts the lines of a paragraph together that a page cut, and no others', () => {
    const html = previewHtml(analyse(sample('faultless.md').replace('我局新收', '我局\n新收')));
    assert.match(html, /我局新收/);
    assert.equal(html.match(/<p /g)?.length, previewHtml(analyse(sample('faultless.md'))).match(/<p /g)?.length);
  });

  it('covers every value and every paragraph by the offsets it names', () => {
    const text = sample('markdown.md');
    for (const [, start = '', end = '', shown = ''] of previewHtml(analyse(text)).matchAll(/<td[^>]* data-offset="(\d+)" data-end="(\d+)"[^>]*>([^<]*)</g)) assert.equal(text.slice(Number(start), Number(end)).trim(), shown);
  });

  it('lets no text of the draft become markup', () => {
    const text = sample('markdown.md');
    const at = text.indexOf('一、总体情况');
    const hostile = applyEdits(text, [{ span: { start: text.indexOf('\n', at) + 1, end: text.indexOf('\n', at) + 1 }, newText: '\n文字 <img src=x onerror=alert(1)> & "引号" <script>1</script> 结束。\n' }]);
    const html = previewHtml(analyse(hostile));
    assert.ok(!/<(?:img|script)/.test(html));
    assert.ok(html.includes('&lt;img src=x'));
  });
});
