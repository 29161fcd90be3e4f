import type { CellReading, TableReading } from '../read/types';
import { assess, cellsOf, key } from '../report/assess';
import { equations } from '../report/equations';
import type { CellPlace } from '../report/reconcile';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import { isZero, ZERO, type Exact } from '../text/exact';
import { writeCell } from './cell';
import { changedTotals, numberLike } from './totals';
import type { Fix } from './types';

interface Filling {
  readonly cell: CellReading;
  readonly value: Exact;
}

const isBlank = (cell: CellReading): boolean => cell.state === 'blank' || cell.state === 'placeholder';

/**
 * Fills blank cells and placeholders of a table: 0, and in blank totals the sum of their parts. Left blank are the parts
 * of a total that says there was something (0 would be untrue) and totals that cannot be computed.
 */
export function fillBlanks(report: Report, table: TableReading): readonly Fix[] {
  const blanks = blankPlaces(table);
  const all = equations(table.declaration);
  const totals = new Set(totalPlaces(table));
  const cells = cellsOf(table);
  const value = (place: CellPlace): Exact | undefined => cells.get(key(place))?.value;

  // All parts blank and yet a total: the breakdown is missing, not zero.
  const unknown = new Set<string>();
  for (const { left, at } of all) {
    const stated = value(at);
    if (stated && !isZero(stated) && left.every((part) => !value(part))) for (const part of left) unknown.add(key(part));
  }
  const zeros = new Map<string, Exact>();
  for (const place of blanks.keys()) if (!totals.has(place) && !unknown.has(place)) zeros.set(place, ZERO);
  const after = (place: CellPlace): Exact | undefined => zeros.get(key(place)) ?? sums.get(key(place)) ?? value(place);
  const sums = new Map(changedTotals(table, zeros).flatMap(({ place, value: sum }) => (blanks.has(key(place)) && !unknown.has(key(place)) ? [[key(place), sum] as const] : [])));
  // A row of the balance left open is what the others say, where they leave something over; 0 would be untrue.
  for (const equation of all) {
    const place = key(equation.at);
    if (zeros.has(place) && !totals.has(place) && assess(equation, after).state === 'fails') zeros.delete(place);
  }
  for (const place of sums.keys()) if (!changedTotals(table, zeros).some((each) => key(each.place) === place)) sums.delete(place);

  const filling = (values: ReadonlyMap<string, Exact>): Filling[] => [...values].flatMap(([place, filled]) => (blanks.has(place) ? [{ cell: blanks.get(place) as CellReading, value: filled }] : []));
  const sound = all.every((equation) => assess(equation, after).state !== 'fails' || assess(equation, value).state === 'fails');
  const whole = filling(new Map([...zeros, ...sums]));
  if (whole.length === 0) return [];
  const fix = (title: Fix['title'], cellsToFill: readonly Filling[], preferred = false): Fix => ({
    title,
    ...(preferred ? { preferred } : {}),
    edits: () => cellsToFill.flatMap((each) => writeCell(report, each.cell, each.value, numberLike(report, table))),
  });
  const [n, m] = [zeros.size, sums.size];
  if (m === 0) return [fix(both(`把空着的 ${n} 格填上 0`, `Fill ${n} blank cells with 0`), whole, sound)];
  if (n === 0) return [fix(both(`把空着的 ${m} 格总计填上算出的数`, `Fill ${m} blank totals with their sums`), whole, sound)];
  return [
    fix(both(`把空着的 ${n + m} 格填上：${n} 格填 0，${m} 格总计填算出的数`, `Fill ${n + m} blank cells: ${n} with 0, ${m} totals with their sums`), whole, sound),
    fix(both(`只把 ${n} 格填上 0，总计不动`, `Fill ${n} cells with 0 and leave the totals`), filling(zeros)),
  ];
}

/** Blank cells and placeholders by place, rows that stand twice included under their first reading only. */
function blankPlaces(table: TableReading): Map<string, CellReading> {
  const blanks = new Map<string, CellReading>();
  const doubled = new Set<string>();
  const seen = new Set<string>();
  for (const { declaration } of table.rows) (seen.has(declaration.id) ? doubled : seen).add(declaration.id);
  for (const row of table.rows) {
    if (doubled.has(row.declaration.id)) continue;
    row.declaration.columns.forEach((column, i) => {
      const cell = row.cells?.[i];
      if (cell && isBlank(cell)) blanks.set(key({ row: row.declaration.id, column: column.id }), cell);
    });
  }
  return blanks;
}

/** Places that hold the sum of others; the row that balances the requests is none of them. */
function totalPlaces(table: TableReading): string[] {
  const codes = new Set(table.declaration.equations.filter((each) => each.kind !== 'balance').map((each) => each.code));
  return equations(table.declaration).flatMap((each) => (codes.has(each.code) ? [key(each.at)] : []));
}
