import { insertTable } from '../fixes/sections';
import { both } from '../text/bilingual';
import { valueRows } from '../format';
import type { TableDeclaration } from '../format/types';
import { fold } from '../text/fold';
import type { Rule, RuleFinding } from './types';

/** So many different labels and header cells are no coincidence of a sentence or two. */
const LABELS = 5;

/** Whether a table's own labels stand in a text, and numbers too: it is there, though no row of it could be read. */
function isThere(text: string, table: TableDeclaration): boolean {
  const folded = fold(text);
  const words = new Set([...table.header.flat(), ...(table.blocks ?? []).flatMap(({ header }) => header), ...valueRows(table)].map((each) => fold('text' in each ? each.text : each.label)).filter((word) => word.length >= 3));
  return [...words].filter((word) => folded.includes(word)).length >= LABELS && (text.match(/[\d０-９]/g) ?? []).length > LABELS;
}

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
      if (isThere(report.reading.source.slice(section.body), table)) {
        yield {
          span: section.heading.span,
          severity: 'information',
          message: both(`“${table.name.zh}”的文字在这里，但次序或排版在转换中打乱了，读不出来，没有核对`, `The text of the ${table.name.en} is here, but its order or layout was lost in a conversion: it cannot be read and was not checked`),
          data: { table: table.id },
        };
        continue;
      }
      yield {
        span: section.heading.span,
        message: both(`这一部分没有“${table.name.zh}”的文字（也许是图片或附件）`, `The ${table.name.en} is not in the text (a picture or an attachment, perhaps)`),
        data: { table: table.id },
        fixes: [insertTable(report, section, table)],
      };
    }
  },
};
