import { both } from '../text/bilingual';
import { abs, add, equal, format, subtract, sum, type Exact } from '../text/exact';
import type { Rule, RuleFinding } from './types';

const known = (values: readonly (Exact | undefined)[]): readonly Exact[] | undefined => (values.every((value) => value !== undefined) ? (values as readonly Exact[]) : undefined);

/** Documents in force are last year's stock plus those issued less those repealed. */
export const rule: Rule = {
  code: 'in-force-documents',
  severity: 'information',
  title: both('现行有效件数与上年报告不衔接', 'Documents in force do not follow from last year’s report'),
  basis: both('现行有效（本年）＝现行有效（上年）＋本年制发－本年废止。有效期届满自动失效的文件常未计入废止，故仅作提示。', 'In force = last year’s stock + issued − repealed; expired documents are often not counted as repealed, so this is only information.'),
  *check(report, relatives): Iterable<RuleFinding> {
    const last = relatives?.lastYear;
    if (!last || last.report.reading.format.id !== report.reading.format.id) return;
    for (const { code, table, rows, stock, plus, minus } of report.reading.format.stocks) {
      if (code !== rule.code) continue;
      for (const row of rows) {
        const cell = report.cell(table, row, stock);
        const before = last.report.cell(table, row, stock);
        const added = known(plus.map((column) => report.value(table, row, column)));
        const removed = known(minus.map((column) => report.value(table, row, column)));
        if (!cell?.value || !before?.value || !added || !removed) continue;
        const expected = subtract(add(before.value, sum(added)), sum(removed));
        if (equal(cell.value, expected)) continue;
        const terms = `${format(before.value)} + ${added.map(format).join(' + ')} − ${removed.map(format).join(' − ')} = ${format(expected)}`;
        const difference = format(abs(subtract(cell.value, expected)));
        yield {
          span: cell.span,
          message: both(`现行有效 ${format(cell.value)}，按上年报告推算应为 ${terms}，相差 ${difference}`, `${format(cell.value)} in force, but last year’s report gives ${terms} (difference ${difference})`),
          related: [{ document: last.document, span: before.span, message: both(`上年现行有效：${format(before.value)}`, `in force last year: ${format(before.value)}`) }],
        };
      }
    }
  },
};
