import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse, type Analysis } from '../../server/src/core';
import { layouts } from '../support/layouts';
import { assertCells, only, said, serious } from '../support/expect';
import { plainly, report } from '../support/plain';

const NUMBERS = layouts.map((layout) => layout.name.split(' ')[0] ?? '');
const codes = (analysis: Analysis): string[] => serious(analysis).map(({ code }) => code);

/** The text in parts: before the heading of 三, the section, and what comes behind. */
function aroundRequests(text: string): [string, string, string] {
  const from = text.indexOf('三、收到和处理政府信息公开申请情况\n');
  const to = text.indexOf('四、政府信息公开行政复议');
  assert.ok(from > 0 && to > from);
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}

describe('tables in documents', () => {
  const model = report();

  for (const layout of NUMBERS) {
    it(`layout ${layout}: a table cut in the middle has its rows missing, and no sum is judged`, () => {
      const { text } = plainly(model, layout);
      const [before, section, behind] = aroundRequests(text);
      const cut = section.slice(0, section.indexOf('1.信访举报'));
      const analysis = analyse(before + cut + (layout === '2' ? '</td></tr></table>\n' : '\n') + behind);
      const found = serious(analysis);
      assert.deepEqual(found.map(({ code }) => code), ['missing-row'], found.map(said).join('\n'));
      const missing = found[0]?.data?.['rows'] as string[];
      assert.ok(missing.includes('outcomesTotal') && missing.includes('carriedOut') && !missing.includes('newReceived'), missing.join());
    });

    it(`layout ${layout}: without its heading a table is read all the same`, () => {
      const written = plainly(model, layout);
      const [before, section, behind] = aroundRequests(written.text);
      const analysis = analyse(before + section.slice(section.indexOf('\n') + 1) + behind);
      assert.deepEqual(codes(analysis), ['missing-section']);
      assert.equal(only(analysis, '').table('requests')?.missing.length, 0);
    });

    it(`layout ${layout}: sections out of order`, () => {
      const { text } = plainly(model, layout);
      const [before, section, behind] = aroundRequests(text);
      const five = behind.indexOf('五、存在的主要问题');
      const analysis = analyse(before + behind.slice(0, five) + section + behind.slice(five));
      assert.deepEqual(codes(analysis), ['section-order']);
      for (const id of ['proactiveDisclosure', 'requests', 'reviewLitigation']) assert.equal(only(analysis, '').table(id)?.missing.length, 0);
    });

    it(`layout ${layout}: inside a quotation`, () => {
      const { text } = plainly(model, layout);
      const quoted = text.split('\n').map((line) => `> ${line}`).join('\n');
      const analysis = analyse(quoted);
      assert.deepEqual(serious(analysis).map(said), []);
      for (const id of ['proactiveDisclosure', 'requests', 'reviewLitigation']) assert.equal(only(analysis, quoted).table(id)?.missing.length, 0);
    });

    it(`layout ${layout}: inside a code fence`, () => {
      const { text } = plainly(model, layout);
      const [before, section, behind] = aroundRequests(text);
      const line = section.indexOf('\n') + 1;
      const analysis = analyse(`${before}${section.slice(0, line)}\`\`\`\n${section.slice(line)}\`\`\`\n${behind}`);
      assert.deepEqual(serious(analysis).map(said), []);
      assert.equal(only(analysis, text).table('requests')?.missing.length, 0);
    });

    it(`layout ${layout}: two reports in one text`, () => {
      const [first, second] = [plainly(report('some', 1), layout), plainly(report('many', 2), layout)];
      const analysis = analyse(`${first.text}\n\n${second.text}`);
      assert.equal(analysis.reports.length, 2);
      assert.deepEqual(serious(analysis).map(said), []);
      const [a] = analysis.reports;
      assert.ok(a);
      assertCells(a, report('some', 1), first);
    });
  }

  it('a table under the heading of another section', () => {
    const { text } = plainly(model, '3');
    const [before, section, behind] = aroundRequests(text);
    const line = section.indexOf('\n') + 1;
    const five = behind.indexOf('五、存在的主要问题');
    const analysis = analyse(before + section.slice(0, line) + behind.slice(0, five) + section.slice(line) + behind.slice(five));
    assert.equal(only(analysis, text).table('requests')?.missing.length, 0);
    assert.ok(!codes(analysis).some((code) => ['row-total', 'column-total', 'application-balance', 'suspect-cell', 'missing-row'].includes(code)), serious(analysis).map(said).join('\n'));
  });

  it('a table that stands twice: no sum is wrong, no row is missing', () => {
    for (const layout of NUMBERS) {
      const { text } = plainly(model, layout);
      const [before, section, behind] = aroundRequests(text);
      const analysis = analyse(`${before}${section}\n${section.slice(section.indexOf('\n') + 1)}${behind}`);
      assert.ok(!codes(analysis).some((code) => ['row-total', 'column-total', 'application-balance', 'suspect-cell', 'missing-row', 'row-cells', 'blank-cell'].includes(code)), `${layout}: ${serious(analysis).map(said).join('\n')}`);
    }
  });
});

describe('texts that are no report of these formats', () => {
  it('a letter about the report', () => {
    const letter = '关于报送2024年政府信息公开工作年度报告的通知\n\n各乡镇人民政府，县直各部门：\n\n　　按照《中华人民共和国政府信息公开条例》，现就编制和发布2024年政府信息公开工作年度报告有关事项通知如下。\n一、报告内容\n　　包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分，收到申请5件的填5，没有的填0。\n二、时间要求\n　　请于2025年1月20日前报送，1月31日前公布。\n三、联系方式\n　　联系人：办公室，电话：6123456。\n';
    const analysis = analyse(letter);
    assert.equal(analysis.document.kind, 'other');
    assert.deepEqual(analysis.findings, []);
  });

  it('minutes that mention it', () => {
    const analysis = analyse('# 会议纪要\n\n会议听取了2024年政府信息公开工作年度报告起草情况的汇报，指出表格合计不平的问题，要求一周内改正。\n\n- 收到申请12件\n- 办结11件\n');
    assert.equal(analysis.document.kind, 'other');
    assert.deepEqual(analysis.findings, []);
  });

  it('a report of the free layout used up to 2018', () => {
    const analysis = analyse('云溪县2018年政府信息公开工作年度报告\n\n　　根据《中华人民共和国政府信息公开条例》要求，现公布2018年度报告。\n一、概述\n　　全年工作平稳。\n二、主动公开政府信息情况\n　　全年主动公开信息1200条，其中规范性文件13条。\n三、依申请公开政府信息办理情况\n　　受理申请12件，全部办结。\n四、复议、诉讼和举报情况\n　　无。\n五、存在的主要问题和改进措施\n　　人手不足。\n附表\n指标名称\t计量单位\t统计数\n一、主动公开情况\t——\t\n（一）主动公开政府信息数\t条\t1200\n');
    assert.equal(analysis.document.kind, 'before2019');
    assert.deepEqual(analysis.findings, []);
  });
});
