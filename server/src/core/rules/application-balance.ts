import { both } from '../text/bilingual';
import type { Rule } from './types';
import { unbalanced } from './unbalanced';

/** See rules/unbalanced: one finding a fault, at the cell that explains it. */
export const rule: Rule = {
  code: 'application-balance',
  severity: 'error',
  ofTables: true,
  title: both('申请收支不平衡', 'Requests received and closed do not balance'),
  basis: both('表三表头载明的勾稽关系：第一项加第二项之和，等于第三项加第四项之和。', 'The header of table 三 says it: 一 plus 二 equals 三 plus 四.'),
  fix: both('重新计算结转下年度的件数。', 'Recomputes the requests carried over.'),
  check: (report) => unbalanced(report, 'application-balance'),
};
