import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { analyse, applyEdits, SourceText, type Analysis } from '../../server/src/core';
import { changeBetween } from '../../server/src/core/text/change';
import { tape } from '../support/dice';
import { layouts } from '../support/layouts';
import { model } from '../support/model';
import { writeReport } from '../support/report';
import { property } from '../support/runs';

/** What is typed, pasted and deleted: digits most of all, and what begins or ends something. */
const typed = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', '1', '9', '2', '件', '，', '。', ' ') },
  { weight: 3, arbitrary: fc.constantFrom('\n', '\r', '\r\n', '|', '\t', '#', '（', '<', '>', '-', '一、', '其中', '2019年') },
  { weight: 1, arbitrary: fc.constantFrom('<!--', '-->', '<!-- disclosure-report-disable row-total -->', '\n\n二、主动公开政府信息情况\n', '\n某县2023年政府信息公开工作年度报告\n', '<table>', '</table>', '```\n') },
);
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), deleted: fc.oneof({ weight: 5, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(400) }), text: typed });
/** Drafts with a few faults: digits doubled here and there. */
const written = fc.tuple(model, tape, fc.constantFrom(...layouts), fc.array(fc.nat(50), { maxLength: 3 })).map(([report, own, layout, places]) => {
  const { text } = writeReport(report, { layout, tape: own });
  return places.reduce((draft, place) => draft.replace(new RegExp(`^((?:\\D*\\d){${20 + place * 2}})`), '$17'), text);
});

/** Everything an analysis says that somebody can see, edits of the fixes included. */
function said({ document, reports, findings, failures }: Analysis): unknown {
  return {
    kind: document.kind,
    starts: document.source.starts,
    ends: document.source.ends,
    reports: reports.map(({ reading, year, agency, level }) => ({ span: reading.span, format: reading.format.id, title: reading.title, tables: reading.tables.map(({ span, layout, rows }) => [span, layout, rows.map((row) => row.span)]), sections: reading.sections.map(({ span }) => span), prose: reading.prose, year, agency, level })),
    findings: findings.map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes?.map(({ edits, ...fix }) => ({ ...fix, edits: edits() })) })),
    failures,
  };
}

/** Whether a report was taken over without being read. */
const takenOver = ({ document }: Analysis): boolean => document.reports.some((reading) => Object.getOwnPropertyDescriptor(reading, 'tables')?.get);
let taken = 0;

property('an analysis that builds on the one of the version before says what a new one says', 30, [fc.array(written, { minLength: 1, maxLength: 4 }), fc.array(edit, { minLength: 1, maxLength: 6 })], (texts, edits) => {
  let text = texts.join('\n');
  let analysis = analyse(text);
  for (const { at, deleted, text: newText } of edits) {
    const start = Math.floor(at * text.length);
    text = applyEdits(text, [{ span: { start, end: Math.min(text.length, start + deleted) }, newText }]);
    analysis = analyse(text, { previous: analysis });
    if (takenOver(analysis) && analysis.findings.length > 0) taken++;
    assert.deepEqual(said(analysis), said(analyse(text)), text);
  }
});

const lines = fc.array(fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '一'), { maxLength: 30 }).map((parts) => parts.join(''));

property('the lines of a changed text are those of the new text', 2000, [lines, lines], (before, after) => {
  const change = changeBetween(before, after);
  const changed = change ? new SourceText(before).changedTo(after, change) : new SourceText(before);
  assert.deepEqual([changed.starts, changed.ends], [new SourceText(after).starts, new SourceText(after).ends]);
});

void test('… and does build on it', () => assert.ok(taken > 0));
