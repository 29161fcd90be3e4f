import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { follow, type TextChange } from '../../client/src/value-map';
import { yearOf } from '../../client/src/year';
import { analyse } from '../../server/src/core';
import type { ValueTable } from '../../server/src/core/writing/moving';
import { valueTables } from '../../server/src/core/writing/values';

const sample = (name: string): string => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');
const read = (text: string): readonly ValueTable[] => valueTables(analyse(text, { assumeReport: true }).reports);
const apply = (text: string, { offset, length, text: typed }: TextChange): string => text.slice(0, offset) + typed + text.slice(offset + length);
const targets = (tables: readonly ValueTable[]): unknown => tables.map((table) => table.map(({ lines, values }) => ({ lines, targets: values.map(({ target }) => target) })));

describe('values followed through typing', () => {
  it('stand where reading the text anew finds them: digits over, into and behind any value, one after another', () => {
    for (const name of ['faultless.md', 'html.md', 'tab.txt', 'stacked.txt', 'indented.txt']) {
      fc.assert(
        fc.property(fc.array(fc.record({ which: fc.nat(), from: fc.nat({ max: 3 }), length: fc.nat({ max: 3 }), text: fc.constantFrom('1', '20', '305', '９') }), { minLength: 1, maxLength: 4 }), (typed) => {
          let text = sample(name);
          let tables = read(text);
          for (const { which, from, length, text: digits } of typed) {
            const all = tables.flat().flatMap(({ values }) => values);
            const { target } = all[which % all.length] ?? assert.fail('no values');
            // What is no number is typed over as a whole, as moving to it selects it.
            const whole = !/^[\d０-９]*$/.test(text.slice(target.start, target.end));
            const offset = whole ? target.start : Math.min(target.start + (text.charAt(target.start) === '0' ? 0 : from), target.end); // no number begins with 0
            const change = { offset, length: whole ? target.end - offset : Math.min(length, target.end - offset), text: digits };
            tables = follow(tables, change) ?? assert.fail(`lost by ${JSON.stringify(change)}`);
            text = apply(text, change);
          }
          assert.deepEqual(targets(tables), targets(read(text)), name);
        }),
        { numRuns: 10 },
      );
    }
  });

  it('move with what is typed before the tables, and stay with what is typed behind', () => {
    const text = sample('faultless.md');
    for (const change of [{ offset: 0, length: 0, text: 'x\n' }, { offset: 2, length: 1, text: '' }, { offset: text.length, length: 0, text: '另外' }]) {
      const followed = follow(read(text), change);
      assert.ok(followed);
      if (change.text !== 'x\n') assert.deepEqual(followed, read(apply(text, change)));
    }
  });

  it('are given up when a cell is parted or a row is cut', () => {
    const text = sample('faultless.md');
    const at = text.indexOf('| 9 | 3 |') + 2;
    for (const typed of ['|', ' ', '\n', '\t', '｜', '&nbsp;']) assert.equal(follow(read(text), { offset: at, length: 0, text: typed }), undefined, typed);
    assert.equal(follow(read(text), { offset: at, length: 4, text: '' }), undefined, 'over two cells');
    assert.equal(follow(read(text), { offset: text.indexOf('一、本年新收'), length: 1, text: '' }), undefined, 'in the label');
  });

  it('a value deleted and typed again is where it was', () => {
    const text = sample('faultless.md');
    const at = text.indexOf('| 9 | 3 |') + 2;
    const gone = follow(read(text), { offset: at, length: 1, text: '' });
    const back = gone && follow(gone, { offset: at, length: 0, text: '12' });
    assert.deepEqual(back && targets(back), targets(read(text.replace('| 9 | 3 |', '| 12 | 3 |'))));
  });
});

describe('a typed year', () => {
  it('is read in either width, with 年 or without', () => {
    for (const text of ['2024', ' 2024年 ', '２０２４', '2024年度', '2024 年']) assert.equal(yearOf(text), 2024, text);
  });

  it('is none outside of the format in force', () => {
    for (const text of ['', '24', '2020', '2100', '20244', '2024.5', 'abcd', '二〇二四']) assert.equal(yearOf(text), undefined, text);
  });
});
