import { insertRows } from '../fixes/rows';
import { valueRows } from '../format';
import type { RowReading, TableReading } from '../read/types';
import { both } from '../text/bilingual';
import type { Span } from '../text/span';
import type { Rule, RuleFinding } from './types';
import { rowName } from './words';

/** Declared rows a table does not have: one finding a table, at the last row before the first gap. */
export const rule: Rule = {
  code: 'missing-row',
  severity: 'error',
  ofTables: true,
  title: both('表格缺行', 'Rows are missing'),
  basis: both('格式通知规定的表格行次。', 'The rows of the prescribed tables.'),
  fix: both('按周围的排版把缺的行插回原位。', 'Inserts the missing rows in the notation around them.'),
  *check(report): Iterable<RuleFinding> {
    for (const table of report.reading.tables) {
      const [first] = table.missing;
      if (!first) continue;
      const all = valueRows(table.declaration);
      const before = lastBefore(table, all.findIndex((row) => row.id === first.id));
      const heading = report.section(table.declaration.section)?.heading.span;
      const names = table.missing.map(rowName).filter((name) => name !== '').join('、');
      yield {
        span: before ? placeOf(before) : heading ?? table.rows[0]?.span ?? table.span,
        message: both(`${table.declaration.name.zh}应有 ${all.length} 行，这份文字里缺 ${table.missing.length} 行：${names}`, `The ${table.declaration.name.en} has ${all.length} rows; ${table.missing.length} are missing in this text: ${names}`),
        data: { table: table.declaration.id, rows: table.missing.map((row) => row.id) },
        fixes: insertRows(report, table),
      };
    }
  },
};

/** The row; where its cells stand on lines of their own, its label: a squiggle over ten lines shows nothing. */
const placeOf = (row: RowReading): Span => (row.firstLine === row.lastLine ? row.span : row.label);

/** The last row found that stands before the declared row with this index. */
function lastBefore(table: TableReading, index: number): RowReading | undefined {
  const order = new Map(valueRows(table.declaration).map((row, i) => [row.id, i]));
  return table.rows.filter((row) => (order.get(row.declaration.id) ?? Infinity) < index).at(-1);
}
