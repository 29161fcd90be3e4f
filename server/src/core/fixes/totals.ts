import type { CellReading, TableReading } from '../read/types';
import { cellsOf, key } from '../report/assess';
import { equations } from '../report/equations';
import type { CellPlace, Equation } from '../report/reconcile';
import type { Report } from '../report/report';
import { add, equal, ZERO, type Exact } from '../text/exact';
import type { TextEdit } from '../text/span';
import { writeCell } from './cell';

/** A total cell and the value its parts add up to, which differs from what stands there. */
export interface ChangedTotal {
  readonly place: CellPlace;
  readonly cell: CellReading;
  readonly value: Exact;
}

/** Recomputes every total of a table from its parts, come what may (重算总计). What cannot be computed stays. */
export function recomputeTotals(report: Report, table: TableReading): readonly TextEdit[] {
  return changedTotals(table).flatMap(({ cell, value }) => writeCell(report, cell, value, numberLike(report, table)));
}

/**
 * The totals that are not what their parts add up to. Blank parts count as 0 where at least one part is a number; a total
 * with an unreadable, missing or doubtful part stays, and so does one that is unreadable itself. The row that balances the
 * requests is data, not a total.
 * @param start values to compute with in place of those in the text, by place
 */
export function changedTotals(table: TableReading, start: ReadonlyMap<string, Exact> = new Map()): ChangedTotal[] {
  const cells = cellsOf(table);
  const known = new Map<string, Exact>();
  for (const [place, cell] of cells) {
    const value = start.get(place) ?? cell.value;
    if (value) known.set(place, value);
  }
  const changed = new Map<string, ChangedTotal>();
  for (const equation of inOrder(table)) {
    const place = key(equation.at);
    const cell = cells.get(place);
    const value = total(equation, cells, known);
    if (!cell || cell.state === 'unreadable' || !value) continue;
    known.set(place, value);
    if (cell.value && equal(cell.value, value)) changed.delete(place);
    else changed.set(place, { place: equation.at, cell, value });
  }
  return [...changed.values()];
}

/** Sums along the rows first, then down the columns, so that the corner is the sum of totals already right. */
function inOrder(table: TableReading): Equation[] {
  const kinds = (kind: string): Set<string> => new Set(table.declaration.equations.flatMap((each) => (each.kind === kind ? [each.code] : [])));
  const [rowwise, columnwise] = [kinds('rowTotal'), kinds('columnTotal')];
  const all = equations(table.declaration);
  const down = all.filter((each) => columnwise.has(each.code));
  const across = all.filter((each) => rowwise.has(each.code));
  const bottom = new Set(down.map((each) => each.at.row));
  // Where both ways lead to the corner and differ, the row it stands in has the last word.
  return [...across.filter((each) => !bottom.has(each.at.row)), ...down, ...across.filter((each) => bottom.has(each.at.row))];
}

function total(equation: Equation, cells: ReadonlyMap<string, CellReading>, known: ReadonlyMap<string, Exact>): Exact | undefined {
  let sum: Exact | undefined;
  for (const part of equation.left) {
    const value = known.get(key(part));
    const cell = cells.get(key(part));
    if (value) sum = add(sum ?? ZERO, value);
    else if (!cell || cell.state === 'unreadable') return undefined;
  }
  return sum;
}

/** A number of the table to follow in width when a blank is filled: full-width only where no other is seen. */
export function numberLike(report: Report, table: TableReading): string {
  const written = table.rows.flatMap((row) => row.values.flatMap((cell) => (cell.digits ? [report.reading.source.slice(cell.digits)] : [])));
  return written.length > 0 && written.every((each) => /^[０-９]/.test(each)) ? '０' : '';
}
