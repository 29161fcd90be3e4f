import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../server/src/core';
import { valueRows } from '../../server/src/core/format';
import { insertRows } from '../../server/src/core/fixes/rows';
import { tape } from '../support/dice';
import { layouts } from '../support/layouts';
import { model } from '../support/model';
import { writeReport } from '../support/report';
import { property } from '../support/runs';
import { apply, codes, fixesOf, reportOf, tableOf } from './support';

const sample = (name: string): string => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');

/** Sets the values of the rows with these label parts to 0, then takes the lines out; the fix has to bring them back. */
function assertComesBack(text: string, rows: RegExp): void {
  const whole = text.split('\n');
  const zeroed = whole.map((line) => (rows.test(line) ? line.replace(/(?<=[\t>| ])\d+(?=[\t<| ]|$)/g, (digits) => '0'.padStart(/ {3}/.test(line) ? digits.length : 1)) : line));
  const without = zeroed.filter((line) => !rows.test(line)).join('\n');
  const [fix] = fixesOf(without, 'missing-row');
  assert.ok(fix);
  assert.equal(apply(without, fix.edits()), zeroed.join('\n'));
}

describe('insertRows', () => {
  for (const [name, rows] of [
    ['faultless.md', /[23]\.(?:其他法律|危及)/],
    ['faultless.md', /1\.本机关不掌握/],
    ['faultless.md', /不掌握|没有现成|仍不明确/],
    ['faultless.md', /四、结转下年度/],
    ['faultless.md', /一、本年新收/],
    ['faultless.md', /（一）予以公开/],
    ['faultless.md', /^\| (?:规章|行政许可) /],
    ['faultless.md', /^\| 行政事业性收费/],
    ['html.md', /[23]\.(?:其他法律|危及)/],
    ['html.md', /不掌握|没有现成|仍不明确/],
    ['html.md', /（一）予以公开/],
    ['html.md', /本年新收|结转下年度/],
    ['html.md', /<td>行政(?:许可|事业性收费)/],
    ['draft.nianbao', /不掌握|没有现成|仍不明确/],
    ['draft.nianbao', /（七）总计|结转下年度/],
    ['draft.nianbao', /^行政许可/],
    ['spaced.txt', /[23]\.(?:其他法律|危及)/],
    ['spaced.txt', /（一）予以公开/],
    ['spaced.txt', /^ *行政处罚/],
  ] as const) {
    it(`${name}: rows of zeros that are taken out (${rows.source}) come back byte for byte`, () => assertComesBack(sample(name), rows));
  }

  it('a first row of a group goes behind the group label that the next row carries', () => {
    const whole = sample('draft.nianbao').replace(/(\t1\.本机关不掌握相关政府信息)(?:\t\d+){7}/, `$1${'\t0'.repeat(7)}`);
    const without = whole.replace(/1\.本机关不掌握相关政府信息(?:\t\d+){7}\n\t\t/, '');
    assert.notEqual(without, whole);
    const [fix] = fixesOf(without, 'missing-row');
    assert.equal(apply(without, fix?.edits() ?? []), whole);
  });

  it('HTML: a row taken out of a group whose span was lowered gets the span back too', () => {
    const whole = sample('html.md').replace(/(<td>2\.重复申请<\/td>)(?:<td>\d+<\/td>){7}/, `$1${'<td>0</td>'.repeat(7)}`);
    const without = whole.replace(/.*2\.重复申请.*\n/, '').replace(/rowspan="5">（五）/, 'rowspan="4">（五）').replace('rowspan="22"', 'rowspan="21"');
    assert.notEqual(without, whole);
    const [fix] = fixesOf(without, 'missing-row');
    assert.equal(apply(without, fix?.edits() ?? []), whole);
  });

  it('one cell a line: the fillers of the neighbours are copied', () => {
    const row = /2\.重复申请 \|\n(?:\d+ \|\n){7}\|\|\n/;
    const zeroed = sample('stacked.txt').replace(/\n\|*\n?(?=[1-8]\.)/g, '\n||\n').replace(row, `2.重复申请 |\n${'0 |\n'.repeat(7)}||\n`);
    const without = zeroed.replace(row, '');
    assert.notEqual(without, zeroed);
    const [fix] = fixesOf(without, 'missing-row');
    assert.equal(apply(without, fix?.edits() ?? []), zeroed);
  });

  it('Word dump: cells behind tabs, lone tabs for covered cells, an empty line behind the row', () => {
    const text = sample('indented.txt');
    const mended = apply(text, fixesOf(text, 'missing-row')[0]?.edits() ?? []);
    assert.ok(mended.includes(`\n\t\n\t（五）不予处理\n\t1.信访举报投诉类申请${'\n\t0'.repeat(7)}\n\n\t\n\t\n\t2.重复申请${'\n\t0'.repeat(7)}\n\n`), mended);
    assert.deepEqual(codes(analyse(mended)).filter((code) => code === 'missing-row'), []);
  });

  it('brackets, dots and spaces are those of the labels around', () => {
    const half = sample('draft.nianbao').replace(/（([一二三四五六七])）/g, '($1) ').replace(/\t(\d)\./g, '\t$1．');
    const without = half.replace(/.*重复申请.*\n/, '').replace(/.*\(七\) 总计.*\n/, '').replace(/.*\(二\) 部分公开.*\n/, '');
    const mended = apply(without, fixesOf(without, 'missing-row')[0]?.edits() ?? []);
    for (const label of ['\n\t\t2．重复申请\t0', '\n\t(七) 总计\t\t0', '\n\t(二) 部分公开(区分处理的']) assert.ok(mended.includes(label), `${label}\n${mended}`);
  });

  it('full-width digits and CRLF stay the manner of the table', () => {
    const wide = sample('draft.nianbao').replace(/\t\d+(?=[\t\n])/g, (cell) => cell.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))).replace(/\n/g, '\r\n');
    const without = wide.replace(/\t\t2\.重复申请.*\r\n/, '');
    const mended = apply(without, fixesOf(without, 'missing-row')[0]?.edits() ?? []);
    assert.ok(mended.includes(`\r\n\t\t2.重复申请${'\t０'.repeat(7)}\r\n`), mended);
    assert.ok(!/[^\r]\n/.test(mended));
  });

  it('a block that is not there comes with its title and header', () => {
    const text = sample('draft.nianbao');
    const without = text.replace(/第二十条第（六）项[^]*?(?=第二十条第（八）项)/, '');
    const mended = apply(without, fixesOf(without, 'missing-row')[0]?.edits() ?? []);
    assert.ok(mended.includes('第二十条第（六）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政处罚\t0\t\t\n行政强制\t0\t\t\n第二十条第（八）项'), mended);
  });

  it('a row above the first of a pipe table leaves the dashes on the second line', () => {
    const lines = ['| 行政规范性文件 | 1 | 0 | 3 |', '|---|---|---|---|', '| 行政许可 | 5 |  |  |', '| 行政处罚 | 0 |  |  |', '| 行政强制 | 0 |  |  |', '| 行政事业性收费 | 0 |  |  |'];
    const text = ['# 青禾县民政局2023年政府信息公开工作年度报告', '## 二、主动公开政府信息情况', ...lines, '## 六、其他需要报告的事项', '本年度未收取信息处理费。'].join('\n');
    const mended = apply(text, fixesOf(text, 'missing-row')[0]?.edits() ?? []);
    assert.ok(mended.includes('\n| 规章 | 0 | 0 | 0 |\n|---|---|---|---|\n| 行政规范性文件 | 1 | 0 | 3 |\n| 行政许可'), mended);
  });

  /** Wrapped labels of a PDF leave no place that is certain. */
  const mayDecline = (name: string): boolean => name.startsWith('10 ') || name.startsWith('11 ');

  for (const layout of layouts) {
    property(`${layout.name}: afterwards every row is there, every other cell is as it was`, 10, [model, tape, fc.array(fc.nat(24), { minLength: 1, maxLength: 12 })], (report, choices, gaps) => {
      const omit = new Set(report.format.tables.filter((table) => table.id !== 'reviewLitigation').flatMap((table) => gaps.flatMap((gap) => valueRows(table)[gap]?.id ?? []).map((id) => `${table.id}/${id}`)));
      // At least one row is left to show how the table is written.
      for (const table of report.format.tables) if (valueRows(table).filter((row) => !omit.has(`${table.id}/${row.id}`)).length < 2) for (const row of valueRows(table)) omit.delete(`${table.id}/${row.id}`);
      const { text } = writeReport(report, { layout, tape: choices, omit });
      const before = reportOf(text);
      for (const table of before.reading.tables) {
        const [fix] = insertRows(before, table);
        const edits = fix?.edits() ?? [];
        if (fix && edits.length === 0) {
          assert.ok(mayDecline(layout.name) || (layout.name.startsWith('1 ') && table.declaration.id === 'proactiveDisclosure'), `nothing inserted:\n${text}`);
          continue;
        }
        const after = reportOf(apply(text, edits));
        const mended = tableOf(after, table.declaration.id);
        assert.deepEqual(mended.missing.map((row) => row.id), []);
        for (const row of table.rows) {
          const again = after.row(row.table, row.declaration.id);
          assert.deepEqual(again?.values.map((cell) => cell.text), row.values.map((cell) => cell.text), row.declaration.id);
        }
        for (const row of table.missing) assert.ok(after.row(table.declaration.id, row.id)?.cells?.every((cell) => cell.value?.units === 0n), row.id);
        // Only insertions, but for the number of a row span and a line of dashes that moves.
        for (const edit of edits) assert.match(text.slice(edit.span.start, edit.span.end), /^(?:\d*|[\s|:-]*)$/);
      }
    });
  }
});
