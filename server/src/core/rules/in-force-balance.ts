import { both } from '../text/bilingual';
import { compare, format, subtract, sum, type Exact } from '../text/exact';
import type { Rule, RuleFinding } from './types';

const known = (values: readonly (Exact | undefined)[]): readonly Exact[] | undefined => (values.every((value) => value !== undefined) ? (values as readonly Exact[]) : undefined);

/** What is in force at year end is at least what was issued less what was repealed in the year. */
export const rule: Rule = {
  code: 'in-force-balance',
  severity: 'information',
  ofTables: true,
  title: both('现行有效少于本年制发减废止', 'Fewer in force than issued less repealed'),
  basis: both('年底现行有效＝上年末现行有效＋本年制发－本年废止，上年末不小于0；有效期届满的除外，故仅作提示。', 'In force = last year’s stock + issued − repealed, and the stock is not below 0; documents that expire are an exception.'),
  *check(report): Iterable<RuleFinding> {
    for (const table of report.reading.format.tables) {
      for (const { code, rows, column, plus, minus } of table.lowerBounds ?? []) {
        if (code !== rule.code) continue;
        for (const row of rows) {
          const cell = report.cell(table.id, row, column);
          const added = known(plus.map((each) => report.value(table.id, row, each)));
          const removed = known(minus.map((each) => report.value(table.id, row, each)));
          if (!cell?.value || !added || !removed) continue;
          const least = subtract(sum(added), sum(removed));
          if (compare(cell.value, least) >= 0) continue;
          const terms = `${added.map(format).join(' + ')} − ${removed.map(format).join(' − ')} = ${format(least)}`;
          const difference = format(subtract(least, cell.value));
          yield {
            span: cell.span,
            message: both(`现行有效 ${format(cell.value)}，不应小于 本年制发 − 本年废止 = ${terms}，少了 ${difference}`, `${format(cell.value)} in force, fewer than issued − repealed = ${terms} by ${difference}`),
            related: [...plus, ...minus].flatMap((each) => {
              const other = report.cell(table.id, row, each);
              return other ? [{ span: other.span, message: both(`${other.text}`, `${other.text}`) }] : [];
            }),
          };
        }
      }
    }
  },
};
