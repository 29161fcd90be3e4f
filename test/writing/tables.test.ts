import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse, applyEdits, type Analysis } from '../../server/src/core';
import { moveFrom, valueAt, type Direction } from '../../server/src/core/writing/moving';
import { totalsAfter } from '../../server/src/core/writing/row-totals';
import { selectionSum } from '../../server/src/core/writing/selection-sum';
import { valueTables } from '../../server/src/core/writing/values';

const sample = (name: string): string => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');
const read = (text: string): Analysis => analyse(text, { assumeReport: true });

/** A table four whose row holds these texts, `|` between them. */
const four = (row: string): string => [
  '# 云岭县粮食局2024年政府信息公开工作年度报告', '', '## 四、政府信息公开行政复议、行政诉讼情况', '',
  '| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |', `|${' --- |'.repeat(15)}`,
  '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |',
  '|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
  row, '',
].join('\n');

describe('moving from value to value', () => {
  const text = four('| 3 | 1 |  | 20 | 4 |  |  |  |  |  | 0 | 0 | 0 | 0 | 0 |');
  const tables = valueTables(read(text).reports);
  const row = text.indexOf('| 3 | 1 |');
  /** From an offset counted from the row's start: what would be selected, written with its place. */
  const go = (from: number, direction: Direction): string | undefined => {
    const to = moveFrom(tables, row + from, direction)?.target;
    return to && `${to.start - row}:${text.slice(to.start, to.end)}`;
  };

  it('goes to the next and the previous one from a value, its ends and the space beside it', () => {
    assert.equal(go(2, 'next'), '6:1');
    assert.equal(go(3, 'next'), '6:1');
    assert.equal(go(0, 'next'), '2:3', 'before the first value');
    assert.equal(go(6, 'previous'), '2:3');
    assert.equal(go(7, 'previous'), '2:3');
    assert.equal(go(4, 'previous'), '2:3', 'between two values');
  });

  it('in a blank cell the digits go behind its first space', () => {
    assert.equal(go(6, 'next'), '10:');
    assert.equal(go(10, 'next'), '13:20');
    assert.equal(go(13, 'previous'), '10:');
  });

  it('ends where the table does', () => {
    const last = text.indexOf('\n', row) - row - 3;
    assert.equal(text.charAt(row + last), '0');
    assert.equal(go(last, 'next'), undefined);
    assert.equal(go(2, 'previous'), undefined);
    assert.equal(go(2, 'below'), undefined);
    assert.equal(valueAt(tables, text.indexOf('云岭')), undefined);
    assert.equal(valueAt(tables, row - 1), undefined);
  });

  it('through every value of every layout forwards and back, each once', () => {
    for (const name of ['faultless.md', 'markdown.md', 'html.md', 'tab.txt', 'stacked.txt', 'indented.txt', 'spaced.txt', 'trial-form.md']) {
      for (const rows of valueTables(read(sample(name)).reports)) {
        const values = rows.flatMap((each) => each.values);
        const all = [rows];
        for (const [i, value] of values.entries()) {
          assert.deepEqual(moveFrom(all, value.target.start, 'next'), values[i + 1], `${name} ${i}`);
          assert.deepEqual(moveFrom(all, value.target.end, 'previous'), values[i - 1], `${name} ${i}`);
        }
        for (const [i, each] of rows.entries()) {
          for (const [k, value] of each.values.entries()) {
            const below = rows[i + 1]?.values;
            assert.deepEqual(moveFrom(all, value.target.start, 'below'), below?.[Math.min(k, below.length - 1)], `${name} ${i} ${k}`);
          }
        }
      }
    }
  });
});

