import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { IGrammar } from 'vscode-textmate';
import { grammar, REAL_MARKDOWN, tokenize } from './tokens';

/** A line with the parts that are coloured and the beginning of their scope; all other parts must have none of ours. */
type Expectation = readonly [line: string, colours: readonly (readonly [part: string, scope: string])[]];

const comment = '<!-- disclosure-report-disable-next-line row-total, prose-total: 单位统计 -->';
const directive = [
  ['disclosure-report-disable-next-line', 'keyword.control.suppression'],
  ['row-total', 'entity.name.function.rule'],
  ['prose-total', 'entity.name.function.rule'],
  [':', 'punctuation.separator.reason'],
  [' 单位统计 ', 'string.unquoted.reason'],
] as const;

const inner = (scopes: readonly string[]): string | undefined => scopes.findLast((scope) => scope.endsWith('.disclosure-report') && !/^(?:meta|text|comment)\./.test(scope));

function check(used: IGrammar, expectations: readonly Expectation[]): void {
  const lines = tokenize(used, expectations.map(([line]) => line));
  expectations.forEach(([line, colours], i) => {
    const found = (lines[i] ?? []).flatMap(({ text, scopes }) => (inner(scopes) ? [[text, inner(scopes)?.replace('.disclosure-report', '')]] : []));
    assert.deepEqual(found, colours, line);
  });
}

const pipe = ['|', 'punctuation.separator.cell'] as const;
const tab = ['\t', 'punctuation.separator.cell.tab'] as const;
const digit = (text: string) => [text, 'constant.numeric'] as const;

describe('grammar of the own language', async () => {
  const own = await grammar('text.disclosure-report');

  it('headings', () => {
    check(own, [
      ['清溪县2024年政府信息公开工作年度报告', [['清溪县2024年政府信息公开工作年度报告', 'entity.name.section']]],
      ['# 清溪县2024年政府信息公开工作年度报告', [['#', 'punctuation.definition.heading'], ['清溪县2024年政府信息公开工作年度报告', 'entity.name.section']]],
      ['一、总体情况', [['一、总体情况', 'entity.name.section']]],
      ['## 五、存在的主要问题及改进情况', [['##', 'punctuation.definition.heading'], ['五、存在的主要问题及改进情况', 'entity.name.section']]],
      ['　　（一）主动公开。清溪县认真落实有关规定。', [['（一）主动公开', 'entity.name.section']]],
      ['一、提高认识，压实责任。我县召开会议。', []],
    ]);
  });

  it('rows with pipes', () => {
    check(own, [
      ['| 一、本年新收政府信息公开申请数量 |  |  | 4 | XX |', [pipe, ['一、本年新收政府信息公开申请数量', 'entity.name.tag.row'], pipe, pipe, pipe, digit('4'), pipe, ['XX', 'invalid.illegal.placeholder'], pipe]],
      ['|  | （七）总计 |  | １２ |', [pipe, pipe, ['（七）总计', 'keyword.other.total'], pipe, pipe, digit('１２'), pipe]],
      ['| 自然人 | 总计 |', [pipe, ['自然人', 'variable.other.header'], pipe, ['总计', 'keyword.other.total'], pipe]],
      ['| --- | :--: |', [pipe, ['---', 'punctuation.definition.table'], pipe, [':--:', 'punctuation.definition.table'], pipe]],
    ]);
  });

  it('rows with tabs, one-cell lines and rows of Word', () => {
    check(own, [
      ['\t（一）予以公开\t\t3\t0', [tab, ['（一）予以公开', 'entity.name.tag.row'], tab, tab, digit('3'), tab, digit('0')]],
      ['三、本年度办理结果', [['三、本年度办理结果', 'entity.name.type.group']]],
      ['二、上年结转政府信息公开申请数量  1 0', [['二、上年结转政府信息公开申请数量', 'entity.name.tag.row'], digit('1'), digit('0')]],
      ['规章制度不断完善。', []],
    ]);
  });

  it('values in prose', () => {
    check(own, [
      ['2024年公开信息1,204件，占95.5％。', [['2024', 'constant.numeric.year'], ['年', 'keyword.other.unit'], digit('1,204'), ['件', 'keyword.other.unit'], digit('95.5％')]],
      ['依据《信息处理费管理办法》（国办函〔2020〕109号），共受理XX件。', [['《信息处理费管理办法》', 'string.quoted.other.title'], ['国办函〔2020〕109号', 'string.unquoted.document-number'], ['XX', 'invalid.illegal.placeholder']]],
    ]);
  });

  it('suppression comments, also over several lines', () => {
    check(own, [
      [comment, directive],
      ['<!-- 备注 2024年', []],
      ['disclosure-report-disable-file brackets -->', [['disclosure-report-disable-file', 'keyword.control.suppression'], ['brackets', 'entity.name.function.rule']]],
      ['一、总体情况', [['一、总体情况', 'entity.name.section']]],
    ]);
  });

  it('colours every label of the standard tables', () => {
    const snippets = JSON.parse(readFileSync(new URL('../../snippets/disclosure-report.code-snippets', import.meta.url), 'utf8')) as Record<string, { prefix: string[]; body: string[] }>;
    const tables = Object.values(snippets).filter(({ prefix }) => /^b\d$/.test(prefix[0] ?? ''));
    assert.equal(tables.length, 6);
    for (const { body } of tables) {
      const lines = body.map((line) => line.replace(/\$\{\d+:0\}/g, '0'));
      const bare = tokenize(own, lines).flat().filter(({ text, scopes }) => text.trim() !== '' && !inner(scopes));
      assert.deepEqual(bare.map(({ text }) => text), []);
    }
  });

  it('takes a hostile line in its stride', () => {
    const before = performance.now();
    for (const part of ['（一）', ' ', '信息公开', '《', '一、', 'X|', '<!-- disclosure-report-disable ']) tokenize(own, [part.repeat(5000)]);
    assert.ok(performance.now() - before < 5000);
  });
});

for (const real of [false, true]) {
  describe(`injection into ${real ? 'VS Code’s' : 'a likeness of VS Code’s'} Markdown grammar`, { skip: real && !existsSync(REAL_MARKDOWN) && 'the editor of the editor tests is not installed' }, async () => {
    const markdown = await grammar('text.html.markdown', real);

    it('labels, totals and placeholders in tables', () => {
      check(markdown, [
        ['|  | 自然人 | 总计 |', [['自然人', 'variable.other.header'], ['总计', 'keyword.other.total']]],
        ['| --- | --- | --- |', []],
        ['| 一、本年新收政府信息公开申请数量 | ×× | 4 |', [['一、本年新收政府信息公开申请数量', 'entity.name.tag.row'], ['××', 'invalid.illegal.placeholder']]],
        ['| 总计划 | XX公司 | 4 |', []],
        ['', []],
      ]);
    });

    it('placeholders in prose only before what is counted', () => {
      check(markdown, [
        ['共受理申请XX件，', [['XX', 'invalid.illegal.placeholder']]],
        ['某XX公司与XX集团', []],
        ['', []],
      ]);
    });

    it('suppression comments', () => {
      check(markdown, [[comment, directive], ['', []]]);
    });

    it('nothing in code', () => {
      check(markdown, [['```', []], ['| 总计 | XX |', []], ['共受理XX件', []], ['```', []]]);
    });
  });
}
