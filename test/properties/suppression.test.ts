import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, applyEdits, extract, toJson, type Span } from '../../server/src/core';
import { tape } from '../support/dice';
import { only } from '../support/expect';
import { layouts } from '../support/layouts';
import { model } from '../support/model';
import { writeReport } from '../support/report';
import { property } from '../support/runs';

const layout = fc.constantFrom(...layouts);

property('a suppression comment silences its finding and no other, and reads the same', 120, [model, tape, layout, fc.nat(1000)], (report, tape, layout, n) => {
  const written = writeReport(report, { layout, tape, plainNumbers: true });
  const keys = [...written.draft.cells.keys()].filter((key) => key.startsWith('requests/'));
  const key = keys[n % keys.length] ?? '';
  const text = applyEdits(written.text, [{ span: written.draft.cells.get(key) as Span, newText: String(BigInt(report.values.get(key) ?? '0') + 1n) }]);
  const before = analyse(text);
  const finding = before.findings.find(({ severity }) => severity === 'error');
  const fix = finding?.fixes?.find((each) => each.suppression);
  assert.ok(finding && fix, text);
  const suppressed = applyEdits(text, fix.edits());
  const after = analyse(suppressed);
  const codes = (all: typeof after): string[] => all.findings.map(({ code }) => code);
  const expected = codes(before);
  expected.splice(expected.indexOf(finding.code), 1);
  assert.deepEqual(codes(after), expected, suppressed);
  const data = (of: typeof after): string => toJson(extract(only(of, suppressed)).tables);
  assert.equal(data(after), data(before), suppressed);
});
