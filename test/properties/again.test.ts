import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { analyse, applyEdits, SourceText, type Analysis } from '../../server/src/core';
import { MovedTable } from '../../server/src/core/read/moved';
import { changeBetween } from '../../server/src/core/text/change';
import { tape } from '../support/dice';
import { layouts } from '../support/layouts';
import { model } from '../support/model';
import { writeReport } from '../support/report';
import { property } from '../support/runs';
import { said } from '../support/said';

/** What is typed, pasted and deleted: digits most of all, and what begins or ends something. */
const typed = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', '1', '9', '2', '件', '，', '。', ' ', '好', '其中', '共', '未') },
  { weight: 3, arbitrary: fc.constantFrom('\n', '\r', '\r\n', '|', '\t', '#', '（', '<', '>', '-', '一、', '其中：', '1．', '2019年', '开', '報', '全部办结', '（二）依申请公开情况。', '收到申请3件，其中自然人2件、法人2件') },
  { weight: 1, arbitrary: fc.constantFrom('<!--', '-->', '<!-- disclosure-report-disable row-total -->', '【待改写】', '\n\n二、主动公开政府信息情况\n', '\n某县2023年政府信息公开工作年度报告\n', '年报', '<table>', '</table>', '```\n', '| 3 | 4 |\n', '自然人\t3\t0\t1\n') },
);
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), deleted: fc.oneof({ weight: 5, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(400) }), text: typed });
/** Drafts with a few faults: digits doubled here and there. */
const written = fc.tuple(model, tape, fc.constantFrom(...layouts), fc.array(fc.nat(50), { maxLength: 3 })).map(([report, own, layout, places]) => {
  const { text } = writeReport(report, { layout, tape: own });
  return places.reduce((draft, place) => draft.replace(new RegExp(`^((?:\\D*\\d){${20 + place * 2}})`), '$17'), text);
});

/** Whether a report was taken over without being read, and whether all but the prose was. */
const takenOver = ({ document }: Analysis): boolean => document.reports.some((reading) => Object.getOwnPropertyDescriptor(reading, 'tables')?.get);
const moved = ({ document }: Analysis): boolean => document.reports.some((reading) => !Object.getOwnPropertyDescriptor(reading, 'tables')?.get && reading.tables.some((table) => table instanceof MovedTable));
const hits = { taken: 0, moved: 0, far: 0 };

/** Goes from version to version, each analysis building on the one before, and compares some of them with a new one. */
function follow(versions: readonly string[]): void {
  let analysis = analyse(versions[0] ?? '');
  let far = 0;
  versions.slice(1).forEach((text, i) => {
    analysis = analyse(text, { previous: analysis });
    if (takenOver(analysis) && analysis.findings.length > 0) hits.taken++;
    if (moved(analysis)) hits.moved++;
    far = moved(analysis) ? far + 1 : 0;
    if (far > 1) hits.far++;
    // Looking into an analysis makes it read what it has put off: so not into each.
    if (i % 2 === 1 || i === versions.length - 2) assert.deepEqual(said(analysis), said(analyse(text)), text);
  });
}

const changed = (text: string, at: number, deleted: number, newText: string): string => applyEdits(text, [{ span: { start: at, end: Math.min(text.length, at + deleted) }, newText }]);

property('an analysis that builds on the one of the version before says what a new one says', 30, [fc.array(written, { minLength: 1, maxLength: 4 }), fc.array(edit, { minLength: 1, maxLength: 6 })], (texts, edits) => {
  const versions = [texts.join('\n')];
  for (const { at, deleted, text } of edits) {
    const before = versions.at(-1) ?? '';
    versions.push(changed(before, Math.floor(at * before.length), deleted, text));
  }
  follow(versions);
});

/** Places behind a comma or a full stop: nearly all of them stand in prose. */
const inProse = (text: string, at: number): number => {
  const places = [...text.matchAll(/[，。、：]/g)].map(({ index }) => index + 1);
  return places[Math.floor(at * places.length)] ?? 0;
};

property('… in the sentences, letter by letter, back and forth', 30, [written, fc.array(edit, { minLength: 1, maxLength: 5 }), fc.array(fc.boolean(), { maxLength: 8 })], (draft, edits, turns) => {
  const versions = [draft];
  for (const { at, deleted, text } of edits) {
    let now = versions.at(-1) ?? '';
    let place = inProse(now, at);
    if (deleted > 0) versions.push((now = changed(now, place, deleted, '')));
    for (const letter of text) versions.push((now = changed(now, place++, 0, letter)));
  }
  // Undone and done again, as a writer does.
  let position = versions.length - 1;
  for (const back of turns) {
    position = Math.max(0, Math.min(versions.length - 1, position + (back ? -1 : 1)));
    versions.push(versions[position] ?? draft);
  }
  follow(versions);
});

const lines = fc.array(fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '一'), { maxLength: 30 }).map((parts) => parts.join(''));

property('the lines of a changed text are those of the new text', 2000, [lines, lines], (before, after) => {
  const change = changeBetween(before, after);
  const source = change ? new SourceText(before).changedTo(after, change) : new SourceText(before);
  assert.deepEqual([source.starts, source.ends], [new SourceText(after).starts, new SourceText(after).ends]);
});

void test('… and does build on it, from one version to the next', () => {
  for (const [what, count] of Object.entries(hits)) assert.ok(count > 0, what);
});
