import type { TableDeclaration } from '../format/types';
import type { Layout } from '../read/types';
import { tableGrid } from '../snippets/grid';
import { mergedForm, type MergedCell } from '../snippets/merged';

/** How a whole table is written when it is inserted. */
export interface TableNotation {
  readonly layout: Layout;
  /** For one cell a line: what stands before and behind each cell. */
  readonly before?: string;
  readonly behind?: string;
}

/** What stands in a cell. */
export type CellText = (row: string, column: string) => string;

const ZERO: CellText = () => '0';

export const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const attribute = (name: string, value: number): string => (value === 1 ? '' : ` ${name}="${value}"`);

/** The lines of a declared table in the given notation. @param value text of each cell; 0 without. */
export function tableLines(table: TableDeclaration, { layout, before = '', behind = '' }: TableNotation, value: CellText = ZERO): readonly string[] {
  const textOf = ({ kind, text, row = '', column = '' }: MergedCell): string => (kind === 'value' ? value(row, column) : text);
  const grid = tableGrid(table).map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : value(cell.row, cell.column))));
  switch (layout) {
    case 'pipe':
      return grid.flatMap((cells, i) => [`| ${cells.join(' | ')} |`, ...(i === 0 ? [`|${' --- |'.repeat(cells.length)}`] : [])]);
    case 'html':
      return [
        '<table>',
        ...mergedForm(table).map((cells) => `<tr>${cells.map((cell) => `<td${attribute('colspan', cell.colSpan)}${attribute('rowspan', cell.rowSpan)}>${escapeHtml(textOf(cell))}</td>`).join('')}</tr>`),
        '</table>',
      ];
    case 'indented':
      return mergedForm(table).flatMap((cells) => [...cells.map((cell) => `\t${textOf(cell)}`), '']);
    case 'stacked':
      return mergedForm(table).flatMap((cells) => cells.map((cell) => `${before}${textOf(cell)}${behind}`));
    default:
      // Fields held apart by spaces cannot show an empty one: a table of one's own is written with tabs.
      return grid.map((cells) => cells.join('\t'));
  }
}
