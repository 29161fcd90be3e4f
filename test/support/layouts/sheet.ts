import { pagesOf, writeCell, type Layout } from './types';

/** 3: tab-separated from a spreadsheet or Word; merged cells are empty fields. */
export const sheet: Layout = {
  name: '3 spreadsheet',
  showsBlanks: true,
  write(draft, table, style, dice) {
    const trailing = dice.pick(['', '', '\t', '\t\t']);
    const shift = dice.chance(15) ? '\t' : '';
    pagesOf(table.grid, dice, 15).forEach((rows, page) => {
      if (page > 0 && dice.chance(50)) rows = [...table.grid.filter((_, i) => table.form[i]?.kind === 'header').slice(0, 3), ...rows];
      for (const fields of rows) {
        draft.write(shift);
        fields.forEach(({ cell, origin }, i) => {
          if (i > 0) draft.write('\t');
          if (origin) writeCell(draft, table, cell, style);
        });
        draft.line(trailing);
      }
    });
  },
};
