import { writeCell } from '../fixes/cell';
import { numberLike } from '../fixes/totals';
import type { CellReading, TableReading } from '../read/types';
import { assess, cellsOf, key } from '../report/assess';
import { equations } from '../report/equations';
import type { Equation } from '../report/reconcile';
import type { Report } from '../report/report';
import { equal, type Exact } from '../text/exact';
import type { TextEdit } from '../text/span';

/**
 * The totals that take part in a change of some cells of a row, recomputed: the row's own, those of the changed columns, and
 * the one where both meet. A total any part of which is blank, unreadable or missing stays as it is, and so does one
 * that is itself unreadable; parts are never touched.
 * @param row index among the table's rows, @param columns indices of the changed values in it
 */
export function totalsAfter(report: Report, table: TableReading, row: number, columns: readonly number[]): readonly TextEdit[] {
  const reading = table.rows[row];
  if (!reading?.cells) return [];
  const cells = cellsOf(table);
  const computed = new Map<string, Exact>();
  const touched = new Set(columns.flatMap((column) => reading.declaration.columns[column]?.id ?? []).map((column) => key({ row: reading.declaration.id, column })));
  const changed: { readonly cell: CellReading; readonly value: Exact }[] = [];
  for (const equation of inOrder(table)) {
    if (!equation.left.some((part) => touched.has(key(part)))) continue;
    const place = key(equation.at);
    const cell = cells.get(place);
    const { leftSum } = assess({ ...equation, right: equation.left }, (part) => computed.get(key(part)) ?? cells.get(key(part))?.value);
    if (!cell || cell.state === 'unreadable' || !leftSum) continue;
    computed.set(place, leftSum);
    touched.add(place);
    if (!cell.value || !equal(cell.value, leftSum)) changed.push({ cell, value: leftSum });
  }
  return lastEach(changed).flatMap(({ cell, value }) => writeCell(report, cell, value, numberLike(report, table)));
}

/** Sums across the row first, then down the columns; the balance of the requests is data, not a total. */
function inOrder(table: TableReading): readonly Equation[] {
  const codes = (kind: string): ReadonlySet<string> => new Set(table.declaration.equations.flatMap((each) => (each.kind === kind ? [each.code] : [])));
  const all = equations(table.declaration);
  return [codes('rowTotal'), codes('columnTotal')].flatMap((kind) => all.filter(({ code }) => kind.has(code)));
}

/** The corner is reached along its row and down its column: the latter has the last word. */
const lastEach = <T extends { readonly cell: CellReading }>(changes: readonly T[]): readonly T[] => [...new Map(changes.map((each) => [each.cell, each])).values()];
