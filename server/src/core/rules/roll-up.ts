import { valueRows } from '../format';
import { both } from '../text/bilingual';
import { abs, compare, format, subtract, sum, type Exact } from '../text/exact';
import type { Span } from '../text/span';
import type { Rule, RuleFinding } from './types';

/** A parent's cell against the sum of its subordinates' cells. */
export const rule: Rule = {
  code: 'roll-up',
  severity: 'warning',
  title: both('汇总数与下级报告之和不一致', 'Parent’s figure differs from the sum of its subordinates’'),
  basis: both('县级以上人民政府的报告汇总所属部门和下级政府的数据（《条例》第四十九条，实践要求）。', 'A government’s report adds up those of its departments and lower governments (article 49 and practice).'),
  *check(report, relatives): Iterable<RuleFinding> {
    const children = relatives?.children ?? [];
    if (children.length === 0) return;
    const missing = relatives?.missingChildren ?? [];
    let incomplete: RuleFinding | undefined;
    for (const table of report.reading.format.tables) {
      const ids = report.reading.format.rollUp[table.id];
      if (!ids) continue;
      for (const row of valueRows(table)) {
        if (ids.length > 0 && !ids.includes(row.id)) continue;
        for (const column of row.columns) {
          const cell = report.cell(table.id, row.id, column.id);
          if (!cell?.value) continue;
          const parts = children.map((child) => ({ child, cell: child.report.cell(table.id, row.id, column.id) }));
          const values = parts.flatMap((part): Exact[] => (part.cell?.value ? [part.cell.value] : []));
          if (values.length === 0) continue;
          const total = sum(values);
          const order = compare(cell.value, total);
          const complete = missing.length === 0 && values.length === children.length;
          // Reports that are not there can only add: a parent below the sum is wrong, a parent above it may not be.
          const [own, all, difference] = [format(cell.value), format(total), format(abs(subtract(cell.value, total)))];
          if (order > 0 && missing.length > 0) incomplete ??= ofIncomplete(cell.span, [own, all, difference], children.length, missing);
          if (order === 0 || (order > 0 && !complete)) continue;
          yield {
            span: cell.span,
            ...(order > 0 ? { severity: 'information' as const } : {}),
            message: both(
              `本表为 ${own}，${values.length} 份下级报告之和为 ${all}，${order < 0 ? '少' : '多'} ${difference}${missing.length > 0 ? `（尚缺 ${missing.join('、')}）` : ''}`,
              `${own} here, ${all} in the ${values.length} subordinate reports (${difference} ${order < 0 ? 'less' : 'more'})${missing.length > 0 ? `; missing: ${missing.join(', ')}` : ''}`,
            ),
            related: parts.flatMap((part) => (part.cell?.value && part.cell.value.units !== 0n ? [{ document: part.child.document, span: part.cell.span, message: both(`${part.child.report.agency || part.child.document}：${format(part.cell.value)}`, `${part.child.report.agency || part.child.document}: ${format(part.cell.value)}`) }] : [])),
          };
        }
      }
    }
    if (incomplete) yield incomplete;
  },
};

/** Said once, where the first cell is more than the reports that are there make up: which reports are missing, and no blame. */
function ofIncomplete(span: Span, [own, all, difference]: readonly [string, string, string], count: number, missing: readonly string[]): RuleFinding {
  return {
    span,
    severity: 'information',
    message: both(
      `下级报告不全，尚缺 ${missing.join('、')}，比下级之和大的格子不核对；此处为 ${own}，已有的 ${count} 份之和为 ${all}，多 ${difference}`,
      `Reports of subordinates are missing (${missing.join(', ')}), so cells above their sum are not checked; here ${own} against ${all} in the ${count} there are (${difference} more)`,
    ),
    data: { missing },
  };
}
