import { insertTable } from '../fixes/sections';
import { both } from '../text/bilingual';
import type { Rule, RuleFinding } from './types';

/** The heading of a table section is there, its table is not. */
export const rule: Rule = {
  code: 'missing-table',
  severity: 'warning',
  title: both('标题下面没有表格', 'No table under the heading'),
  basis: both('格式通知规定这一部分以表格形式报告。', 'The format notice wants this section as a table.'),
  fix: both('在标题下面插入标准表格。', 'Inserts the standard table under the heading.'),
  *check(report): Iterable<RuleFinding> {
    for (const table of report.reading.format.tables) {
      const section = report.section(table.section);
      if (!section || report.table(table.id)) continue;
      yield {
        span: section.heading.span,
        message: both(`这一部分没有“${table.name.zh}”的文字（也许是图片或附件）`, `The ${table.name.en} is not in the text (a picture or an attachment, perhaps)`),
        data: { table: table.id },
        fixes: [insertTable(report, section, table)],
      };
    }
  },
};
