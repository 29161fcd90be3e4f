import type { Dice } from '../dice';
import type { Draft } from '../draft';
import { ancestors, type FormRow } from '../form';
import type { Style } from '../noise';
import { pageNumber, wrap, type Layout, type WrittenTable } from './types';

interface Line {
  margin: string;
  group: string;
  label: string;
  /** The row whose values stand on this line. */
  row?: FormRow;
  /** Index of the form row the line belongs to. */
  readonly of: number;
}

/** East Asian width, roughly: enough to set columns one below the other. */
const columns = (text: string): number => [...text].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - columns(text)));

/**
 * 10: text of a PDF with its layout kept: labels wrapped around the line of their values, group labels down the margin,
 * page numbers inside the table, a label cut by a page.
 */
export const pdf: Layout = {
  name: '10 PDF, layout kept',
  showsBlanks: false,
  write(draft, table, style, dice) {
    if (table.declaration.labelColumns < 3) return writePlain(draft, table, style, dice);
    const labelWidth = dice.pick([40, 14, 11, 8]);
    const groupWidth = dice.pick([10, 4, 3]);
    const marginal = dice.chance(60);
    writeHeader(draft, table, style);
    const rows = table.form.filter((row) => row.kind === 'values');
    const lines = rows.flatMap((row, of) => linesOf(row, of, style, labelWidth, dice));
    for (const group of table.declaration.rows.filter((row) => row.group)) {
      const own = lines.filter((line) => rows[line.of]?.row && ancestors(table.declaration, rows[line.of]!.row!).includes(group));
      if (own.length === 0) continue;
      const outer = group.level === 1;
      const parts = outer && marginal ? wrap(style.label(group.label).replace(/\s/g, ''), 1) : wrap(style.label(group.label), groupWidth);
      const first = Math.max(0, Math.floor((own.length - parts.length) / 2));
      parts.forEach((part, i) => {
        const line = own[Math.min(own.length - 1, first + i)];
        if (!line) return;
        if (outer) line.margin += part;
        else line.group += part;
      });
    }
    const pageAt = dice.chance(50) ? 4 + dice.below(lines.length - 4) : -1;
    lines.forEach((line, i) => {
      if (i === pageAt) {
        draft.line().line(`${' '.repeat(40)}${pageNumber(dice)}`);
        if (dice.chance(40)) writeHeader(draft, table, style);
      }
      // Columns stand where the form has them: margin, group, label.
      const level = rows[line.of]?.row?.level ?? 1;
      const inGroup = line.group !== '' || level > 2;
      const label = level === 1 ? line.label : pad(line.margin, 4) + (inGroup ? pad(line.group, 2 * groupWidth + 2) : '') + line.label;
      draft.write(pad(label, 2 * labelWidth + 2 * groupWidth + 8));
      for (const cell of line.row?.cells ?? []) {
        if (cell.kind !== 'value') continue;
        const written = table.written(cell.text);
        draft.value(cell.text, written).write(' '.repeat(Math.max(2, 8 - columns(written))));
      }
      draft.line();
    });
  },
};

function linesOf(row: FormRow, of: number, style: Style, width: number, dice: Dice): Line[] {
  const label = row.cells.find((cell) => cell.kind === 'label' && cell.row === row.row);
  const parts = label ? wrap(style.label(label.text, width >= 40 ? undefined : false), width * Math.max(1, label.colSpan)) : [''];
  // An even number of lines has its middle between two of them: the values get a line of their own, or join the upper one.
  const lines: Line[] = parts.map((part) => ({ margin: '', group: '', label: part, of }));
  if (parts.length % 2 === 0 && dice.chance(60)) lines.splice(parts.length / 2, 0, { margin: '', group: '', label: '', of });
  const middle = lines[Math.floor((lines.length - 1) / 2)];
  if (middle) middle.row = row;
  return lines;
}

function writeHeader(draft: Draft, table: WrittenTable, style: Style): void {
  for (const row of table.form) {
    if (row.kind !== 'header') continue;
    draft.line(`        ${row.cells.map((cell) => style.label(cell.text)).join('    ')}`);
  }
}

/** Tables without nested labels: a row a line. */
function writePlain(draft: Draft, table: WrittenTable, style: Style, dice: Dice): void {
  const gap = ' '.repeat(3 + dice.below(8));
  table.form.forEach((row, i) => {
    if (i > 3 && dice.chance(10)) draft.line().line(`${' '.repeat(30)}${pageNumber(dice)}`);
    row.cells.forEach((cell, k) => {
      if (k > 0) draft.write(gap);
      if (cell.kind === 'value') draft.value(cell.text, table.written(cell.text));
      else draft.write(style.label(cell.text));
    });
    draft.line();
  });
}
