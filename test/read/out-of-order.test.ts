import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse } from '../../server/src/core';
import { only, said, serious } from '../support/expect';

const folder = new URL('./out-of-order/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** The same faultless report, taken out of a PDF by programs that go over a page in their own order. */
describe('cells in another order than the form’s', () => {
  for (const name of readdirSync(folder)) {
    it(`${name}: nothing is called missing or wrong`, () => {
      const analysis = analyse(read(name));
      assert.deepEqual(serious(analysis).map(said), []);
      const told = analysis.findings.filter(({ code }) => code === 'row-cells' || code === 'missing-table');
      assert.ok(told.length >= 1 && told.every(({ severity }) => severity === 'information'), 'that a table was not checked is told');
    });

    it(`${name}: no number of another row is read`, () => {
      const report = only(analyse(read(name)), name);
      for (const row of report.table('requests')?.rows ?? []) {
        const numbers = row.cells?.map(({ text }) => Number(text));
        if (numbers) assert.equal(numbers.slice(0, -1).reduce((a, b) => a + b, 0), numbers.at(-1), row.declaration.id);
      }
      assert.ok(report.table('proactiveDisclosure')?.rows.every(({ cells }) => cells === undefined));
    });
  }
});

describe('but rows are missing where nothing stands out of place', () => {
  const complete = readFileSync(new URL('../docs/complete-report.md', import.meta.url), 'utf8');
  it('one cell a line, three rows left out', () => {
    const stacked = complete
      .split('\n')
      .filter((line) => !/^\| *---|2\.重复申请|3\.要求提供公开出版物|8\.属于行政查询事项/.test(line))
      .map((line) => (line.startsWith('|') ? line.split('|').map((cell) => cell.trim()).filter((cell) => cell !== '').join('\n') : line))
      .join('\n');
    assert.deepEqual(serious(analyse(stacked)).map(({ code, data }) => [code, data]), [['missing-row', { table: 'requests', rows: ['denied.registerLookup', 'notProcessed.repeat', 'notProcessed.publication'] }]]);
  });
});
