import { both } from '../text/bilingual';
import type { Rule } from './types';

/** Found by `suppress/`, which sees all findings; declared here like every other code. */
export const rule: Rule = {
  code: 'unused-suppression',
  severity: 'hint',
  title: both('没有用的关闭注释', 'Suppression comment without effect'),
  basis: both('注释关闭的问题已经不存在，留着会掩盖以后的错误。', 'What the comment suppressed is gone; left in, it would hide later faults.'),
  fix: both('删除注释，或者删除注释里没有用的代码。', 'Deletes the comment, or the code in it that is of no use.'),
  check: () => [],
};
