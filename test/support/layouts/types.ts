import type { TableDeclaration } from '../../../server/src/core/format/types';
import type { Dice } from '../dice';
import type { Draft } from '../draft';
import type { FormCell, FormRow, GridField } from '../form';
import type { Style } from '../noise';

/** A table about to be written down. */
export interface WrittenTable {
  readonly declaration: TableDeclaration;
  readonly form: readonly FormRow[];
  /** The same as a grid; shorter where a field was dropped. */
  readonly grid: readonly (readonly GridField[])[];
  /** The text of a value as it is to be written; empty for a blank cell. */
  written(key: string): string;
}

/** One way tables come out in text that people paste (domain.md §8). */
export interface Layout {
  readonly name: string;
  /** A blank cell can be seen, so that it is known which one it is. */
  readonly showsBlanks: boolean;
  /** Numbers may have separators or spaces of their own. */
  readonly write: (draft: Draft, table: WrittenTable, style: Style, dice: Dice) => void;
}

/** Text of a label or header cell in the draft's manner. */
export const labelText = (cell: FormCell, style: Style): string => (cell.text === '' ? '' : style.label(cell.text));

/** Writes a field's text: a value is remembered with its place. */
export function writeCell(draft: Draft, table: WrittenTable, cell: FormCell, style: Style): void {
  if (cell.kind === 'value') draft.value(cell.text, table.written(cell.text));
  else draft.write(labelText(cell, style));
}

/** Cuts a text into pieces of at most `width` characters. */
export function wrap(text: string, width: number): string[] {
  const characters = [...text];
  const lines: string[] = [];
  for (let i = 0; i < characters.length; i += width) lines.push(characters.slice(i, i + width).join(''));
  return lines.length > 0 ? lines : [''];
}

/** The form's rows cut into pages; a table of one row or one page stays whole. */
export function pagesOf<T>(rows: readonly T[], dice: Dice, percent: number): T[][] {
  if (rows.length < 6 || !dice.chance(percent)) return [[...rows]];
  const cut = 4 + dice.below(rows.length - 5);
  return [rows.slice(0, cut), rows.slice(cut)];
}

export const pageNumber = (dice: Dice): string => dice.pick(['-4-', '— 4 —', '- 5 -', '第 4 页', '第4页 共6页', '4 / 6', '－4－', '4']);
