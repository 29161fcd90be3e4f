import assert from 'node:assert/strict';
import { analyse, applyEdits, type Analysis, type Finding, type Fix, type Report, type TableReading, type TextEdit } from '../../server/src/core';

/** The only report of a text, read as one whatever little of it is there. */
export function reportOf(text: string): Report {
  const { reports, failures } = analyse(text, { assumeReport: true });
  assert.deepEqual(failures, []);
  assert.equal(reports.length, 1, text);
  return reports[0] as Report;
}

export function tableOf(report: Report, id: string): TableReading {
  const table = report.table(id);
  assert.ok(table, `no table ${id} in ${report.reading.source.text}`);
  return table;
}

export const codes = (analysis: Analysis): string[] => analysis.findings.map(({ code }) => code).sort();

/** The only finding of a code. */
export function finding(text: string, code: string): Finding {
  const found = analyse(text, { assumeReport: true }).findings.filter((each) => each.code === code);
  assert.equal(found.length, 1, `${found.length} × ${code} in\n${text}`);
  return found[0] as Finding;
}

/** The fixes of the only finding of a code, suppression aside. */
export const fixesOf = (text: string, code: string): readonly Fix[] => (finding(text, code).fixes ?? []).filter((fix) => !fix.suppression);

export const apply = (text: string, edits: readonly TextEdit[]): string => applyEdits(text, edits);

/** Applies a fix; afterwards its finding is gone and no other has come. @param but codes that may come, the numbers being what they are */
export function assertMends(text: string, code: string, fix: Fix, expected: string, but: readonly string[] = []): void {
  const mended = apply(text, fix.edits());
  assert.equal(mended, expected);
  const left = codes(analyse(mended, { assumeReport: true })).filter((each) => !but.includes(each));
  const before = codes(analyse(text, { assumeReport: true }));
  before.splice(before.indexOf(code), 1);
  assert.deepEqual(left, before.filter((each) => !but.includes(each)));
}

/** A report of table 四 and what goes around it: `values` stand in the data row. */
export const litigation = (values: string): string =>
  ['# 青禾县民政局2023年政府信息公开工作年度报告', '## 一、总体情况', '全年工作平稳。', '## 四、政府信息公开行政复议、行政诉讼情况', '', values, '', '## 六、其他需要报告的事项', '本年度未收取信息处理费。', ''].join('\n');

/** A report whose section 二 is `lines`. */
export const proactive = (...lines: string[]): string =>
  ['# 青禾县民政局2023年政府信息公开工作年度报告', '## 一、总体情况', '全年工作平稳。', '## 二、主动公开政府信息情况', '', ...lines, '', '## 六、其他需要报告的事项', '本年度未收取信息处理费。', ''].join('\n');

/** A report whose section 三 is `lines`. */
export const requests = (...lines: string[]): string =>
  ['# 青禾县民政局2023年政府信息公开工作年度报告', '## 一、总体情况', '全年工作平稳。', '## 三、收到和处理政府信息公开申请情况', '', ...lines, '', '## 六、其他需要报告的事项', '本年度未收取信息处理费。', ''].join('\n');
