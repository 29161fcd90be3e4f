import type { TableDeclaration } from '../format/types';
import type { Layout } from '../read/types';
import { tableGrid } from '../snippets/grid';
import { mergedForm } from '../snippets/merged';

/** How a whole table is written when it is inserted. */
export interface TableNotation {
  readonly layout: Layout;
  /** For one cell a line: what stands before and behind each cell. */
  readonly before?: string;
  readonly behind?: string;
}

const VALUE = '0';

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const attribute = (name: string, value: number): string => (value === 1 ? '' : ` ${name}="${value}"`);

/** The lines of a declared table, every value 0, in the given notation. */
export function tableLines(table: TableDeclaration, { layout, before = '', behind = '' }: TableNotation): readonly string[] {
  const grid = tableGrid(table).map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : VALUE)));
  switch (layout) {
    case 'pipe':
      return grid.flatMap((cells, i) => [`| ${cells.join(' | ')} |`, ...(i === 0 ? [`|${' --- |'.repeat(cells.length)}`] : [])]);
    case 'html':
      return [
        '<table>',
        ...mergedForm(table).map((cells) => `<tr>${cells.map((cell) => `<td${attribute('colspan', cell.colSpan)}${attribute('rowspan', cell.rowSpan)}>${cell.kind === 'value' ? VALUE : escapeHtml(cell.text)}</td>`).join('')}</tr>`),
        '</table>',
      ];
    case 'indented':
      return mergedForm(table).flatMap((cells) => [...cells.map((cell) => `\t${cell.kind === 'value' ? VALUE : cell.text}`), '']);
    case 'stacked':
      return mergedForm(table).flatMap((cells) => cells.map((cell) => `${before}${cell.kind === 'value' ? VALUE : cell.text}${behind}`));
    default:
      // Fields held apart by spaces cannot show an empty one: a table of one's own is written with tabs.
      return grid.map((cells) => cells.join('\t'));
  }
}
