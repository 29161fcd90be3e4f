import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse, applyEdits, extract } from '../../server/src/core';

const complete = readFileSync(new URL('../docs/complete-report.md', import.meta.url), 'utf8');
const samples = ['faultless.md', 'markdown.md', 'html.md', 'tab.txt', 'stacked.txt', 'indented.txt', 'spaced.txt'];
const sample = (name: string): string => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');
const codes = (text: string): string[] => analyse(text).findings.map(({ code }) => code);

/** Applies the first fix of the first finding of a code; the finding must go and no other come. */
function mend(text: string, code: string, expectedLeft: readonly string[] = []): string {
  const before = analyse(text);
  const finding = before.findings.find((each) => each.code === code);
  assert.ok(finding, `no ${code} in ${before.findings.map((each) => each.code).join(', ')}`);
  const fix = finding.fixes?.find((each) => !each.suppression);
  assert.ok(fix, `no fix for ${code}`);
  assert.notEqual(fix.title.zh, '');
  assert.notEqual(fix.title.en, '');
  const after = applyEdits(text, fix.edits());
  const left = codes(after);
  assert.equal(left.filter((each) => each === code).length, before.findings.filter((each) => each.code === code).length - 1, after);
  const known = before.findings.map((each) => each.code);
  for (const each of left) if (!expectedLeft.includes(each)) assert.ok(known.includes(each), `new finding ${each}`);
  return after;
}

/** Cuts a section, heading to the next heading, out of a text. */
function without(text: string, id: string, headingOnly = false): string {
  const { reports } = analyse(text);
  const section = reports[0]?.section(id);
  assert.ok(section, id);
  const end = headingOnly ? text.indexOf('\n', section.heading.span.end) + 1 : section.span.end;
  return text.slice(0, section.span.start) + text.slice(end);
}

