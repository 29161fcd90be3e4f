import { tableAt, type CellReading, type Report, type TableReading } from '../../core';

/** A value cell of a report by name. */
export interface CellAt {
  readonly report: Report;
  readonly table: TableReading;
  readonly row: string;
  readonly column: string;
  readonly cell: CellReading;
}

/** The value at an offset; on a row's label its first value. */
export function cellAt(reports: readonly Report[], offset: number): CellAt | undefined {
  const found = tableAt(reports, offset);
  for (const row of found?.table.rows ?? []) {
    if (!found || !row.cells) continue;
    const inside = row.cells.findIndex(({ span }) => span.start <= offset && offset <= span.end && span.end > span.start);
    const onLabel = row.declaration.label !== '' && row.label.start <= offset && offset <= row.label.end;
    const index = inside >= 0 ? inside : onLabel ? 0 : -1;
    const [cell, column] = [row.cells[index], row.declaration.columns[index]];
    if (cell && column) return { ...found, row: row.declaration.id, column: column.id, cell };
  }
  return undefined;
}
