import { printableLines } from './printable';

/** A cell of a table: text, or a number as the text of its digits, which is never taken for a formula. */
export type CsvCell = string | { readonly number: string } | null;

/** Spreadsheets take a text that begins so for a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** One record as RFC 4180 has it, line end included. Text that a spreadsheet would run as a formula gets a `'` in front. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.number;
  const harmless = printableLines(FORMULA.test(cell) ? `'${cell}` : cell);
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
