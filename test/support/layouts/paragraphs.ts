import { labelText, type Layout } from './types';

/** 7: one cell a paragraph, blank lines between; no row ends at all. */
export const paragraphs: Layout = {
  name: '7 cell per paragraph',
  showsBlanks: false,
  write(draft, table, style, dice) {
    const gap = dice.pick(['\n', '', '\n\n']);
    const indent = dice.pick(['', '', '　　', '  ']);
    for (const row of table.form) {
      for (const cell of row.cells) {
        draft.write(indent);
        if (cell.kind === 'value') draft.value(cell.text, table.written(cell.text));
        else draft.write(labelText(cell, style));
        draft.write(`\n${gap}`);
      }
    }
  },
};
