import { labelText, type Layout } from './types';

/** 6: one cell a line behind a bar; a lone bar opens each row. */
export const leading: Layout = {
  name: '6 cell per line, bar in front',
  showsBlanks: false,
  write(draft, table, style, dice) {
    const space = dice.pick(['', ' ', '  ']);
    const opener = dice.chance(70);
    for (const row of table.form) {
      if (opener) draft.line('|');
      for (const cell of row.cells) {
        draft.write(`|${space}`);
        if (cell.kind === 'value') draft.value(cell.text, table.written(cell.text)).line(dice.chance(20) ? ' ' : '');
        else draft.line(labelText(cell, style));
      }
    }
  },
};
