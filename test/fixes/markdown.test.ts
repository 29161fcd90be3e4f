import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyse, extract, toJson, toMarkdown, type Analysis } from '../../server/src/core';
import { displayWidth } from '../../server/src/core/fixes/width';
import { tape } from '../support/dice';
import { layouts } from '../support/layouts';
import { model } from '../support/model';
import { writeReport } from '../support/report';
import { property } from '../support/runs';
import { apply, litigation, proactive, reportOf, requests, tableOf } from './support';

const options = { ambiguousWide: true };

function converted(text: string, id: string): string | undefined {
  const report = reportOf(text);
  const edits = toMarkdown(report, tableOf(report, id), options);
  return edits && apply(text, edits);
}

const LITIGATION = [
  '| 行政复议 |          |          |          |      | 行政诉讼         |          |          |          |      |            |          |          |          |      |',
  '| -------- | -------- | -------- | -------- | ---- | ---------------- | -------- | -------- | -------- | ---- | ---------- | -------- | -------- | -------- | ---- |',
  '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |          |          |          |      | 复议后起诉 |          |          |          |      |',
  '|          |          |          |          |      | 结果维持         | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持   | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
];
const row = (...values: string[]): string => `| ${values.map((value, i) => value.padEnd([8, 8, 8, 8, 4, 16, 8, 8, 8, 4, 10, 8, 8, 8, 4][i] ?? 0)).join(' | ')} |`;

