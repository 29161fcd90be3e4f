import { escapeHtml } from '../fixes/table-text';
import type { CellReading, RowReading, TableReading } from '../read/types';
import { mergedForm, type MergedCell } from '../snippets/merged';
import type { SourceText } from '../text/source';
import { escapeAttribute, place, type Marks } from './marks';

const spanned = (name: string, number: number): string => (number === 1 ? '' : ` ${name}="${number}"`);

/** A table in the official form. What the draft does not have stays empty: no number is made up. */
export function tableHtml(source: SourceText, table: TableReading, name: string, marks: Marks): string {
  const cells = new Map<string, CellReading>();
  const rows = new Map<string, RowReading>();
  for (const row of table.rows) {
    if (!rows.has(row.declaration.id)) rows.set(row.declaration.id, row);
    row.declaration.columns.forEach((column, i) => row.cells?.[i] && cells.set(`${row.declaration.id}/${column.id}`, row.cells[i]));
  }
  const written = mergedForm(table.declaration).map((line) => `<tr>${line.map((cell, i) => cellHtml(cell, line[i + 1])).join('')}</tr>`);
  return `<table data-line="${source.lineAt(table.span.start)}"${place(table.span)} aria-label="${escapeAttribute(name)}">\n${written.join('\n')}\n</table>`;

  function cellHtml(cell: MergedCell, next: MergedCell | undefined): string {
    const span = `${spanned('colspan', cell.colSpan)}${spanned('rowspan', cell.rowSpan)}`;
    if (cell.kind === 'value') {
      const read = cells.get(`${cell.row}/${cell.column}`);
      if (!read) return `<td${span} class="absent"></td>`;
      return `<td${span} data-line="${source.lineAt(read.span.start)}"${place(read.span)}${marks.attributes(read.span)}>${escapeHtml(read.text)}</td>`;
    }
    // The row's own label is the one before its values; what is said of the row as a whole is shown there.
    const row = cell.kind === 'label' && next?.kind === 'value' ? rows.get(next.row ?? '') : undefined;
    const scope = cell.kind === 'label' ? ` scope="${row ? 'row' : 'rowgroup'}"` : '';
    if (!row) return `<th${span}${scope}>${escapeHtml(cell.text)}</th>`;
    const found = row.cells ? marks.attributes(row.label) : marks.attributes(row.span);
    return `<th${span}${scope} data-line="${row.firstLine}"${place(row.label)}${found}>${escapeHtml(cell.text)}</th>`;
  }
}
