import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse } from '../../server/src/core';
import { only, said, serious } from '../support/expect';

const folder = new URL('./fixtures/', import.meta.url);

/** Drafts as people paste them, all invented and all without a fault: the measure is that nothing is said and all is read. */
describe('faultless drafts as people paste them', () => {
  for (const name of readdirSync(folder)) {
    it(`${name}: no error, no warning, every cell a number`, () => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const analysis = analyse(text);
      const report = only(analysis, name);
      assert.deepEqual(serious(analysis).map(said), []);
      assert.equal(report.reading.sections.length, 6);
      for (const { id } of report.reading.format.tables) {
        const table = report.table(id);
        assert.deepEqual(table?.missing.map((row) => row.id), [], id);
        for (const row of table?.rows ?? []) assert.ok(row.cells?.every((cell) => cell.state === 'number'), `${id}/${row.declaration.id}: ${row.values.map((value) => value.text).join(' ')}`);
      }
    });
  }
});
