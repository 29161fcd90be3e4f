import type { HeaderCell, RowDeclaration, TableDeclaration } from '../format/types';

/** A cell of the official form with what it spans. */
export interface MergedCell {
  readonly kind: 'header' | 'label' | 'value';
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** The place of a value. */
  readonly row?: string;
  readonly column?: string;
}

const header = ({ text, colSpan = 1, rowSpan = 1 }: HeaderCell): MergedCell => ({ kind: 'header', text, colSpan, rowSpan });
const label = (text: string, colSpan: number, rowSpan = 1): MergedCell => ({ kind: 'label', text, colSpan, rowSpan });

/** How many rows with values a group spans, those of its own groups included. */
function span(table: TableDeclaration, group: RowDeclaration): number {
  return table.rows.filter((row) => row.parent === group.id).reduce((count, row) => count + (row.group ? span(table, row) : 1), 0);
}

function values(table: TableDeclaration, row: RowDeclaration): MergedCell[] {
  // The last value takes the columns its block does not use.
  const last = row.columns.length - 1;
  return row.columns.map((column, i) => ({ kind: 'value', text: '', colSpan: i === last ? table.width - table.labelColumns - last : 1, rowSpan: 1, row: row.id, column: column.id }));
}

/** The lines of a table as the notice prints it, cells merged as they are there. */
export function mergedForm(table: TableDeclaration): readonly (readonly MergedCell[])[] {
  if (table.blocks) {
    return table.blocks.flatMap((block) => [
      [header({ text: block.title, colSpan: table.width })],
      block.header.map(header),
      ...table.rows.filter((row) => row.block === block.id && !row.group).map((row) => [label(row.label, 1), ...values(table, row)]),
    ]);
  }
  const lines: MergedCell[][] = table.header.map((cells) => cells.map(header));
  let groups: MergedCell[] = [];
  for (const row of table.rows) {
    if (row.group) {
      groups.push(label(row.label, 1, span(table, row)));
      continue;
    }
    const own = row.label === '' ? [] : [label(row.label, table.labelColumns - row.level + 1)];
    lines.push([...groups, ...own, ...values(table, row)]);
    groups = [];
  }
  return lines;
}
