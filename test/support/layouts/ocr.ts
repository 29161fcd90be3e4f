import { labelText, pagesOf, pageNumber, wrap, writeCell, type Layout } from './types';

/**
 * 4: tab-separated from page-wise text recognition: blank lines and page numbers inside, label columns lost behind a break,
 * the header repeated, the rest of a wrapped label in a row of its own.
 */
export const ocr: Layout = {
  name: '4 page-wise',
  showsBlanks: true,
  write(draft, table, style, dice) {
    pagesOf(table.grid, dice, 80).forEach((rows, page) => {
      const labels = table.declaration.labelColumns;
      // A page may lose the left column (its labels move one to the left), a row its empty ones.
      const lost = page > 0 && labels > 1 && dice.chance(40);
      const trailing = dice.pick(['', '', '\t']);
      if (page > 0) {
        draft.line();
        if (dice.chance(30)) draft.line(pageNumber(dice)).line();
        if (dice.chance(30)) rows = [...table.grid.filter((_, i) => table.form[i]?.kind === 'header').slice(0, 3), ...rows];
      }
      for (const fields of rows) {
        const shifted = lost && (fields[0]?.cell.text === '' || !fields[0]?.origin) ? fields.slice(1) : fields;
        let rest: { column: number; text: string } | undefined;
        shifted.forEach(({ cell, origin }, i) => {
          if (i > 0) draft.write('\t');
          if (!origin) return;
          if (cell.kind === 'label' && cell.row?.columns.length && cell.text.length > 8 && dice.chance(15)) {
            const text = labelText(cell, style);
            const [head = '', ...tail] = wrap(text, Math.max(6, text.length - 1 - dice.below(3)));
            draft.write(head);
            rest = { column: i, text: tail.join('') };
          } else writeCell(draft, table, cell, style);
        });
        draft.line(trailing);
        if (rest && rest.text !== '') {
          if (dice.chance(40)) draft.line();
          draft.line(`${'\t'.repeat(rest.column)}${rest.text}${'\t'.repeat(Math.max(0, shifted.length - 1 - rest.column))}`);
        }
      }
    });
  },
};
