import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../server/src/core';
import { apply, assertMends, fixesOf, litigation, proactive, requests } from './support';

const TABLE = ['第二十条第（一）项\t\t\t', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数', '规章\t0\t0\t0', '行政规范性文件\t1\t0\t3', '行政许可\t5\t\t', '行政处罚\t0\t\t', '行政强制\t0\t\t'];

describe('mendNumber', () => {
  for (const [written, mended, preferred] of [
    ['677万元', '677', true],
    ['3940元', '0.394', true],
    ['12300 元', '1.23', true],
    ['１０，０００元', '１', true],
    ['0.50000', '0.5000', true],
    ['l2.5', undefined, false],
    ['1O', '10', false],
    ['-3', undefined, false],
    ['1元', '0.0001', true],
    ['1.5元', undefined, false],
    ['5件', undefined, false],
    ['十二万', undefined, false],
  ] as const) {
    it(`fee ${written} → ${mended ?? 'no fix'}`, () => {
      const text = proactive(...TABLE, `行政事业性收费\t${written}\t\t`);
      const fixes = fixesOf(text, 'invalid-number');
      if (mended === undefined) return assert.deepEqual(fixes, []);
      const [fix] = fixes;
      assert.ok(fix);
      assert.equal(fix.preferred ?? false, preferred);
      assertMends(text, 'invalid-number', fix, text.replace(written, mended));
    });
  }

  for (const [written, mended] of [
    ['12件', '12'],
    ['5.0', '5'],
    ['5.5', undefined],
    ['-5', undefined],
    ['增加5', undefined],
    ['3元', undefined],
    ['oo', '00'],
  ] as const) {
    it(`count ${written} → ${mended ?? 'no fix'}`, () => {
      const text = proactive(...TABLE.slice(0, -1), `行政强制\t${written}\t\t`, '行政事业性收费\t0\t\t');
      const fixes = fixesOf(text, 'invalid-number');
      if (mended === undefined) return assert.deepEqual(fixes, []);
      assert.ok(fixes[0]);
      assertMends(text, 'invalid-number', fixes[0], text.replace(written, mended));
    });
  }
});

describe('fillBlanks', () => {
  it('fills blanks and placeholders with 0 behind the first space', () => {
    const text = proactive('| 第二十条第（一）项 |  |  |  |', '|---|---|---|---|', '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |', '| 规章 | / | / | / |', '| 行政规范性文件 | 2 |  | 5 |', '| 行政许可 | 3 |  |  |', '| 行政处罚 | 0 |  |  |', '| 行政强制 | 0 |  |  |', '| 行政事业性收费 | － |  |  |');
    const [fix, ...more] = fixesOf(text, 'blank-cell');
    assert.ok(fix?.preferred);
    assert.deepEqual(more, []);
    assert.equal(fix.title.zh, '把空着的 5 格填上 0');
    assertMends(text, 'blank-cell', fix, text.replace('| / | / | / |', '| 0 | 0 | 0 |').replace('| 2 |  | 5 |', '| 2 | 0 | 5 |').replace('| － |', '| 0 |'));
  });

  it('fills blank totals with the sum of their parts, and the rest with 0', () => {
    const text = litigation('| 1 | 2 |  | 4 |  | 0 | 0 | 0 | 0 |  | 0 | 0 |  |  |  |');
    const fixes = fixesOf(text, 'blank-cell');
    assert.deepEqual(fixes.map(({ title, preferred }) => [title.zh, preferred ?? false]), [['把空着的 6 格填上：3 格填 0，3 格总计填算出的数', true], ['只把 3 格填上 0，总计不动', false]]);
    assertMends(text, 'blank-cell', fixes[0]!, text.replace(/\| 1 \|.*/, '| 1 | 2 | 0 | 4 | 7 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |'));
  });

  it('HTML: `&nbsp;` is replaced whole', () => {
    const text = litigation(`<table><tr>${'<td>0</td>'.repeat(14)}<td><p>&nbsp;</p></td></tr></table>`);
    assertMends(text, 'blank-cell', fixesOf(text, 'blank-cell')[0]!, text.replace('&nbsp;', '0'));
  });

  it('full-width tables are filled in full width', () => {
    const text = litigation(`| ${'１ | '.repeat(4)}４ | ${'０ | '.repeat(9)}  |`);
    assertMends(text, 'blank-cell', fixesOf(text, 'blank-cell')[0]!, text.replace('|   |', '| ０  |'));
  });

  it('leaves the parts of a total that says there was something', () => {
    const text = litigation(`|  |  |  |  | 3 | ${'0 | '.repeat(8)} | 0 |`);
    const [fix] = fixesOf(text, 'blank-cell');
    assert.ok(fix?.preferred);
    const mended = apply(text, fix.edits());
    assert.ok(mended.includes('|  |  |  |  | 3 |'), mended);
    assert.deepEqual(analyse(mended).findings.map(({ code }) => code).filter((code) => code === 'row-total' || code === 'suspect-cell'), []);
  });

  it('is not preferred where 0 does not fit the total', () => {
    const text = litigation(`| 1 |  |  |  | 3 | ${'0 | '.repeat(9)}0 |`);
    const [fix] = fixesOf(text, 'blank-cell');
    assert.ok(fix && !fix.preferred);
  });

  it('does not fill a row that balances the others with an untrue 0', () => {
    const row = (label: string, ...values: (number | '')[]): string => `| ${label} | ${values.join(' | ')} |`;
    const text = requests(row('一、本年新收政府信息公开申请数量', 4, 0, 0, 0, 0, 0, 4), row('二、上年结转政府信息公开申请数量', 0, 0, 0, 0, 0, 0, ''), row('（七）总计', 3, 0, 0, 0, 0, 0, 3), row('四、结转下年度继续办理', '', 0, 0, 0, 0, 0, ''));
    const mended = apply(text, fixesOf(text, 'blank-cell')[0]?.edits() ?? []);
    assert.ok(mended.includes('| 四、结转下年度继续办理 |  | 0 |'), mended);
    assert.ok(mended.includes('上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |'), mended);
  });
});

describe('removeRow', () => {
  const rows = [...TABLE.slice(0, 4), '行政许可\t5\t\t', '行政许可\t5\t\t', ...TABLE.slice(5), '行政事业性收费\t0\t\t'];

  it('deletes the later row with its line', () => {
    const text = proactive(...rows);
    assertMends(text, 'duplicate-row', fixesOf(text, 'duplicate-row')[0]!, text.replace('行政许可\t5\t\t\n行政许可', '行政许可'));
  });

  it('HTML: deletes the `<tr>`', () => {
    const html = rows.map((line) => `<tr><td>${line.replace(/\t+$/, '').replaceAll('\t', '</td><td>')}</td></tr>`);
    const text = proactive('<table>', ...html, '</table>');
    assertMends(text, 'duplicate-row', fixesOf(text, 'duplicate-row')[0]!, text.replace('<tr><td>行政许可</td><td>5</td></tr>\n<tr><td>行政许可', '<tr><td>行政许可'));
  });

  it('one cell a line: deletes all lines of the row', () => {
    const cells = rows.flatMap((line) => line.replace(/\t+$/, '').split('\t')).map((cell) => `${cell} |`);
    const text = proactive(...cells);
    assertMends(text, 'duplicate-row', fixesOf(text, 'duplicate-row')[0]!, text.replace('行政许可 |\n5 |\n行政许可 |', '行政许可 |'));
  });

  it('offers nothing when the values differ', () => assert.deepEqual(fixesOf(proactive(...rows.map((line, i) => (i === 5 ? '行政许可\t6\t\t' : line))), 'duplicate-row'), []));
});

describe('padRows', () => {
  for (const [name, written, mended, preferred] of [
    ['removes a zero too many', `| ${'0 | '.repeat(16)}`.trim(), `| ${'0 | '.repeat(15)}`.trim(), true],
    ['tabs', '0\t'.repeat(15) + '0', '0\t'.repeat(14) + '0', true],
    ['adds a zero', '0\t'.repeat(13) + '0', '0\t'.repeat(14) + '0', false],
  ] as const) {
    it(name, () => {
      const text = litigation(written);
      const [fix] = fixesOf(text, 'row-cells');
      assert.ok(fix);
      assert.equal(fix.preferred ?? false, preferred);
      assertMends(text, 'row-cells', fix, text.replace(written, mended));
    });
  }

  it('an empty field behind the row is filled before the row grows', () => {
    // This page lost a value column: rows with their label further right have no room for all values.
    const zeros = '\t0'.repeat(6);
    const text = requests(`一、本年新收政府信息公开申请数量${zeros}\t0\t`, `\t（二）部分公开${zeros}\t`, `\t\t1.属于国家秘密${zeros}`, `\t\t3.危及“三安全一稳定”${zeros}`);
    const [fix] = fixesOf(text, 'row-cells');
    assert.ok(fix && !fix.preferred);
    assertMends(text, 'row-cells', fix, text.replace(`部分公开${zeros}\t`, `部分公开${zeros}\t0`).replace(`秘密${zeros}`, `秘密${zeros}\t0`).replace(`稳定”${zeros}`, `稳定”${zeros}\t0`));
  });

  it('offers nothing when a value is not 0', () => assert.deepEqual(fixesOf(litigation('0\t'.repeat(15) + '1'), 'row-cells'), []));
});
