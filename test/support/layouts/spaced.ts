import { labelText, pageNumber, pagesOf, type Layout } from './types';

/** 12: rows of words held apart by single spaces or a few. */
export const spaced: Layout = {
  name: '12 spaced rows',
  showsBlanks: false,
  write(draft, table, style, dice) {
    const gap = dice.pick([' ', ' ', '  ', '    ', '　']);
    const groups = dice.chance(50);
    pagesOf(table.form, dice, 30).forEach((rows, page) => {
      if (page > 0) draft.line(pageNumber(dice));
      if (page > 0 && dice.chance(40)) rows = [...table.form.filter((row) => row.kind === 'header').slice(0, 3), ...rows];
      for (const row of rows) {
        const cells = row.cells.filter((cell) => groups || !cell.row?.group);
        cells.forEach((cell, i) => {
          if (i > 0) draft.write(gap);
          if (cell.kind === 'value') draft.value(cell.text, table.written(cell.text));
          else draft.write(labelText(cell, style).replace(/ /g, ''));
        });
        draft.line();
      }
    });
  },
};
