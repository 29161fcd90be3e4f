import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse, applyEdits, extract, toJson, type Report } from '../../server/src/core';
import { sumChildren } from '../../server/src/core/writing/sum-children';
import { invent } from './invented';

const read = (text: string): Report => {
  const [report] = analyse(text).reports;
  assert.ok(report);
  return report;
};
const child = (text: string) => ({ document: 'child.md', report: read(text) });
const one = invent({ agency: '青禾县柳溪镇', year: 2024, received: 4, carriedIn: 1, licences: 20, issued: 3, inForce: 9 });
const two = invent({ agency: '青禾县东山乡', year: 2024, received: 3, carriedOut: 2, licences: 11 });
const both = invent({ agency: '青禾县', year: 2024, received: 7, carriedIn: 1, carriedOut: 2, licences: 31 });
const tables = (text: string): string => toJson(extract(read(text)).tables);
const summed = (text: string, children = [child(one), child(two)]): string => applyEdits(text, sumChildren(read(text), children, { index: 0 }));

describe('adding up the subordinates', () => {
  it('fills the parent’s tables and touches nothing else', () => {
    const parent = invent({ agency: '青禾县', year: 2024, received: 1, licences: 7 });
    assert.equal(summed(parent), both);
    assert.equal(summed(parent.replaceAll('\n', '\r\n')), both.replaceAll('\n', '\r\n'));
    assert.equal(summed(parent.replace(/\| 7 \|/, '|  |')).replace('| 31 |', '|31|'), both.replace('| 31 |', '|31|'), 'a blank cell');
  });

  it('does nothing where the sum stands already, and leaves what nobody adds up', () => {
    assert.equal(summed(both), both);
    const rules = both.replace('| 行政规范性文件 | 0 | 0 | 0 |', '| 行政规范性文件 | 5 | 0 | 6 |');
    assert.notEqual(rules, both);
    assert.equal(summed(rules), rules);
  });

  it('inserts tables and sections that are not there', () => {
    const cut = (from: string, to: string): string => both.slice(0, both.indexOf(from)) + both.slice(both.indexOf(to));
    for (const text of [cut('## 三、', '## 四、'), cut('## 三、', '## 五、'), both.slice(0, both.indexOf('| （本列')) + both.slice(both.indexOf('## 四、'))]) {
      const after = summed(text);
      assert.equal(tables(after), tables(both), after);
      assert.deepEqual(analyse(after).findings.filter(({ severity }) => severity === 'error').map(({ code }) => code), []);
    }
  });

  it('leaves a cell alone of which one subordinate has no value', () => {
    const unknown = two.replace('| 行政许可 | 11 |', '| 行政许可 | / |');
    assert.notEqual(unknown, two);
    const parent = invent({ agency: '青禾县', year: 2024, received: 1, licences: 7 });
    assert.equal(summed(parent, [child(one), child(unknown)]), both.replace('| 行政许可 | 31 |', '| 行政许可 | 7 |'));
    assert.equal(summed(parent, []), parent);
  });
});
