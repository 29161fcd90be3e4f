import { analyse } from '../../server/src/core';
import { tape } from '../support/dice';
import { assertCells, only, said, serious } from '../support/expect';
import { layouts } from '../support/layouts';
import { model } from '../support/model';
import { writeReport } from '../support/report';
import { property } from '../support/runs';
import assert from 'node:assert/strict';

for (const layout of layouts) {
  property(`${layout.name}: every cell is read at its place, and a faultless draft draws no error or warning`, 120, [model, tape], (report, tape) => {
    const written = writeReport(report, { layout, tape });
    const analysis = analyse(written.text);
    assertCells(only(analysis, written.text), report, written);
    assert.deepEqual(serious(analysis).map(said), [], written.text);
  });
}
