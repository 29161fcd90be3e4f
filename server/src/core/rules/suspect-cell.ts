import { both } from '../text/bilingual';
import type { Rule } from './types';
import { unbalanced } from './unbalanced';

/** See rules/unbalanced: one finding a fault, at the cell that explains it. */
export const rule: Rule = {
  code: 'suspect-cell',
  severity: 'error',
  ofTables: true,
  title: both('这一格使算式不成立', 'This cell breaks the table’s equations'),
  basis: both('表三、表四的勾稽关系；取改动最少的解释（统计数据审核的 Fellegi–Holt 原则）。', 'The equations of tables 三 and 四; the smallest change that makes all hold (Fellegi and Holt).'),
  fix: both('写入使全部算式成立的数。', 'Writes the value that makes every equation hold.'),
  check: (report) => unbalanced(report, 'suspect-cell'),
};
