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

    it(`${name}: nothing but blanks and the marks is found`, () => {
      const left = next.findings.filter(({ code, span }) => code !== 'blank-cell' && !(code === 'leftover' && text.slice(span.start, span.end) === TO_REWRITE));
      assert.deepEqual(left.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`), []);
      assert.equal(next.findings.filter(({ code }) => code === 'leftover').length, text.split(TO_REWRITE).length - 1, 'each mark is one finding');
    });

    it(`${name}: no number of last year’s prose stands unmarked`, () => {
      const sections = report?.reading.prose.filter((line) => line.section !== undefined) ?? [];
      for (const line of sections) {
        const unmarked = report?.reading.source.slice(line.span).split(TO_REWRITE)[0] ?? '';
        assert.doesNotMatch(unmarked, /\d/, unmarked);
      }
    });
  }

  const rolled = (...lines: string[]): string[] => {
    const text = ['# 云岭县粮食局2023年政府信息公开工作年度报告', '', ...lines].join('\n');
    const [report] = analyse(text, { assumeReport: true }).reports;
    assert.ok(report);
    return rollOver(report, { year: 2024 }).split('\n').filter((line) => line !== '');
  };

  it('a sentence cut by a page break or a fixed width gets one mark', () => {
    const lines = rolled('## 一、总体情况', '', '（一）主动公开情况', '2023年，本局通过门户网站公开工作动态、政策文件和办事指南共', '', '- 3 -', '', '86条，其中动态信息60条。组织培训两次，参加的人有各股室和', '直属单位的信息员。', '', '## 二、主动公开政府信息情况');
    const at = lines.indexOf('## 一、总体情况');
    assert.deepEqual(lines.slice(at + 1, at + 3), ['（一）主动公开情况', '【待改写】2024年，本局通过门户网站公开工作动态、政策文件和办事指南共86条，其中动态信息60条。【待改写】组织培训两次，参加的人有各股室和直属单位的信息员。']);
  });

  it('keeps sub-headings, also those that share a line with their text, and marks a lone statement', () => {
    const lines = rolled('## 五、存在的主要问题及改进情况', '', '（一）存在的主要问题。公开不够及时。', '', '（二）改进情况', '', '加强督促。', '', '## 六、其他需要报告的事项', '', '本年度未收取信息处理费');
    const at = lines.indexOf('## 五、存在的主要问题及改进情况');
    assert.deepEqual(lines.slice(at + 1), ['（一）存在的主要问题。【待改写】公开不够及时。', '（二）改进情况', '【待改写】加强督促。', '## 六、其他需要报告的事项', '【待改写】本年度未收取信息处理费']);
  });

  it('a count before the first section is marked, whom to ask is not', () => {
    const lines = rolled('本报告由云岭县粮食局编制，联系电话：0000-1234567，邮编100000。2023年公开信息86条。', '', '## 一、总体情况', '', '略有进展。');
    assert.equal(lines[1], '本报告由云岭县粮食局编制，联系电话：0000-1234567，邮编100000。【待改写】2024年公开信息86条。');
  });

  it('a fault of the text that is kept is marked, and what is lacking is put in, marked', () => {
    const lines = rolled('根据《中华人民共和国政府信息公开条例》（国令第711号）编制。', '', '## 一、总体情况', '', '有进展。', '', '## 六、其他需要报告的事项', '', '无其他需要报告的事项。');
    assert.equal(lines[1], '【待改写】根据《中华人民共和国政府信息公开条例》（国令第711号）编制。');
    assert.match(lines.slice(lines.indexOf('## 六、其他需要报告的事项')).join('\n'), /【待改写】.*信息处理费/);
  });

  it('another name of the agency goes all through', () => {
    const [report] = analyse('# 云岭县粮食局2023年政府信息公开工作年度报告\n\n云岭县粮食局依法编制。\n\n## 一、总体情况\n\n云岭县粮食局有进展。\n', { assumeReport: true }).reports;
    assert.ok(report);
    const text = rollOver(report, { year: 2024, agency: '云岭县粮食和物资储备局', eol: '\r\n' });
    assert.doesNotMatch(text, /粮食局/);
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('moves the years a report speaks of and no other', () => {
    assert.equal(moveYears('2023年，较2022年增加；2024年将；2019年起。《办法（2023年版）》〔2023〕5号，２０２３年', 2023, 1), '2024年，较2023年增加；2025年将；2019年起。《办法（2023年版）》〔2023〕5号，２０２４年');
    assert.equal(moveYears('2023 年 1 月 1 日', 2023, 1), '2024 年 1 月 1 日');
    assert.equal(moveYears('电话12023年', 2023, 1), '电话12023年');
  });
});
