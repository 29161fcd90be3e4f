import { writeCell } from '../fixes/cell';
import { both } from '../text/bilingual';
import { abs, equal, format, subtract } from '../text/exact';
import type { Rule, RuleFinding } from './types';

/** Column by column, requests carried in are those last year's report carried out. */
export const rule: Rule = {
  code: 'carried-over',
  severity: 'warning',
  title: both('上年结转与上年报告不一致', 'Carried-in requests differ from last year’s report'),
  basis: both('表三勾稽关系：本年“二、上年结转”应等于上年“四、结转下年度继续办理”。更正、机构合并或更名时可能不等。', 'Row 二 equals last year’s row 四; corrections, mergers and renamed units are legitimate reasons to differ.'),
  fix: both('改为上年报告的数', 'Take last year’s number'),
  *check(report, relatives): Iterable<RuleFinding> {
    const last = relatives?.lastYear;
    if (!last) return;
    for (const { code, table, row, lastYearRow } of report.reading.format.carries) {
      if (code !== rule.code) continue;
      for (const column of report.row(table, row)?.declaration.columns ?? []) {
        const cell = report.cell(table, row, column.id);
        const before = last.report.cell(table, lastYearRow, column.id);
        if (!cell?.value || !before?.value || equal(cell.value, before.value)) continue;
        const [now, then, difference] = [format(cell.value), format(before.value), format(abs(subtract(cell.value, before.value)))];
        yield {
          span: cell.span,
          message: both(`${column.name.zh}的上年结转为 ${now}，上年报告结转下年度为 ${then}，相差 ${difference}`, `${column.name.en}: ${now} carried in, but last year’s report carried out ${then} (difference ${difference})`),
          related: [{ document: last.document, span: before.span, message: both(`上年报告：${then}`, `last year’s report: ${then}`) }],
          fixes: [{ title: both(`改为上年报告的 ${then}`, `Take last year’s ${then}`), edits: () => writeCell(report, cell, before.value ?? { units: 0n, scale: 0 }) }],
        };
      }
    }
  },
};
