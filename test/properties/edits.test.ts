import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { analyse, type Analysis } from '../../server/src/core';
import { format } from '../../server/src/core/text/exact';
import { Dice, tape } from '../support/dice';
import { layouts } from '../support/layouts';
import { model } from '../support/model';
import { writeReport } from '../support/report';
import { property } from '../support/runs';

const layout = fc.constantFrom(...layouts);

/** All that analysing a text says, as text. */
function told({ document, reports, findings, failures }: Analysis): string {
  assert.deepEqual(failures, []);
  const tables = reports.flatMap(({ reading }) => reading.tables).map(({ declaration, span, layout, under, missing, rows }) => ({
    id: declaration.id, span, layout, under, missing: missing.map((row) => row.id),
    rows: rows.map((row) => [row.declaration.id, row.alignment, row.label, row.span, row.values.map((value) => [value.state, value.span, value.value ? format(value.value) : null, value.oddity])]),
  }));
  const sections = reports.flatMap(({ reading }) => reading.sections).map(({ declaration, span, body, topics, heading }) => [declaration.id, span, body, heading.wording, topics.map((topic) => [topic.declaration.id, topic.span])]);
  const titles = reports.map(({ reading, year, agency }) => [reading.title?.span, year?.value, agency, reading.format.id]);
  return JSON.stringify([document.kind, titles, sections, tables, findings.map(({ code, severity, span, message, related, data, fixes }) => [code, severity, span, message, related?.map((place) => place.span), data, fixes?.map((fix) => [fix.title, fix.preferred, fix.edits()])])], null, 1);
}

/** The core without anything it remembers: its modules loaded anew. */
function freshAnalyse(): typeof analyse {
  const load = createRequire(__filename);
  const own = (path: string): boolean => path.includes('/server/src/core/');
  const kept = Object.entries(load.cache).filter(([path]) => own(path));
  for (const [path] of kept) delete load.cache[path];
  const fresh = (load('../../server/src/core') as { analyse: typeof analyse }).analyse;
  for (const path of Object.keys(load.cache)) if (own(path)) delete load.cache[path];
  for (const [path, module] of kept) load.cache[path] = module;
  assert.notEqual(fresh, analyse);
  return fresh;
}

const SCRAPS = ['', ' ', '\t', '\n', '\r\n', '|', '||', '0', '12', '５', '、', '一、', '（一）', '。', '##', '<table>', '</tr>', '<td>', '<!--', '-->', '```', '> ', '总计', '四、', '其他', '-', '\u0000', '\ud842', '\u200b', '总体情况', '行政复议', 'x'.repeat(300), '本年新收'];

/** A few changes such as typing, deleting and pasting make. */
function edited(text: string, dice: Dice, other: string): string {
  let result = text;
  for (let n = 1 + dice.below(4); n > 0; n--) {
    const at = dice.below(result.length + 1);
    const length = dice.pick([0, 1, 1, 2, 8, 40, 400]);
    const scrap = dice.chance(20) ? other.slice(dice.below(other.length), dice.below(other.length)) : (SCRAPS[dice.below(SCRAPS.length)] ?? '');
    result = result.slice(0, at) + scrap + result.slice(at + length);
  }
  return result;
}

property('edited drafts: never throws, and what is remembered gives what a fresh reading gives', 12, [model, fc.array(tape, { minLength: 12, maxLength: 12 }), layout], (report, tapes, layout) => {
  const { text } = writeReport(report, { layout, tape: tapes[0] ?? [] });
  const fresh = freshAnalyse();
  const versions = [text];
  for (const each of tapes) versions.push(edited(versions.at(-1) ?? '', new Dice(each), text));
  const said = versions.map((version) => told(analyse(version)));
  // Backwards, so that the memory of the fresh one is another.
  for (let i = versions.length - 1; i >= 0; i--) assert.equal(told(fresh(versions[i] ?? '')), said[i], versions[i]);
});

property('edited drafts: every span lies in the text, every fix applies', 150, [model, tape, tape, layout], (report, first, second, layout) => {
  const { text } = writeReport(report, { layout, tape: first });
  const changed = edited(text, new Dice(second), text);
  const { findings, failures } = analyse(changed);
  assert.deepEqual(failures, []);
  for (const { span, related, fixes, code } of findings) {
    for (const each of [span, ...(related ?? []).map((place) => place.span)]) assert.ok(0 <= each.start && each.start <= each.end && each.end <= changed.length, `${code} ${JSON.stringify(each)}\n${changed}`);
    for (const fix of fixes ?? []) {
      let last = 0;
      for (const edit of [...fix.edits()].sort((a, b) => a.span.start - b.span.start)) {
        assert.ok(last <= edit.span.start && edit.span.start <= edit.span.end && edit.span.end <= changed.length, `${code}: ${fix.title.en}\n${changed}`);
        last = edit.span.end;
      }
    }
  }
});

const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3000, size: 'max' }),
  fc.array(fc.constantFrom(...SCRAPS, '政府信息公开', '年度报告', '2024', '收到和处理政府信息公开申请情况', '规章', '\t0', '| 0 ', '\n0'), { maxLength: 400, size: 'max' }).map((parts) => parts.join('')),
);

property('random text: never throws', 300, [garbage, fc.boolean()], (text, assumeReport) => {
  assert.deepEqual(analyse(text, { assumeReport }).failures, []);
});
