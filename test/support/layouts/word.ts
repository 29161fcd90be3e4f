import { labelText, type Layout } from './types';

/** 8: Word dump: a cell a line behind a tab, a blank line ends the row, breaks inside a cell have no tab. */
export const word: Layout = {
  name: '8 Word dump',
  showsBlanks: true,
  write(draft, table, style, dice) {
    const breaks = dice.chance(50);
    const covered = dice.chance(50);
    const behind = dice.chance(50);
    table.form.forEach((row) => {
      const own = row.cells.filter((cell) => cell.kind === 'label').length;
      if (covered && row.kind === 'values' && table.declaration.labelColumns > 1) for (let i = own; i < (row.row?.level ?? 1); i++) draft.line('\t');
      for (const cell of row.cells) {
        draft.write('\t');
        if (cell.kind === 'value') draft.value(cell.text, table.written(cell.text));
        else {
          const text = labelText(cell, style);
          draft.write(breaks && text.length > 4 && !text.includes('20') && dice.chance(30) ? `${text.slice(0, 3)}${dice.pick(['\n', ' \n'])}${text.slice(3)}` : text);
        }
        draft.line();
      }
      if (row.kind === 'header' && covered && behind) draft.line('\t');
      draft.line();
    });
  },
};
