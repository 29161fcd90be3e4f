import { mendNumber } from '../fixes/numbers';
import type { ColumnDeclaration } from '../format/types';
import type { CellReading } from '../read/types';
import { both, type Bilingual } from '../text/bilingual';
import { placeName } from './words';
import type { Rule, RuleFinding, Severity } from './types';

/** 万元 are given with four decimals at most: that is a yuan. */
const MAX_DECIMALS = 4;

/** A value that is not of its column's kind. */
export const rule: Rule = {
  code: 'invalid-number',
  severity: 'warning',
  ofTables: true,
  title: both('数字不合要求', 'Not a number of the kind wanted'),
  basis: both('格式通知规定的表格：件数为不小于0的整数，金额以万元为单位。', 'The prescribed tables: counts are whole and not negative, the fee is in 10,000 yuan.'),
  fix: both('去掉单位；金额的单位不同时换算。', 'Removes the unit, converting the amount where it differs.'),
  *check(report): Iterable<RuleFinding> {
    for (const table of report.reading.tables) {
      for (const row of table.rows) {
        for (const [i, cell] of (row.cells ?? []).entries()) {
          const column = row.declaration.columns[i];
          const fault = column && faultOf(cell, column);
          if (!column || !fault) continue;
          const name = placeName(table.declaration, { row: row.declaration.id, column: column.id });
          yield {
            span: cell.span,
            severity: fault.severity,
            message: both(`“${name.zh}”填的是“${cell.text}”：${fault.message.zh}`, `“${name.en}” is “${cell.text}”: ${fault.message.en}`),
            fixes: mendNumber(report, cell, column),
          };
        }
      }
    }
  },
};

interface Fault {
  readonly severity: Severity;
  readonly message: Bilingual;
}

const warning = (zh: string, en: string): Fault => ({ severity: 'warning', message: both(zh, en) });

function faultOf(cell: CellReading, column: ColumnDeclaration): Fault | undefined {
  if (cell.state === 'unreadable') return cell.oddity === 'lookalike' ? warning('字母不是数字，没有计入合计', 'letters are no digits; left out of the sums') : warning('不是数字，没有计入合计', 'not a number; left out of the sums');
  if (cell.state !== 'number' || !cell.value) return undefined;
  const { type } = column;
  const decimals = cell.value.scale;
  if (cell.value.units < 0n && type !== 'signedCount') return { severity: 'error', message: both('不能是负数', 'must not be negative') };
  if (cell.oddity === 'unit' && type !== 'money') return warning(`单位不写在格子里（本列单位：${column.unit}）`, `the unit does not belong into the cell (this column is in ${column.unit})`);
  if ((type === 'count' || type === 'signedCount') && decimals > 0) return warning('应为整数', 'must be a whole number');
  if (type === 'amount' && decimals > MAX_DECIMALS) return warning(`最多 ${MAX_DECIMALS} 位小数`, `at most ${MAX_DECIMALS} decimals`);
  if (type === 'count' && cell.oddity === 'text') return warning('只写数字', 'write the number only');
  return undefined;
}
