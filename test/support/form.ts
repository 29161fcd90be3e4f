import type { HeaderCell, RowDeclaration, TableDeclaration } from '../../server/src/core/format/types';
import { cellKey } from './model';

/** One cell of the official form, as an HTML table would hold it. */
export interface FormCell {
  readonly kind: 'header' | 'block' | 'label' | 'value';
  /** Text of a header or label; the key of a value. */
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** Declared row of a label (its own or the group's) or value. */
  readonly row?: RowDeclaration;
}

export interface FormRow {
  readonly kind: 'header' | 'block' | 'values';
  readonly cells: readonly FormCell[];
  /** The value row, for `values`. */
  readonly row?: RowDeclaration;
}

/** A field of the grid: a cell, or the place it covers. */
export interface GridField {
  readonly cell: FormCell;
  /** First field of the cell (not one it merely covers). */
  readonly origin: boolean;
}

const headerCell = (kind: FormCell['kind'], { text, colSpan = 1, rowSpan = 1 }: HeaderCell): FormCell => ({ kind, text, colSpan, rowSpan });

/**
 * The rows of the official form. @param omit ids of value rows that are left out
 */
export function formOf(table: TableDeclaration, omit: ReadonlySet<string> = new Set()): FormRow[] {
  const rows: FormRow[] = table.header.map((cells) => ({ kind: 'header', cells: cells.map((cell) => headerCell('header', cell)) }));
  const valueRows = table.rows.filter((row) => !row.group && !omit.has(row.id));
  const opened = new Set<string>();
  let block: string | undefined;
  for (const row of valueRows) {
    if (row.block !== block) {
      block = row.block;
      const declared = table.blocks?.find((each) => each.id === block);
      if (declared) {
        rows.push({ kind: 'block', cells: [{ kind: 'block', text: declared.title, colSpan: table.width, rowSpan: 1 }] });
        rows.push({ kind: 'header', cells: declared.header.map((cell) => headerCell('header', cell)) });
      }
    }
    const cells: FormCell[] = [];
    for (const group of ancestors(table, row)) {
      if (opened.has(group.id)) continue;
      opened.add(group.id);
      cells.push({ kind: 'label', text: group.label, colSpan: 1, rowSpan: valueRows.filter((each) => ancestors(table, each).includes(group)).length, row: group });
    }
    if (row.label !== '') cells.push({ kind: 'label', text: row.label, colSpan: Math.max(1, table.labelColumns - row.level + 1), rowSpan: 1, row });
    const width = table.width - table.labelColumns;
    row.columns.forEach((column, i) => {
      const last = i === row.columns.length - 1;
      cells.push({ kind: 'value', text: cellKey(table.id, row.id, column.id), colSpan: last ? width - i : 1, rowSpan: 1, row });
    });
    rows.push({ kind: 'values', cells, row });
  }
  return rows;
}

/** The groups a row stands in, outermost first. */
export function ancestors(table: TableDeclaration, row: RowDeclaration): RowDeclaration[] {
  const parent = row.parent === undefined ? undefined : table.rows.find((each) => each.id === row.parent);
  return parent ? [...ancestors(table, parent), parent] : [];
}

/** The form as a grid of equal rows: every field has the cell that fills or covers it. */
export function gridOf(rows: readonly FormRow[], width: number): GridField[][] {
  const grid: (GridField | undefined)[][] = rows.map(() => new Array<GridField | undefined>(width).fill(undefined));
  rows.forEach((row, line) => {
    let at = 0;
    for (const cell of row.cells) {
      while (at < width && grid[line]?.[at]) at++;
      for (let below = 0; below < cell.rowSpan; below++) {
        for (let beside = 0; beside < cell.colSpan; beside++) {
          const target = grid[line + below];
          if (target && at + beside < width) target[at + beside] = { cell, origin: below === 0 && beside === 0 };
        }
      }
      at += cell.colSpan;
    }
  });
  const nothing: GridField = { cell: { kind: 'header', text: '', colSpan: 1, rowSpan: 1 }, origin: true };
  return grid.map((fields) => fields.map((field) => field ?? nothing));
}
