import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse } from '../../server/src/core';

/** Manners of published reports that once were read wrongly; places, numbers and wording are invented. */
const complete = readFileSync(new URL('../docs/complete-report.md', import.meta.url), 'utf8');
const replaced = (from: string, to: string): string => {
  assert.ok(complete.includes(from), from);
  return complete.replace(from, to);
};
const findings = (text: string): string[] => analyse(text).findings.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
const report = (text: string): NonNullable<ReturnType<typeof analyse>['reports'][number]> => {
  const [first] = analyse(text).reports;
  assert.ok(first);
  return first;
};
const sections = (text: string): (string | undefined)[] => report(text).reading.headings.map(({ section }) => section?.id);
const topics = (text: string): string[] => report(text).reading.sections.flatMap((section) => section.topics.map(({ declaration }) => declaration.id));

describe('lines numbered 1、 inside a section are no sections', () => {
  it('基本情况 below a topic', () => {
    const text = replaced('（一）主动公开情况。2024年，', '（一）主动公开情况\n\n1、基本情况\n\n2024年，');
    assert.deepEqual(findings(text), []);
    assert.deepEqual(sections(text), sections(complete));
  });

  it('topics numbered 1. to 5. in the wording of sections', () => {
    const text = complete
      .replace('（一）主动公开情况。', '1.主动公开政府信息的情况\n\n').replace('（二）依申请公开情况。', '2.依申请公开政府信息情况\n\n')
      .replace('（三）政府信息管理情况。', '3.政府信息管理\n\n').replace('（四）平台建设情况。', '4.平台建设\n\n').replace('（五）监督保障情况。', '5.监督保障\n\n');
    assert.deepEqual(findings(text), []);
    assert.deepEqual(topics(text), ['proactive', 'onRequest', 'management', 'platform', 'supervision']);
  });

  it('the number of the section that is spoken of', () => {
    const text = replaced('（五）监督保障情况。', '4、因政府信息公开申请行政复议、提起行政诉讼情况：无。\n\n（五）监督保障情况。');
    assert.deepEqual(sections(text), sections(complete));
    assert.deepEqual(findings(text), []);
  });

  it('the first section under the name 基本概况', () => {
    const text = replaced('一、总体情况', '一、政府信息公开工作的基本概况');
    assert.deepEqual(sections(text), sections(complete));
    assert.deepEqual(findings(text), ['section-title 一、政府信息公开工作的基本概况']);
  });

  it('the first section under a name of its own', () => {
    const text = replaced('一、总体情况', '一、工作推进情况');
    assert.deepEqual(sections(text), sections(complete));
    assert.deepEqual(topics(text), topics(complete));
    assert.deepEqual(findings(text), ['section-title 一、工作推进情况']);
  });

  it('but another heading before the first section is none', () => {
    const text = replaced('一、总体情况', '一、前言\n\n一、总体情况');
    assert.deepEqual(sections(text), [undefined, ...sections(complete)]);
  });

  it('topics without numerals', () => {
    const text = complete.replace('（一）主动公开情况。', '政府信息主动公开情况。').replace('（二）依申请公开情况。', '政府信息依申请公开情况。')
      .replace('（三）政府信息管理情况。', '政府信息管理情况。').replace('（四）平台建设情况。', '政府信息平台建设情况。').replace('（五）监督保障情况。', '监督保障情况。');
    assert.deepEqual(topics(text), topics(complete));
    assert.deepEqual(findings(text), []);
  });

  it('but a section numbered with a digit by mistake is one', () => {
    const text = replaced('三、收到和处理政府信息公开申请情况', '3.收到和处理政府信息公开申请情况');
    assert.deepEqual(sections(text), sections(complete));
  });

  it('and so are all in a report that numbers them so', () => {
    const text = ['一', '二', '三', '四', '五', '六'].reduce((each, numeral, i) => each.replace(`\n${numeral}、`, `\n${i + 1}、`), complete);
    assert.notEqual(text, complete);
    assert.deepEqual(sections(text), sections(complete));
  });
});

