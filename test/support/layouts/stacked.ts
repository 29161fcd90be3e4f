import { labelText, type Layout } from './types';

/** 5: one cell a line, closed by ` |`; lines of bars are what is left of merged cells. */
export const stacked: Layout = {
  name: '5 cell per line, bar behind',
  showsBlanks: true,
  write(draft, table, style, dice) {
    const fillers = dice.chance(70);
    for (const row of table.form) {
      const own = row.cells.filter((cell) => cell.kind === 'label').length;
      const above = row.kind === 'values' && table.declaration.labelColumns > 0 ? (row.row?.level ?? 1) - own : 0;
      const covered = row.cells.reduce((n, cell) => n + cell.colSpan - 1, above);
      for (const cell of row.cells) {
        if (cell.kind === 'value') {
          const written = table.written(cell.text);
          if (written === '') draft.value(cell.text, '').line('|');
          else draft.value(cell.text, written).line(' |');
        } else draft.line(`${labelText(cell, style)} |`);
      }
      if (fillers && covered > 0) draft.line('|'.repeat(covered));
    }
  },
};