describe('fixes of sections', () => {
  for (const name of samples) {
    const text = sample(name);
    for (const id of ['proactiveDisclosure', 'requests', 'reviewLitigation', 'problems', 'other']) {
      it(`${name}: ${id} cut out is inserted again in its place, and every other value stays`, () => {
        if (!analyse(text).reports[0]?.section(id)) return;
        const cut = without(text, id);
        // Zeros contradict a prose that tells numbers: that is said, and true.
        const mended = mend(cut, 'missing-section', ['fee-statement', 'prose-table']);
        const [before, after] = [cut, mended].map((each) => extract(analyse(each).reports[0] as never));
        assert.ok(before && after);
        for (const [table, rows] of Object.entries(before.tables)) if (table !== id) assert.deepEqual(after.tables[table], rows, table);
        const order = after.sections.map((section) => section.number);
        assert.deepEqual(order, [...order].sort(), mended);
        if (after.tables[id]) {
          const values = Object.values(after.tables[id]).flatMap((row) => (Array.isArray(row) ? row : Object.values(row as object))) as { units: bigint }[];
          assert.ok(values.length > 0 && values.every((value) => value?.units === 0n), `${name} ${id}: ${mended}`);
        }
      });
    }
  }

  it('a table whose heading was lost gets the heading back, right above it', () => {
    const cut = without(complete, 'reviewLitigation', true);
    const mended = mend(cut, 'missing-section');
    assert.deepEqual(extract(analyse(mended).reports[0] as never).tables, extract(analyse(complete).reports[0] as never).tables);
    assert.equal(mended.replace(/\n+/g, '\n'), complete.replace(/\n+/g, '\n'));
  });

  it('a numeral is written as its neighbours are', () => {
    const digits = complete.replace(/^([一二三四五六])、/gm, (_, numeral: string) => `${'一二三四五六'.indexOf(numeral) + 1}、`);
    assert.match(mend(without(digits, 'problems'), 'missing-section'), /^5、存在的主要问题及改进情况$/m);
    const marked = complete.replace(/^([一二三四五六]、)/gm, '### $1');
    assert.match(mend(without(marked, 'problems'), 'missing-section'), /^### 五、存在的主要问题及改进情况$/m);
  });

  it('keeps line ends and what stands around', () => {
    const crlf = complete.replaceAll('\n', '\r\n');
    const cut = without(crlf, 'problems');
    const mended = mend(cut, 'missing-section');
    assert.ok(!/[^\r]\n/.test(mended));
    const at = cut.indexOf('六、');
    assert.ok(mended.startsWith(cut.slice(0, at)) && mended.endsWith(cut.slice(at)));
  });

  it('inserts the table under a heading that has none, behind what is said there', () => {
    const { reports } = analyse(complete);
    const table = reports[0]?.table('requests');
    assert.ok(table);
    const lines = complete.split('\n');
    const [from, to] = [analyse(complete).document.source.lineAt(table.span.start), analyse(complete).document.source.lineAt(table.span.end)];
    const cut = [...lines.slice(0, from), '表格如附件。', ...lines.slice(to + 1)].join('\n');
    const mended = mend(cut, 'missing-table');
    assert.ok(mended.includes('表格如附件。\n\n| （本列'));
  });

  it('deletes a copy of a section only when it says the same', () => {
    const { reports } = analyse(complete);
    const span = reports[0]?.section('problems')?.span;
    assert.ok(span);
    const piece = complete.slice(span.start, span.end);
    const doubled = complete.slice(0, span.end) + piece + complete.slice(span.end);
    assert.equal(mend(doubled, 'duplicate-section'), complete);
    const changed = complete.slice(0, span.end) + piece.replace('。', '，另有不同。') + complete.slice(span.end);
    const finding = analyse(changed).findings.find(({ code }) => code === 'duplicate-section');
    assert.deepEqual(finding?.fixes?.filter((fix) => !fix.suppression), []);
  });

  it('puts sections into order without losing a character', () => {
    const { reports } = analyse(complete);
    const [a, b] = ['problems', 'other'].map((id) => reports[0]?.section(id)?.span);
    assert.ok(a && b);
    const swapped = complete.slice(0, a.start) + complete.slice(b.start).trimEnd() + '\n\n' + complete.slice(a.start, a.end).trimEnd() + '\n';
    assert.equal(mend(swapped, 'section-order'), complete);
  });

  it('fills an empty section and replaces a lone 无', () => {
    const span = analyse(complete).reports[0]?.section('problems')?.body;
    assert.ok(span);
    const empty = `${complete.slice(0, span.start)}\n\n${complete.slice(span.end)}`;
    assert.match(mend(empty, 'empty-section'), /及改进情况\n\n（一）存在的主要问题。/);
    const lone = `${complete.slice(0, span.start)}\n\n无\n\n${complete.slice(span.end)}`;
    assert.match(mend(lone, 'empty-section'), /及改进情况\n\n（一）存在的主要问题。[^无]*\n\n六、/);
  });

  it('adds the fee statement and never calls it the only sound fix', () => {
    const span = analyse(complete).reports[0]?.section('other')?.body;
    assert.ok(span);
    const text = `${complete.slice(0, span.start)}\n\n无其他需要报告的事项。\n`;
    assert.match(mend(text, 'fee-statement'), /无其他需要报告的事项。\n\n.*信息处理费/);
    assert.ok(!analyse(text).findings.find(({ code }) => code === 'fee-statement')?.fixes?.some((fix) => fix.preferred));
  });

  it('inserts a missing topic at its place and counts on', () => {
    const text = complete.replace(/（三）政府信息管理.*\n\n/, '').replace('（四）平台', '（三）平台').replace('（五）监督', '（四）监督');
    const mended = mend(text, 'missing-topic');
    assert.match(mended, /（二）.*\n\n（三）政府信息管理情况。2024年，\n\n（四）平台.*\n\n（五）监督/);
  });
});
