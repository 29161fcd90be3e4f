import { both } from '../text/bilingual';
import type { Rule } from './types';
import { unbalanced } from './unbalanced';

/** See rules/unbalanced: one finding a fault, at the cell that explains it. */
export const rule: Rule = {
  code: 'column-total',
  severity: 'error',
  ofTables: true,
  title: both('（七）总计不等于办理结果之和', 'Column total does not add up'),
  basis: both('格式通知规定的表三：（七）总计为（一）至（六）各项之和。', 'The prescribed table 三: （七）总计 is the sum of outcomes （一） to （六）.'),
  fix: both('重新计算这一格总计。', 'Recomputes this total.'),
  check: (report) => unbalanced(report, 'column-total'),
};
