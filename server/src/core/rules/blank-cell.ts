import { fillBlanks } from '../fixes/blanks';
import { both } from '../text/bilingual';
import { placeName } from './words';
import type { Rule, RuleFinding } from './types';

/** Value cells with nothing or a placeholder in them: one finding a table, at the first, with the count. */
export const rule: Rule = {
  code: 'blank-cell',
  severity: 'warning',
  ofTables: true,
  title: both('格子空着或只有符号', 'Blank cell or placeholder'),
  basis: both('填报口径：没有就填0，不留空。', 'Offices are told to write 0 where there is nothing.'),
  fix: both('把空格填上0；空着的总计填上算出的数。', 'Fills blanks with 0 and blank totals with their sums.'),
  *check(report): Iterable<RuleFinding> {
    for (const table of report.reading.tables) {
      const blanks = table.rows.flatMap((row) =>
        (row.cells ?? []).flatMap((cell, i) => (cell.state === 'blank' || cell.state === 'placeholder' ? [{ cell, place: { row: row.declaration.id, column: row.declaration.columns[i]?.id ?? '' } }] : [])),
      );
      const [first] = blanks;
      if (!first) continue;
      const name = placeName(table.declaration, first.place);
      const shown = first.cell.state === 'placeholder' ? `“${first.cell.text}”` : '';
      yield {
        span: first.cell.span,
        message: both(
          `${table.declaration.name.zh}有 ${blanks.length} 格空着或只有符号，没有就填0；第一格是“${name.zh}”${shown && `：${shown}`}`,
          `${blanks.length} cells of the ${table.declaration.name.en} are blank or hold a placeholder; write 0 for nothing. The first is “${name.en}”${shown && `: ${shown}`}`,
        ),
        data: { table: table.declaration.id, count: blanks.length },
        fixes: fillBlanks(report, table),
      };
    }
  },
};
