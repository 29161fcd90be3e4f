import { tableAt, type CellReading, type Report, type TableReading } from '../../core';
import { cellAt as valueAt } from '../../core/writing/cell-place';

/** A value cell of a report by name. */
export interface CellAt {
  readonly report: Report;
  readonly table: TableReading;
  readonly row: string;
  readonly column: string;
  readonly cell: CellReading;
}

/** The value at an offset, the space around it included; on a row's label its first value. */
export function cellAt(reports: readonly Report[], offset: number): CellAt | undefined {
  const found = tableAt(reports, offset);
  if (!found) return undefined;
  const { row, column, cell } = valueAt(reports, offset) ?? {};
  if (row?.cells && column && cell && cell.span.end > cell.span.start) return { ...found, row: row.declaration.id, column: column.id, cell };
  const labelled = found.table.rows.find(({ cells, declaration, label }) => cells && declaration.label !== '' && label.start <= offset && offset <= label.end);
  const [first, firstColumn] = [labelled?.cells?.[0], labelled?.declaration.columns[0]];
  return labelled && first && firstColumn ? { ...found, row: labelled.declaration.id, column: firstColumn.id, cell: first } : undefined;
}