describe('labels and cells', () => {
  it('a remark in brackets behind a label', () => {
    const text = replaced('| 规章 |', '| 规章（乡镇无此项） |');
    assert.deepEqual(findings(text), []);
  });

  it('a remark that names another row', () => {
    const text = [
      '青禾县水务局2020年政府信息公开工作年度报告', '一、总体情况', '一年来，我局做好公开工作。', '二、主动公开政府信息情况',
      '| 第二十条第（五）项 |', '| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |', '| 行政许可 | 9 | 0 | 31 |', '| 其他对外管理服务事项（指行政许可以外的事项） | 3 | 0 | 8 |',
    ].join('\n');
    assert.deepEqual(report(text).reading.tables[0]?.rows.map(({ declaration }) => declaration.id), ['licences', 'otherServices']);
  });

  it('a change in one word: 减4, 增2', () => {
    const text = [
      '青禾县水务局2020年政府信息公开工作年度报告', '一、总体情况', '一年来，我局做好公开工作。', '二、主动公开政府信息情况',
      '| 第二十条第（五）项 |', '| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |', '| 行政许可 | 9 | 减4 | 31 |', '| 其他对外管理服务事项 | 3 | 增2 | 8 |',
    ].join('\n');
    const rows = report(text).reading.tables[0]?.rows ?? [];
    assert.deepEqual(rows.map(({ alignment, cells }) => [alignment, ...(cells ?? []).map(({ value }) => Number(value?.units))]), [['exact', 9, -4, 31], ['exact', 3, 2, 8]]);
    assert.deepEqual(findings(text).filter((each) => /^(?:row-cells|invalid-number|blank-cell)/.test(each)), []);
  });
});

describe('title and year', () => {
  it('the title is not the line of the page’s data about it', () => {
    const text = replaced('# 青禾县柳溪镇2024年政府信息公开工作年度报告', '索 引 号 A1/2025-03\n标 题 青禾县柳溪镇2024年政府信息公开工作年度报告\n文 号 无\n\n青禾县柳溪镇2024年政府信息公开工作年度报告');
    const { title } = report(text).reading;
    assert.equal(title?.agency, '青禾县柳溪镇');
    assert.equal(title?.span.start, text.lastIndexOf('青禾县柳溪镇2024年政府'));
    assert.deepEqual(findings(text), []);
  });

  it('nor a trail of pages that ends in the title', () => {
    const text = replaced('# 青禾县柳溪镇2024年政府信息公开工作年度报告', '青禾县人民政府网站 柳溪镇 政府信息公开年报 青禾县柳溪镇2024年政府信息公开工作年度报告\n青禾县柳溪镇2024年政府信息公开工作年度报告\n来源：本网');
    assert.equal(report(text).reading.title?.agency, '青禾县柳溪镇');
    assert.deepEqual(findings(text), []);
  });

  it('an agency above the title that ends in 机关', () => {
    assert.equal(report(replaced('# 青禾县柳溪镇2024年', '青禾县人民政府机关\n2024年')).reading.title?.agency, '青禾县人民政府机关');
  });

  it('政府 alone is the name of none', () => {
    assert.equal(report(replaced('# 青禾县柳溪镇2024年政府信息公开工作年度报告', '政府政务公开年报')).reading.title?.agency, '');
  });

  it('a title without an agency names none', () => {
    assert.equal(report(replaced('# 青禾县柳溪镇2024年', '2024年')).reading.title?.agency, '');
  });

  it('a report for a year before 2019 whose title was lost is not checked', () => {
    const text = '本报告依据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自2013年1月1日起至2013年12月31日止。\n\n一、概述\n\n2013年，全县政府信息公开工作有序推进。\n\n二、主动公开政府信息情况\n\n全年公开信息312条。\n';
    const { document, findings: found } = analyse(text);
    assert.equal(document.kind, 'before2019');
    assert.deepEqual(found, []);
  });

  it('a date of the law does not make a report old', () => {
    const text = complete.replace('# 青禾县柳溪镇2024年政府信息公开工作年度报告\n', '').replace('，现公布', '（自2008年5月1日起施行），参照2017年1月1日施行的办法，现公布');
    assert.equal(analyse(text).document.kind, 'report');
  });
});

describe('a title broken over two lines', () => {
  for (const lines of [['青禾县柳溪镇2024年', '政府信息公开工作年度报告'], ['青禾县柳溪镇', '2024年政府信息公开工作年度报告'], ['青禾县柳溪镇2024年度', '', '政府信息公开工作年度报告']])
    it(lines.join(' / '), () => {
      const text = complete.replace(/^# .*/, lines.join('\n'));
      assert.equal(report(text).agency, '青禾县柳溪镇');
      assert.equal(report(text).year?.value, 2024);
      assert.deepEqual(findings(text), []);
    });
});
