/** A report that was exported and imported again says the same, whatever its layout was; and exported once more it is the same document. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exportFragment, exportReport } from '../../server/src/office/export';
import { importReport } from '../../server/src/office/import';
import { layouts } from '../support/layouts';
import { model, type Model } from '../support/model';
import { writeReport } from '../support/report';
import { seed } from '../support/runs';
import { dataOf } from './import/support';

/** The published text; how the title is broken and spaced is not compared. */
const published = (text: string): string => exportFragment(text, { allowPlaceholders: true }).replace(/<h1>.*<\/h1>/, (title) => title.replace(/\s|<br>/g, ''));

const cases: Model[] = fc.sample(model, { seed, numRuns: 4 });

for (const layout of layouts) {
  test(`there and back again: ${layout.name}`, async () => {
    for (const [i, each] of cases.entries()) {
      const { text } = writeReport(each, { layout, tape: fc.sample(fc.array(fc.nat(), { minLength: 200, maxLength: 200 }), { seed: seed + i, numRuns: 1 })[0] ?? [] });
      for (const format of ['docx', 'html'] as const) {
        const what = `${each.format.id}, ${each.agency}, ${format}\n${text}`;
        const { bytes } = await exportReport(text, { format, allowPlaceholders: true });
        const { markdown } = await importReport(`report.${format}`, bytes);
        assert.equal(dataOf(markdown), dataOf(text), what);
        assert.equal(published(markdown), published(text), what);
      }
    }
  });
}
