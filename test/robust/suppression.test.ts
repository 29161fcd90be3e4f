import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse, applyEdits, fixAll } from '../../server/src/core';
import { faultless, wrongTotal } from './texts';

const unclosed = '<!-- disclosure-report-disable-next-line row-total: 待核实';

describe('a suppression comment being written', () => {
  it('takes no text along that stands before the next comment', () => {
    const text = faultless.replace('## 三、', `${unclosed}\n\n## 三、`).concat('\n<!-- 说明 -->\n');
    const analysis = analyse(text);
    assert.deepEqual(analysis.findings.filter(({ code }) => code === 'unused-suppression'), []);
    assert.equal(applyEdits(text, fixAll(analysis)), text);
  });

  it('takes no text along up to an arrow somewhere behind', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = `${faultless}\n${unclosed}\n\n受理-->答复。\n`.replaceAll('\n', eol);
      assert.deepEqual(analyse(text).findings.map(({ code }) => code), []);
    }
  });

  it('around another: the inner one is told when it is of no use, but no safe fix deletes it', () => {
    const text = `${faultless}\n${unclosed} <!-- disclosure-report-disable-file row-total: x -->-->\n`;
    const analysis = analyse(text);
    assert.deepEqual(analysis.findings.map(({ code }) => code), ['unused-suppression']);
    assert.deepEqual(fixAll(analysis), []);
  });

  it('of several lines is told when it is of no use, but no safe fix deletes it', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = `${faultless}\n${unclosed}\n两行 -->\n`.replaceAll('\n', eol);
      const analysis = analyse(text);
      assert.deepEqual(analysis.findings.map(({ code }) => code), ['unused-suppression']);
      assert.deepEqual(fixAll(analysis), []);
    }
  });
});

describe('codes of no use in a comment', () => {
  const cases: readonly (readonly [codes: string, left: string])[] = [
    ['row-total, suspect-cell, no-such', 'row-total'],
    ['suspect-cell, row-total, no-such', 'row-total'],
    ['suspect-cell, no-such，row-total', 'row-total'],
    ['suspect-cell,row-total , no-such ,  other-one', 'row-total'],
  ];
  for (const [codes, left] of cases) {
    it(`${codes}: all go at once, the one of use stays`, () => {
      const text = `<!-- disclosure-report-disable-file ${codes}: 待核实 -->\n${wrongTotal}`;
      const fixed = applyEdits(text, fixAll(analyse(text)));
      assert.equal(fixed, `<!-- disclosure-report-disable-file ${left}: 待核实 -->\n${wrongTotal}`);
      assert.deepEqual(fixAll(analyse(fixed)), []);
    });
  }
});