describe('totals after a row was changed', () => {
  /** The sample with a row replaced, and the row as it stands when the totals have followed. `⟦⟧` marks what was changed. */
  const after = (from: string, to: string): { text: string; changed: string[] } => {
    const draft = sample('faultless.md');
    assert.ok(draft.includes(from), from);
    const columns = to.split('|').slice(1, -1).slice(-7).flatMap((cell, i) => (cell.includes('⟦') ? [i] : []));
    const text = draft.replace(from, to.replace(/[⟦⟧]/g, ''));
    const [report] = read(text).reports;
    const table = report?.table('requests');
    assert.ok(report && table);
    const line = text.slice(0, text.indexOf(to.replace(/[⟦⟧]/g, ''))).split('\n').length - 1;
    const row = table.rows.findIndex(({ firstLine }) => firstLine === line);
    const changed = applyEdits(text, totalsAfter(report, table, row, columns));
    const lines = changed.split('\n');
    return { text: changed, changed: text.split('\n').flatMap((each, i) => (each === lines[i] ? [] : [lines[i] ?? ''])) };
  };
  const NEW = '| 9 | 3 | 0 | 0 | 0 | 0 | 12 |';

  it('the row’s own total follows its parts, and no other row is touched', () => {
    const { changed } = after(NEW, '| ⟦90⟧ | 3 | 0 | 0 | 0 | 0 | 12 |');
    assert.equal(changed.length, 1);
    assert.match(changed[0] ?? '', /\| 90 \| 3 \| 0 \| 0 \| 0 \| 0 \| 93 \|$/);
  });

  it('（七）总计 follows in the columns of the changed values and in the corner', () => {
    const draft = sample('faultless.md').split('\n');
    const granted = draft.find((line) => line.includes('（一）予以公开')) ?? '';
    const total = draft.find((line) => line.includes('（七）总计')) ?? '';
    const values = (line: string): number[] => line.split('|').map((cell) => cell.trim()).filter((cell) => /^\d+$/.test(cell)).map(Number);
    const own = values(granted);
    const { changed } = after(granted, granted.replace(`| ${own[0]} |`, `| ⟦${(own[0] ?? 0) + 5}⟧ |`));
    assert.equal(changed.length, 2);
    assert.deepEqual(values(changed[0] ?? ''), own.map((value, i) => (i === 0 || i === 6 ? value + 5 : value)));
    assert.deepEqual(values(changed[1] ?? ''), values(total).map((value, i) => (i === 0 || i === 6 ? value + 5 : value)));
  });

  it('a blank or unreadable part leaves the total alone', () => {
    assert.deepEqual(after(NEW, '| ⟦90⟧ |  | 0 | 0 | 0 | 0 | 12 |').changed, []);
    assert.deepEqual(after(NEW, '| ⟦90⟧ | 三件 | 0 | 0 | 0 | 0 | 12 |').changed, []);
    assert.deepEqual(after(NEW, '| ⟦90⟧ | 3 | 0 | 0 | 0 | 12 |').changed, [], 'a value too few');
  });

  it('a total typed by hand stays, and a blank one is filled', () => {
    assert.deepEqual(after(NEW, '| 9 | 3 | 0 | 0 | 0 | 0 | ⟦13⟧ |').changed, []);
    assert.match(after(NEW, '| ⟦8⟧ | 3 | 0 | 0 | 0 | 0 |  |').changed[0] ?? '', /\| 8 \| 3 \| 0 \| 0 \| 0 \| 0 \| 11 \|$/);
    assert.deepEqual(after(NEW, '| ⟦9⟧ | 3 | 0 | 0 | 0 | 0 | 无法 |').changed, []);
  });

  it('in table four only the group that was changed', () => {
    const text = four('| 3 | 1 | 0 | 2 | 9 | 1 | 1 | 0 | 0 | 9 | 0 | 0 | 0 | 0 | 9 |');
    const [report] = read(text).reports;
    const table = report?.table('reviewLitigation');
    assert.ok(report && table);
    assert.match(applyEdits(text, totalsAfter(report, table, 0, [5])), /\| 3 \| 1 \| 0 \| 2 \| 9 \| 1 \| 1 \| 0 \| 0 \| 2 \| 0 \| 0 \| 0 \| 0 \| 9 \|/);
  });
});

describe('the sum of selected values', () => {
  const sumOf = (text: string, ...selected: string[]): unknown => selectionSum(read(text).reports, selected.map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })));
  const text = four('| 3 | 1 |  | / | 12.50 | 1 | 一 | 0 | 0 | 123456789012345678901 | 0 | 0 | 0 | 0 | 0.05 |');

  it('is exact, over any number of selections', () => {
    assert.deepEqual(sumOf(text, '| 3 | 1 |', '12.50', '0.05'), { sum: '16.55', count: 4 });
    assert.deepEqual(sumOf(text, '123456789012345678901 | 0 |'), { sum: '123456789012345678901', count: 2 });
  });

  it('leaves out blanks, placeholders and values that are selected in part', () => {
    assert.deepEqual(sumOf(text, '| 3 | 1 |  | / | 12.5'), { sum: '4', count: 2 });
    assert.equal(sumOf(text, '| 3 |'), undefined);
    assert.equal(sumOf(text, '2024年政府信息公开'), undefined);
  });
});
