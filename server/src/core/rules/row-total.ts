import { both } from '../text/bilingual';
import type { Rule } from './types';
import { unbalanced } from './unbalanced';

/** See rules/unbalanced: one finding a fault, at the cell that explains it. */
export const rule: Rule = {
  code: 'row-total',
  severity: 'error',
  ofTables: true,
  title: both('总计不等于各部分之和', 'Row total does not add up'),
  basis: both('格式通知规定的表三、表四：各列之和等于总计，容差为零。', 'The prescribed tables 三 and 四: the parts of a row add up to its total, without tolerance.'),
  fix: both('重新计算这一格总计。', 'Recomputes this total.'),
  check: (report) => unbalanced(report, 'row-total'),
};
