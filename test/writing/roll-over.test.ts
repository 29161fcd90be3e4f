import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse, type Report } from '../../server/src/core';
import { rollOver, TO_REWRITE } from '../../server/src/core/writing/roll-over';
import { moveYears } from '../../server/src/core/writing/years';

const sample = (name: string): Report => {
  const [report] = analyse(readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8')).reports;
  assert.ok(report, name);
  return report;
};

describe('rolling a report over to the next year', () => {
  for (const name of ['faultless.md', 'markdown.md', 'html.md', 'tab.txt', 'stacked.txt', 'indented.txt', 'spaced.txt', 'trial-form.md']) {
    const last = sample(name);
    const year = (last.year?.value ?? 0) + 1;
    const text = rollOver(last, { year });
    const next = analyse(text);
    const [report] = next.reports;

    it(`${name}: has every section and table of the format in force, and the year`, () => {
      assert.equal(report?.year?.value, year);
      assert.equal(report?.reading.format.id, '2021');
      assert.deepEqual(report?.reading.sections.map((section) => section.declaration.number), [1, 2, 3, 4, 5, 6]);
      assert.deepEqual(report?.reading.tables.map((table) => table.missing.length), [0, 0, 0]);
    });

    it(`${name}: carries 四 to 上年结转 column by column and nothing else`, () => {
      for (const row of report?.table('requests')?.rows ?? []) {
        for (const [i, column] of row.declaration.columns.entries()) {
          const expected = row.declaration.id === 'carriedIn' ? last.value('requests', 'carriedOut', column.id) : undefined;
          assert.deepEqual(row.cells?.[i]?.value, expected, `${row.declaration.id} ${column.id}`);
        }
      }
    });

    it(`${name}: nothing but blanks and what is marked is found`, () => {
      const left = next.findings.filter(({ code, span }) => !['blank-cell'].includes(code) && !(code === 'leftover' && text.slice(span.start, span.end).includes('待改写')));
      assert.deepEqual(left.filter(({ severity }) => severity === 'error').map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`), []);
    });

    it(`${name}: no number of last year’s prose stands unmarked`, () => {
      const sections = report?.reading.prose.filter((line) => line.section !== undefined) ?? [];
      for (const line of sections) {
        const unmarked = report?.reading.source.slice(line.span).split(TO_REWRITE)[0] ?? '';
        assert.doesNotMatch(unmarked, /\d/, unmarked);
      }
    });
  }

  it('moves the years a report speaks of and no other', () => {
    assert.equal(moveYears('2023年，较2022年增加；2024年将；2019年起。《办法（2023年版）》〔2023〕5号，２０２３年', 2023, 1), '2024年，较2023年增加；2025年将；2019年起。《办法（2023年版）》〔2023〕5号，２０２４年');
    assert.equal(moveYears('2023 年 1 月 1 日', 2023, 1), '2024 年 1 月 1 日');
    assert.equal(moveYears('电话12023年', 2023, 1), '电话12023年');
  });
});
