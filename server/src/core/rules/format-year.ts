import { formatForYear } from '../format';
import { both } from '../text/bilingual';
import type { Rule, RuleFinding } from './types';

/** The form is not the one prescribed for the report year. The other rules go by the form that was used. */
export const rule: Rule = {
  code: 'format-year',
  severity: 'error',
  title: both('表格版本与年度不符', 'Wrong form for the report year'),
  basis: both('国办公开办函〔2021〕30号用于2021年度起的报告，国办公开办函〔2019〕60号用于2019、2020年度。', 'Notice 〔2021〕30号 applies from report year 2021 on, 〔2019〕60号 to 2019 and 2020.'),
  *check(report): Iterable<RuleFinding> {
    const { reading, year } = report;
    if (!year || (year.from !== 'title' && year.from !== 'period')) return;
    const [table] = reading.tables;
    const wanted = formatForYear(year.value);
    if (!wanted || !table || wanted.id === reading.format.id) return;
    yield {
      span: reading.title?.span ?? table.rows[0]?.span ?? table.span,
      message: both(`${year.value}年度的报告应使用${wanted.name.zh}（${wanted.notice.number}），表格是${reading.format.name.zh}`, `A report for ${year.value} goes on the ${wanted.name.en} (${wanted.notice.number}); these tables are of the ${reading.format.name.en}`),
      data: { used: reading.format.id, wanted: wanted.id },
    };
  },
};
