import type { FormCell } from '../form';
import { labelText, type Layout } from './types';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** 2: HTML; spans right, wrong or absent, paragraphs and entities in the cells, on one line or pretty. */
export const html: Layout = {
  name: '2 HTML',
  showsBlanks: true,
  write(draft, table, style, dice) {
    const spans = dice.pick(['right', 'right', 'wrong', 'none']);
    const pretty = dice.chance(50);
    const paragraphs = dice.chance(40);
    const attributes = dice.chance(40);
    const upper = dice.chance(15);
    const heads = dice.chance(30);
    const tag = (name: string): string => (upper ? name.toUpperCase() : name);
    const eol = (indent: number): string => (pretty ? `\n${' '.repeat(indent)}` : '');
    const style1 = attributes ? ' class="MsoNormal" style="width:80.5pt;padding:0cm 5.4pt 0cm 5.4pt;"' : '';
    const number = (n: number): number => (spans === 'wrong' && dice.chance(50) ? Math.max(1, n - 1 + dice.below(3)) : n);
    const open = (cell: FormCell): string => {
      const written = spans === 'none' ? '' : `${cell.colSpan > 1 ? ` colspan="${number(cell.colSpan)}"` : ''}${cell.rowSpan > 1 ? ` rowspan=${number(cell.rowSpan)}` : ''}`;
      return `<${tag(heads && cell.kind === 'header' ? 'th' : 'td')}${style1}${written}>`;
    };
    draft.write(`<${tag('table')}${attributes ? ' border="1" cellspacing="0"' : ''}>${dice.chance(40) ? `${eol(0)}<tbody>` : ''}`);
    for (const row of table.form) {
      draft.write(`${eol(2)}<${tag('tr')}>`);
      for (const cell of row.cells) {
        const [before, after] = paragraphs ? ['<p style="text-align:center"><span lang="EN-US">', dice.pick(['</span></p>', '<o:p></o:p></span></p>'])] : pretty && dice.chance(10) ? [eol(6), eol(4)] : ['', ''];
        draft.write(`${eol(4)}${open(cell)}${before}`);
        if (cell.kind === 'value') {
          const written = table.written(cell.text);
          const pad = dice.pick(['', '', '&nbsp;', ' ']);
          draft.write(written === '' ? '' : pad).value(cell.text, written).write(written === '' ? '' : pad);
        } else {
          const text = labelText(cell, style);
          const at = Math.min(text.length, 4);
          draft.write(dice.chance(20) && text.length > 6 ? `${escape(text.slice(0, at))}<br/>${escape(text.slice(at))}` : escape(text));
        }
        draft.write(`${after}</${tag(heads && cell.kind === 'header' ? 'th' : 'td')}>`);
      }
      draft.write(`${eol(2)}</${tag('tr')}>`);
    }
    draft.line(`${eol(0)}</${tag('table')}>`);
  },
};
