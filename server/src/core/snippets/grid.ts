import type { BlockDeclaration, HeaderCell, RowDeclaration, TableDeclaration } from '../format/types';

/** One line of a table: a cell for every column of the official grid. A value is an object, a label or filler text. */
export type GridCell = string | { readonly row: string; readonly column: string };
export type Grid = readonly (readonly GridCell[])[];

/** Header rows with merged cells spread out: the text stands in the first field, the fields it covers are empty. */
function headerRows(header: readonly (readonly HeaderCell[])[], width: number): string[][] {
  const grid = header.map(() => new Array<string | undefined>(width).fill(undefined));
  header.forEach((cells, line) => {
    let at = 0;
    for (const { text, colSpan = 1, rowSpan = 1 } of cells) {
      while (at < width && grid[line]?.[at] !== undefined) at++;
      for (let below = 0; below < rowSpan; below++) {
        for (let beside = 0; beside < colSpan; beside++) {
          const target = grid[line + below];
          if (target && at + beside < width) target[at + beside] = below + beside === 0 ? text : '';
        }
      }
      at += colSpan;
    }
  });
  return grid.map((cells) => cells.map((cell) => cell ?? ''));
}

const padded = (cells: readonly GridCell[], width: number): GridCell[] => [...cells, ...new Array<string>(Math.max(0, width - cells.length)).fill('')];

const values = (row: RowDeclaration): GridCell[] => row.columns.map((column) => ({ row: row.id, column: column.id }));

/** The lines of one block: its title, its header and its rows. */
export function blockGrid(table: TableDeclaration, block: BlockDeclaration): Grid {
  const rows = table.rows.filter((row) => row.block === block.id && !row.group);
  return [[block.title], ...headerRows([block.header], table.width), ...rows.map((row) => [row.label, ...values(row)])].map((cells) => padded(cells, table.width));
}

/** Every line of a table in declared order; the labels of group rows stand in front of the first row they span. */
export function tableGrid(table: TableDeclaration): Grid {
  if (table.blocks) return table.blocks.flatMap((block) => blockGrid(table, block));
  const lines: GridCell[][] = headerRows(table.header, table.width);
  let labels = new Array<string>(table.labelColumns).fill('');
  for (const row of table.rows) {
    if (row.label !== '') labels[row.level - 1] = row.label;
    if (row.group) continue;
    lines.push(padded([...labels, ...values(row)], table.width));
    labels = new Array<string>(table.labelColumns).fill('');
  }
  return lines;
}
