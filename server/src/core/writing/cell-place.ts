import type { CellReading, RowReading, TableReading } from '../read/types';
import type { Report } from '../report/report';
import { isSpace } from '../text/characters';
import { tableAt } from '../table-at';
import type { ColumnDeclaration } from '../format/types';

/** A value of a table with what tells where it is. */
export interface CellPlaceReading {
  readonly table: TableReading;
  readonly row: RowReading;
  readonly cell: CellReading;
  /** Absent where the row lacks values and nobody can tell. */
  readonly column?: ColumnDeclaration;
}

/** The value an offset is at, the space around it included; `undefined` elsewhere. */
export function cellAt(reports: readonly Report[], offset: number): CellPlaceReading | undefined {
  const found = tableAt(reports, offset);
  if (!found) return undefined;
  const { table, report } = found;
  const { source } = report.reading;
  const near = ({ span }: CellReading): boolean => (offset < span.start ? blank(offset, span.start) : offset <= span.end || blank(span.end, offset));
  const blank = (from: number, to: number): boolean => {
    // Tabs and ends of lines part cells; other space belongs to one.
    for (let i = from; i < to; i++) if (!isSpace(source.text.charCodeAt(i)) || '\t\r\n'.includes(source.text.charAt(i))) return false;
    return true;
  };
  let best: CellPlaceReading | undefined;
  for (const row of table.rows) {
    row.values.forEach((cell, i) => {
      if (!near(cell) || (best && distance(best.cell, offset) <= distance(cell, offset))) return;
      const column = row.cells ? row.declaration.columns[i] : undefined;
      best = { table, row, cell, ...(column ? { column } : {}) };
    });
  }
  return best;
}

const distance = ({ span }: CellReading, offset: number): number => Math.max(span.start - offset, offset - span.end, 0);

/** The labels of a row and of the groups it belongs to, outermost first. */
export function rowPath(table: TableReading, row: RowReading): readonly string[] {
  const labels: string[] = [];
  for (let each: RowReading['declaration'] | undefined = row.declaration; each; each = table.declaration.rows.find(({ id }) => id === each?.parent)) if (each.label !== '') labels.unshift(each.label);
  return labels;
}

/** The other values of the row, and of the column in rows that have all theirs. */
export function crossOf({ table, row, cell, column }: CellPlaceReading): { readonly row: readonly CellReading[]; readonly column: readonly CellReading[] } {
  return {
    row: row.values.filter((each) => each !== cell),
    column: column ? table.rows.flatMap((each) => (each === row ? [] : (each.cells?.[each.declaration.columns.findIndex(({ id }) => id === column.id)] ?? []))) : [],
  };
}