describe('toMarkdown', () => {
  const values = ['1', '0', '２', '', '3', ...new Array<string>(10).fill('0')];

  it('tabs: an aligned table with the header of the form, values as they are written', () => {
    assert.equal(converted(litigation(values.join('\t')), 'reviewLitigation'), litigation([...LITIGATION, row(...values).replace('２       ', '２      ')].join('\n')));
  });

  it('HTML, with the blank lines a Markdown table needs around it', () => {
    const text = litigation(`下表单位：件。\n<table>\n<tbody><tr>${values.map((value) => `<td><p>${value}</p></td>`).join('')}</tr></tbody></table>\n以上。`);
    assert.equal(converted(text, 'reviewLitigation'), litigation(`下表单位：件。\n\n${[...LITIGATION, row(...values).replace('２       ', '２      ')].join('\n')}\n\n以上。`));
  });

  it('stacked blocks: titles and headers in lines of their own; line ends as in the draft', () => {
    const cells = ['第二十条第(一)项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数', '规章', '0', '0', '0', '行政规范性文件', '1', '0', '12', '第二十条第(五)项', '信息内容', '本年处理决定数量', '行政许可', '5'];
    const text = proactive(...cells.map((cell) => `${cell} |`)).replaceAll('\n', '\r\n');
    const expected = [
      '| 第二十条第(一)项 |                  |              |              |',
      '| ---------------- | ---------------- | ------------ | ------------ |',
      '| 信息内容         | 本年制发件数     | 本年废止件数 | 现行有效件数 |',
      '| 规章             | 0                | 0            | 0            |',
      '| 行政规范性文件   | 1                | 0            | 12           |',
      '| 第二十条第(五)项 |                  |              |              |',
      '| 信息内容         | 本年处理决定数量 |              |              |',
      '| 行政许可         | 5                |              |              |',
    ];
    assert.equal(converted(text, 'proactiveDisclosure'), proactive(...expected).replaceAll('\n', '\r\n'));
  });

  it('a row with a value too few stays too short: it gains none', () => {
    const text = requests(`一、本年新收政府信息公开申请数量${'\t1'.repeat(6)}`, `二、上年结转政府信息公开申请数量${'\t0'.repeat(7)}`, `\t（二）部分公开${'\t0'.repeat(7)}`);
    const report = reportOf(converted(text, 'requests') ?? '');
    const [first, second] = tableOf(report, 'requests').rows;
    assert.deepEqual([first?.alignment, first?.values.length, second?.alignment], ['short', 6, 'exact']);
  });

  it('a label wrapped behind its values is put together again', () => {
    const zeros = '\t0'.repeat(7);
    const text = requests(`一、本年新收政府信息公开申请数量\t\t${zeros}`, `\t\t5.属于三类内部事务信${zeros}`, `\t\t息${'\t'.repeat(7)}`, `\t\t6.属于四类过程性信息${zeros}`);
    assert.match(converted(text, 'requests') ?? '', /\| 5\.属于三类内部事务信息 +\| 0 /);
  });

  it('quotation marks stay in front', () => {
    const text = litigation(`> ${values.join(' | ')}`);
    for (const line of (converted(text, 'reviewLitigation') ?? '').split('\n').filter((each) => each.includes('|'))) assert.ok(line.startsWith('> | '), line);
  });

  it('what cannot be kept is not touched: remarks between rows, comments, code', () => {
    const data = values.join('\t');
    const rows = ['规章\t0\t0\t0', '行政规范性文件\t0\t0\t0', '行政许可\t0'];
    assert.ok(converted(proactive(...rows), 'proactiveDisclosure'));
    assert.equal(converted(proactive(rows[0] ?? '', '以上由法制机构提供，以下由审批机构提供，如有不一致以后者为准。', ...rows.slice(1)), 'proactiveDisclosure'), undefined);
    assert.equal(converted(proactive(rows[0] ?? '', '<!-- 待核 -->', ...rows.slice(1)), 'proactiveDisclosure'), undefined);
    assert.equal(converted(litigation(`\`\`\`\n${data}\n\`\`\``), 'reviewLitigation'), undefined);
  });

  it('a row the form does not know is kept', () => {
    const mended = converted(proactive('规章\t0\t0\t0', '其他主动公开文件（自行增加）\t1\t2\t3', '行政规范性文件\t0\t0\t0', '行政许可\t0'), 'proactiveDisclosure');
    assert.match(mended ?? '', /\n\| 其他主动公开文件（自行增加） \| 1 +\| 2 +\| 3 +\|\n/);
  });

  it('a bar in a label is escaped', () => {
    assert.match(converted(proactive('规章\t0\t0\t0', '行政规范性文件(含|附件)\t1\t0\t3', '行政许可\t0'), 'proactiveDisclosure') ?? '', /行政规范性文件\(含\\\|附件\)/);
  });

  it('width goes by grapheme and by East Asian width', () => {
    assert.deepEqual(['总计', '“”', '𠮷', 'e\u0301', '👨‍👩‍👧', 'a\u200b', '１'].map((text) => [displayWidth(text, true), displayWidth(text, false)]), [[4, 4], [4, 2], [2, 2], [1, 1], [2, 2], [1, 1], [2, 2]]);
  });

  it('the samples: every table can be had, in columns', () => {
    for (const name of ['tab.txt', 'html.md', 'stacked.txt', 'indented.txt', 'spaced.txt', 'markdown.md', 'faultless.md', 'draft.nianbao']) {
      const text = readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');
      for (const { declaration } of reportOf(text).reading.tables) {
        const mended = converted(text, declaration.id);
        assert.ok(mended, `${name} ${declaration.id}`);
        const again = reportOf(mended);
        assert.deepEqual(toMarkdown(again, tableOf(again, declaration.id), options), [], 'once is enough');
      }
    }
  });

  const data = (analysis: Analysis): string => toJson(analysis.reports.map((report) => ({ ...extract(report), sections: [] })));
  const errors = (analysis: Analysis): number => analysis.findings.filter(({ severity }) => severity === 'error').length;
  /** Text of a PDF may be too torn to be put together for certain. */
  const mayDecline = (name: string): boolean => /^(?:4|7|10|11) /.test(name);

  for (const layout of layouts) {
    property(`${layout.name}: the data stay as they are, blanks, short rows and unreadable cells included`, 8, [model, tape, fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '/', 'O', '-5', '12件', '无')), { maxLength: 5 }), fc.option(fc.nat())], (report, choices, odd, lost) => {
      const keys = [...report.values.keys()];
      const instead = new Map(odd.map(([n, text]) => [keys[n % keys.length] ?? '', text]));
      const drop = new Set(lost === null ? [] : [keys[lost % keys.length] ?? '']);
      const { text } = writeReport(report, { layout, tape: choices, instead, drop });
      const before = analyse(text);
      for (const table of before.reports[0]?.reading.tables ?? []) {
        const edits = toMarkdown(before.reports[0]!, table, options);
        if (!edits) {
          assert.ok(mayDecline(layout.name) || odd.length > 0 || lost !== null, `${table.declaration.id} declined:\n${text}`);
          continue;
        }
        const after = analyse(apply(text, edits));
        assert.equal(data(after), data(before));
        assert.ok(errors(after) <= errors(before), apply(text, edits));
      }
    });
  }
});
