import type { FormatDeclaration, TableDeclaration } from '../format/types';
import { escapeHtml, tableLines, type CellText, type TableNotation } from '../fixes/table-text';
import { readDocument } from '../read';
import type { TableReading } from '../read/types';
import { mergedForm } from '../snippets/merged';
import { tableGrid } from '../snippets/grid';

/** A table recognised on the clipboard, as it would be written in a document. */
export interface PastedTable {
  readonly table: TableDeclaration;
  readonly text: string;
  /** Rows the clipboard does not have; they are written blank. */
  readonly missing: number;
}

/**
 * The standard tables in a clipboard text (HTML or tab-separated), written in the notation of a document. Only tables of
 * which every row on the clipboard could be put under its columns; values stay as they were written there. Empty when
 * nothing is recognised for certain.
 */
export function pasteTables(clipboard: string, format: FormatDeclaration, notation: TableNotation): readonly PastedTable[] {
  const [report] = readDocument(clipboard, { assumeReport: true, format: format.id }).reports;
  return (report?.tables ?? []).flatMap((table) => {
    const total = table.declaration.rows.filter((row) => !row.group).length;
    const read = table.rows.filter((row) => row.alignment === 'exact');
    if (read.length !== table.rows.length || read.length * 2 < total || new Set(table.rows.map((row) => row.declaration.id)).size !== table.rows.length) return [];
    return [{ table: table.declaration, text: tableLines(table.declaration, notation, valuesOf(table)).join('\n'), missing: table.missing.length }];
  });
}

/** The cells' texts as written. */
const valuesOf = (table: TableReading): CellText => {
  const texts = new Map(table.rows.flatMap((row) => row.declaration.columns.map((column, i) => [`${row.declaration.id}/${column.id}`, row.cells?.[i]?.text ?? ''] as const)));
  return (row, column) => texts.get(`${row}/${column}`) ?? '';
};

/** A table for the clipboard: HTML with merged cells as Word and Excel take it, and tab-separated text beside it. */
export function copyTable(table: TableReading): { readonly html: string; readonly text: string } {
  const value = valuesOf(table);
  const attribute = (name: string, number: number): string => (number === 1 ? '' : ` ${name}="${number}"`);
  const rows = mergedForm(table.declaration).map((cells) => {
    const written = cells.map((cell) => `<td${attribute('colspan', cell.colSpan)}${attribute('rowspan', cell.rowSpan)}>${escapeHtml(cell.kind === 'value' ? value(cell.row ?? '', cell.column ?? '') : cell.text)}</td>`);
    return `<tr>${written.join('')}</tr>`;
  });
  const text = tableGrid(table.declaration).map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : value(cell.row, cell.column))).join('\t'));
  return { html: `<table border="1" style="border-collapse:collapse">${rows.join('')}</table>`, text: text.join('\n') };
}
