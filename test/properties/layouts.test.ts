import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../server/src/core';
import { tape } from '../support/dice';
import { assertCells, only, said, serious } from '../support/expect';
import { layouts, type Layout } from '../support/layouts';
import { model } from '../support/model';
import { writeReport } from '../support/report';
import { property } from '../support/runs';

for (const layout of layouts) {
  property(`${layout.name}: every cell is read at its place, and a faultless draft draws no error or warning`, 50, [model, tape], (report, tape) => {
    const written = writeReport(report, { layout, tape });
    const analysis = analyse(written.text);
    assertCells(only(analysis, written.text), report, written);
    assert.deepEqual(serious(analysis).map(said), [], written.text);
  });
}

property('a layout of its own for every table', 80, [model, tape, fc.array(fc.constantFrom(...layouts), { minLength: 3, maxLength: 3 })], (report, tape, [first, second, third]) => {
  const layout = { proactiveDisclosure: first as Layout, requests: second as Layout, reviewLitigation: third as Layout };
  const written = writeReport(report, { layout, tape });
  const analysis = analyse(written.text);
  assertCells(only(analysis, written.text), report, written);
  assert.deepEqual(serious(analysis).map(said), [], `${first?.name}, ${second?.name}, ${third?.name}\n${written.text}`);
});

property('15 table missing: each is told once, nothing is invented', 50, [model, tape, fc.constantFrom(...layouts), fc.integer({ min: 1, max: 7 })], (report, tape, layout, which) => {
  const without = new Set(report.format.tables.map((table) => table.id).filter((_, i) => which & (1 << i)));
  const written = writeReport(report, { layout, tape, without });
  const analysis = analyse(written.text);
  const read = only(analysis, written.text);
  for (const id of without) assert.equal(read.table(id), undefined, written.text);
  assert.deepEqual(serious(analysis).map(({ code, data }) => [code, data]), [...without].map((table) => ['missing-table', { table }]), `${serious(analysis).map(said).join('\n')}\n${written.text}`);
});
