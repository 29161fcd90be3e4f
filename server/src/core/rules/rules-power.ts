import { zeroCells } from '../fixes/prose';
import type { Report, UnitLevel } from '../report/report';
import { both } from '../text/bilingual';
import { format, isZero } from '../text/exact';
import type { CellReading } from '../read/types';
import type { Rule, RuleFinding } from './types';

/** Units whose level is certain and that cannot make rules. */
const WITHOUT_POWER: ReadonlySet<UnitLevel> = new Set(['township', 'county', 'countyDepartment']);

/** A unit without the power to make rules (规章) reports some. */
export const rule: Rule = {
  code: 'rules-power',
  severity: 'warning',
  ofTables: true,
  title: both('没有规章制定权的单位填了规章', 'Rules reported by a unit that cannot make any'),
  basis: both('《立法法》：规章由国务院部门，省、自治区、直辖市和设区的市、自治州的人民政府制定。', 'Legislation Law: rules are made by ministries and by governments of provinces, prefecture-level cities and autonomous prefectures.'),
  fix: both('把规章一行改为0。', 'Writes 0 in the row.'),
  *check(report): Iterable<RuleFinding> {
    if (!WITHOUT_POWER.has(report.level)) return;
    for (const table of report.reading.format.tables) {
      for (const row of table.rows) {
        if (!row.rulePower) continue;
        const wrong = row.columns.flatMap((column) => filled(report, table.id, row.id, column.id));
        const [first, ...others] = wrong;
        if (!first) continue;
        const values = wrong.map(({ value }) => (value ? format(value) : '')).join('、');
        yield {
          span: first.span,
          message: both(`${report.agency}没有规章制定权，这里填了 ${values}，应为 0（可能把规范性文件当成了规章）`, `${report.agency} cannot make rules; it says ${values}, expected 0 (perhaps normative documents were meant)`),
          ...(others.length > 0 ? { related: others.map((cell) => ({ span: cell.span, message: both('同一行的另一个数', 'another value of the row') })) } : {}),
          fixes: [zeroCells(report, wrong)],
        };
      }
    }
  },
};

function filled(report: Report, table: string, row: string, column: string): CellReading[] {
  const cell = report.cell(table, row, column);
  return cell?.value && !isZero(cell.value) ? [cell] : [];
}
