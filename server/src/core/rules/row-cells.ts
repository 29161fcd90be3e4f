import { padRows } from '../fixes/rows';
import type { RowReading, TableReading } from '../read/types';
import { both } from '../text/bilingual';
import type { Span } from '../text/span';
import type { Rule, RuleFinding } from './types';
import { rowName } from './words';

/** Rows with more or fewer values than columns; neighbouring rows make one finding. No sum of such a row is judged. */
export const rule: Rule = {
  code: 'row-cells',
  severity: 'warning',
  ofTables: true,
  title: both('一行的数字个数不对', 'A row has too many or too few values'),
  basis: both('格式通知规定的表格列数；个数不对时不知道哪个数字属于哪一列。', 'The columns of the prescribed tables; with a value too many or too few nobody knows which column a number belongs to.'),
  fix: both('数字都是0时，补足或删去多余的0。', 'Where all values are 0, adds or removes zeros.'),
  *check(report): Iterable<RuleFinding> {
    for (const table of report.reading.tables) {
      if (table.scrambled) {
        const finding = outOfOrder(table);
        if (finding) yield finding;
        continue;
      }
      for (const rows of runsOf(table)) {
        const fix = padRows(report, rows);
        const said = rows.map((row) => ({ name: rowName(row.declaration), found: row.values.length, wanted: row.declaration.columns.length }));
        const listed = said.map(({ name, found, wanted }) => `${name === '' ? '' : `${name} `}${found}/${wanted}`).join('、');
        const [only] = said;
        yield {
          span: valuesSpan(rows),
          message:
            said.length === 1 && only
              ? both(`这一行有 ${only.found} 个数字，应为 ${only.wanted} 个，无法对应到列，合计不核对`, `This row has ${only.found} values instead of ${only.wanted}: they cannot be put under columns, so no sum is checked`)
              : both(`${said.length} 行的数字个数不对（${listed}），无法对应到列，合计不核对`, `${said.length} rows have too many or too few values (${listed}): they cannot be put under columns, so no sum is checked`),
          data: { rows: rows.map((row) => row.declaration.id) },
          ...(fix ? { fixes: [fix] } : {}),
        };
      }
    }
  },
};

/** Told once, and quietly: it is the copy that is in disorder, and not the report. */
function outOfOrder(table: TableReading): RuleFinding | undefined {
  const lost = table.rows.filter((row) => row.alignment !== 'exact');
  const [first] = lost;
  return (
    first && {
      span: first.label,
      severity: 'information',
      message: both(
        `${table.declaration.name.zh}的文字次序在转换中打乱了，数字分不清是哪一行的，这张表没有全部核对；换一种方式复制，就能核对`,
        `The cells of the ${table.declaration.name.en} are out of order in this copy, so that it cannot be told which row a number belongs to; not all of the table was checked. Copy it in another way to have it checked`,
      ),
      data: { rows: lost.map((row) => row.declaration.id) },
    }
  );
}

/** Rows that follow each other and are not aligned. */
function runsOf(table: TableReading): RowReading[][] {
  const runs: RowReading[][] = [];
  let open = false;
  for (const row of table.rows) {
    if (row.alignment === 'exact') open = false;
    else if (open) runs.at(-1)?.push(row);
    else {
      runs.push([row]);
      open = true;
    }
  }
  return runs;
}

function valuesSpan(rows: readonly RowReading[]): Span {
  const spans = rows.flatMap((row) => row.values.filter((value) => value.text !== '').map((value) => value.span));
  return { start: spans[0]?.start ?? rows[0]?.span.start ?? 0, end: spans.at(-1)?.end ?? rows.at(-1)?.span.end ?? 0 };
}
