import { removeRow } from '../fixes/rows';
import type { RowReading } from '../read/types';
import { both } from '../text/bilingual';
import type { Rule, RuleFinding } from './types';
import { rowName } from './words';

/** A row stands twice in a table; told at the later one. */
export const rule: Rule = {
  code: 'duplicate-row',
  severity: 'warning',
  ofTables: true,
  tellsLines: true,
  title: both('行重复', 'A row stands twice'),
  basis: both('格式通知规定的表格每行一次。', 'Each row of the prescribed tables stands once.'),
  fix: both('两行数字相同时，删除后一行。', 'Deletes the later row when both hold the same values.'),
  *check(report): Iterable<RuleFinding> {
    for (const table of report.reading.tables) {
      const seen = new Map<string, RowReading>();
      for (const row of table.rows) {
        const first = seen.get(row.declaration.id);
        if (!first) {
          seen.set(row.declaration.id, row);
          continue;
        }
        const name = rowName(row.declaration) || table.declaration.name.zh;
        const fix = removeRow(report, table, row, first);
        yield {
          span: row.span,
          message: both(`“${name}”重复：第 ${first.firstLine + 1} 行已有这一行`, `Row “${name}” stands twice: it is on line ${first.firstLine + 1} already`),
          related: [{ span: first.span, message: both('前一行', 'the first one') }],
          ...(fix ? { fixes: [fix] } : {}),
        };
      }
    }
  },
};
