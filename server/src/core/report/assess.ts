import type { EquationDeclaration, RowDeclaration, TableDeclaration } from '../format/types';
import { equations } from './equations';
import type { CellReading, TableReading } from '../read/types';
import { compare, equal, negate, subtract, add, ZERO, type Exact } from '../text/exact';
import type { AssessedEquation, CellPlace, Equation, Reconciliation, Suspect } from './reconcile';

/**
 * Assesses every equation of a table. An equation that lacks a value (row missing, a value short, blank, unreadable,
 * row doubled) is not assessed. Where one wrong value explains all that fail, it is named: the smallest change that makes
 * every equation hold, as in statistical data editing (Fellegi and Holt 1976).
 */
export function reconcile(table: TableReading): Reconciliation {
  const cells = cellsOf(table);
  const value = (place: CellPlace): Exact | undefined => cells.get(key(place))?.value;
  const assessed = equations(table.declaration).map((equation) => assess(equation, value));
  const failing = assessed.filter((each) => each.state === 'fails');
  const suspect = failing.length > 0 ? findSuspect(table.declaration, assessed, failing, cells) : undefined;
  return { table, equations: assessed, failing, ...(suspect ? { suspect } : {}) };
}

const keys = new WeakMap<CellPlace, string>();

/** Equations name the same places for every table, so that their keys are made once. */
export function key(place: CellPlace): string {
  let made = keys.get(place);
  if (made === undefined) keys.set(place, (made = `${place.row}\u0000${place.column}`));
  return made;
}

const rowKeys = new WeakMap<RowDeclaration, readonly string[]>();

/** The keys of a row's cells. */
function keysOf(row: RowDeclaration): readonly string[] {
  let made = rowKeys.get(row);
  if (!made) rowKeys.set(row, (made = row.columns.map((column) => key({ row: row.id, column: column.id }))));
  return made;
}

/** Cells by place. A row that stands twice is left out: which of the two counts cannot be told. */
export function cellsOf(table: TableReading): Map<string, CellReading> {
  const cells = new Map<string, CellReading>();
  const seen = new Map<string, number>();
  for (const row of table.rows) seen.set(row.declaration.id, (seen.get(row.declaration.id) ?? 0) + 1);
  for (const row of table.rows) {
    if (seen.get(row.declaration.id) !== 1) continue;
    const names = keysOf(row.declaration);
    row.declaration.columns.forEach((column, i) => {
      const cell = row.cells?.[i];
      // A count below zero or with decimals is a fault of its own (`invalid-number`): no sum is judged by it.
      if (cell && !(column.type === 'count' && (cell.oddity === 'negative' || cell.oddity === 'fraction'))) cells.set(names[i] ?? '', cell);
    });
  }
  return cells;
}

/** Assesses one equation with values from `value`; `unassessable` when one is `undefined`. */
export function assess(equation: Equation, value: (place: CellPlace) => Exact | undefined): AssessedEquation {
  const side = (places: readonly CellPlace[]): Exact | undefined => {
    let total = ZERO;
    for (const place of places) {
      const term = value(place);
      if (!term) return undefined;
      total = add(total, term);
    }
    return total;
  };
  const leftSum = side(equation.left);
  const rightSum = leftSum && side(equation.right);
  if (!leftSum || !rightSum) return { equation, state: 'unassessable' };
  return { equation, state: equal(leftSum, rightSum) ? 'holds' : 'fails', leftSum, rightSum };
}

/** +1 where raising the cell raises left − right, −1 where it lowers it, 0 where the cell takes no part. */
function sign(equation: Equation, place: CellPlace): number {
  const is = (each: CellPlace): boolean => each.row === place.row && each.column === place.column;
  return equation.left.some(is) ? 1 : equation.right.some(is) ? -1 : 0;
}

function findSuspect(declaration: TableDeclaration, all: readonly AssessedEquation[], failing: readonly AssessedEquation[], cells: ReadonlyMap<string, CellReading>): Suspect | undefined {
  const [first] = failing;
  if (!first) return undefined;
  const holding = all.filter((each) => each.state === 'holds');
  const candidates: Suspect[] = [];
  for (const place of [...first.equation.left, ...first.equation.right]) {
    const cell = cells.get(key(place));
    if (!cell?.value) continue;
    const shift = shiftFor(first, place);
    if (!shift || failing.some((each) => !sameShift(shiftFor(each, place), shift))) continue;
    if (holding.some((each) => sign(each.equation, place) !== 0)) continue;
    const value = add(cell.value, shift);
    if (compare(value, ZERO) < 0) continue;
    candidates.push({ place, cell, value, code: codeFor(declaration, place, failing) });
  }
  // Several may explain a single failing equation; then it is the total that is computed, so the total is named.
  return candidates.length === 1 ? candidates[0] : candidates.find(({ place }) => failing.every(({ equation }) => equation.at.row === place.row && equation.at.column === place.column));
}

/** What must be added to the cell so that the equation holds; `undefined` when it takes no part. */
function shiftFor(assessed: AssessedEquation, place: CellPlace): Exact | undefined {
  const direction = sign(assessed.equation, place);
  if (direction === 0 || !assessed.leftSum || !assessed.rightSum) return undefined;
  const difference = subtract(assessed.rightSum, assessed.leftSum);
  return direction > 0 ? difference : negate(difference);
}

const sameShift = (a: Exact | undefined, b: Exact): boolean => a !== undefined && equal(a, b);

/** A wrong total is reported under the equation it is the total of, any other cell as `suspect-cell`. */
function codeFor(declaration: TableDeclaration, place: CellPlace, failing: readonly AssessedEquation[]): string {
  const order: readonly EquationDeclaration['kind'][] = ['rowTotal', 'columnTotal', 'balance'];
  for (const kind of order) {
    for (const each of declaration.equations) {
      if (each.kind !== kind) continue;
      const total = each.kind === 'rowTotal' ? each.total === place.column : (each.kind === 'columnTotal' ? each.total : each.at) === place.row;
      if (total && failing.some(({ equation }) => equation.code === each.code)) return each.code;
    }
  }
  return 'suspect-cell';
}
