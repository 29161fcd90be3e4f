import { labelText, pageNumber, type Layout } from './types';

/** 11: text of a PDF in raw order: a number a line, the labels of groups wherever they land among their rows. */
export const raw: Layout = {
  name: '11 PDF, raw order',
  showsBlanks: false,
  write(draft, table, style, dice) {
    const pending: { text: string; after: number }[] = [];
    for (const row of table.form) {
      for (const cell of row.cells) {
        if (cell.kind === 'value') draft.value(cell.text, table.written(cell.text)).line();
        else if (cell.row?.group) pending.push({ text: labelText(cell, style), after: dice.below(cell.rowSpan) });
        else draft.line(labelText(cell, style));
      }
      if (dice.chance(4)) draft.line(pageNumber(dice).replace(/^4$/, '-4-'));
      if (row.kind === 'values') {
        for (let i = pending.length - 1; i >= 0; i--) {
          const group = pending[i];
          if (group && --group.after < 0) {
            draft.line(group.text);
            pending.splice(i, 1);
          }
        }
      }
    }
  },
};
