import { labelText, pagesOf, writeCell, type Layout } from './types';

/** 9: a row a line with ` | ` between the cells; the covered label column may leave a `|` in front. */
export const bars: Layout = {
  name: '9 rows with bars',
  showsBlanks: true,
  write(draft, table, style, dice) {
    const covered = dice.chance(50);
    const bar = dice.pick([' | ', '|', ' ｜ ']);
    pagesOf(table.form, dice, 15).forEach((rows, page) => {
      if (page > 0) draft.line();
      for (const row of rows) {
        const own = row.cells.filter((cell) => cell.kind === 'label').length;
        if (covered && row.kind === 'values' && (row.row?.level ?? 1) > own) draft.write(`${bar.trim()} `.repeat((row.row?.level ?? 1) - own));
        row.cells.forEach((cell, i) => {
          if (i > 0) draft.write(bar);
          if (cell.kind === 'value') writeCell(draft, table, cell, style);
          else draft.write(labelText(cell, style));
        });
        draft.line();
      }
    });
  },
};
