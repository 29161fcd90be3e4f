/** Whatever the layout: every line of prose and every value of the tables is published, in order, and no line of a table as prose. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDocument } from '../../../server/src/core';
import { exportFragment } from '../../../server/src/office/export';
import { layouts } from '../../support/layouts';
import { model } from '../../support/model';
import { writeReport } from '../../support/report';
import { seed } from '../../support/runs';

const letters = (text: string): string => text.replace(/<!--[\s\S]*?-->|<[^>]*>|\[bookmark:[^\]]*\]/g, '').replace(/&[a-z]+;/g, ' ').replace(/[^\p{L}\p{N}]/gu, '');

for (const layout of layouts) {
  test(`nothing lost: ${layout.name}`, () => {
    for (const [i, each] of fc.sample(model, { seed, numRuns: 6 }).entries()) {
      const { text } = writeReport(each, { layout, tape: fc.sample(fc.array(fc.nat(), { minLength: 200, maxLength: 200 }), { seed: seed - i, numRuns: 1 })[0] ?? [] });
      const [reading] = readDocument(text, { assumeReport: true }).reports;
      const html = exportFragment(text, { allowPlaceholders: true });
      const published = letters(html.replace(/<table[\s\S]*?<\/table>/g, ''));
      let at = 0;
      for (const { span } of reading?.prose ?? []) {
        const line = letters(text.slice(span.start, span.end));
        const title = reading?.title;
        // The title is compared as a whole, page numbers are none of the text.
        if (/^\d*$/.test(line) || /^第?\d+页?共?\d*页?$/.test(line) || (title && span.start < title.span.end && span.end > title.span.start)) continue;
        const found = published.indexOf(line, at);
        assert.ok(found >= 0, `${line}\n---\n${published}\n---\n${text}`);
        at = found + line.length;
      }
      const values = [...html.matchAll(/<td[^>]*class="number"[^>]*>([^<]*)</g)].map(([, value]) => value?.trim());
      const read = reading?.tables.flatMap((table) => table.declaration.rows.flatMap((row) => table.rows.find(({ declaration }) => declaration === row)?.values.map((cell) => cell.text.replace(/\s+/g, ' ')) ?? []));
      assert.deepEqual(values, read, text);
      assert.doesNotMatch(html.replace(/<table[\s\S]*?<\/table>/g, ''), /class="note"|属于国家秘密|信息内容/, text);
    }
  });
}
