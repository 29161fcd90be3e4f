import { labelText, pagesOf, type Layout } from './types';

/** 1: Markdown pipe table; merged cells empty or repeated, `<br>` inside labels. */
export const pipe: Layout = {
  name: '1 pipe table',
  showsBlanks: true,
  write(draft, table, style, dice) {
    const repeat = dice.chance(30);
    const aligned = dice.chance(30);
    const tight = dice.chance(20);
    const bold = dice.chance(20);
    const breaks = dice.chance(30);
    const headerRows = dice.pick([1, 1, 3]);
    // A single dash would be a placeholder anywhere but below the first row.
    const separator = headerRows === 1 ? dice.pick(['---', ':---:', '---:', '-', ':--']) : '---';
    const [open, between, close] = tight ? ['|', '|', '|'] : ['| ', ' | ', ' |'];
    const width = table.declaration.width;
    let line = 0;
    pagesOf(table.grid, dice, 15).forEach((rows, page) => {
      if (page > 0 && dice.chance(50)) draft.line();
      if (page > 0 && dice.chance(50)) rows = [...table.grid.filter((_, i) => table.form[i]?.kind === 'header').slice(0, 3), ...rows];
      for (const fields of rows) {
        draft.write(open);
        fields.forEach(({ cell, origin }, i) => {
          if (i > 0) draft.write(between);
          const value = cell.kind === 'value';
          let text = value ? table.written(cell.text) : labelText(cell, style);
          if (!value && breaks && text.length > 6 && dice.chance(60)) text = `${text.slice(0, 4)}${dice.pick(['<br>', '<br/>', '<BR />'])}${text.slice(4)}`;
          if (!origin && !repeat) text = '';
          const mark = bold && text !== '' && (cell.row?.label ?? '').includes('总计') ? '**' : '';
          draft.write(mark);
          if (value && origin) draft.value(cell.text, text);
          else draft.write(text);
          draft.write(mark);
          if (aligned) draft.write(' '.repeat(Math.max(0, 6 - text.length)));
        });
        draft.line(close);
        line++;
        if (line === headerRows || (width === 4 && line === 1)) draft.line(`|${new Array(width).fill(tight ? separator : ` ${separator} `).join('|')}|`);
      }
    });
  },
};
