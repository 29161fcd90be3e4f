import { writeCell } from '../fixes/cell';
import type { Fix } from '../fixes/types';
import type { TableReading } from '../read/types';
import { cellsOf, key } from '../report/assess';
import type { AssessedEquation, CellPlace, Suspect } from '../report/reconcile';
import type { Report } from '../report/report';
import { both, type Bilingual } from '../text/bilingual';
import { abs, add, compare, format, subtract, ZERO, type Exact } from '../text/exact';
import type { RelatedPlace, RuleFinding } from './types';
import { placeName, sumOf } from './words';

/**
 * The findings of one code about equations that fail. One wrong value that explains all of them makes one finding, at
 * that cell; where there is none, each failing equation is reported at its total.
 */
export function* unbalanced(report: Report, code: string): Iterable<RuleFinding> {
  for (const table of report.reading.tables) {
    const { failing, suspect } = report.reconciliation(table);
    if (suspect) {
      if (suspect.code === code) yield suspicion(report, table, suspect, failing);
      continue;
    }
    for (const equation of failing) if (equation.equation.code === code) yield failure(report, table, equation);
  }
}

function suspicion(report: Report, table: TableReading, suspect: Suspect, failing: readonly AssessedEquation[]): RuleFinding {
  const { place, cell, value } = suspect;
  const name = placeName(table.declaration, place);
  const [stated, expected, difference] = [format(cell.value ?? ZERO), format(value), format(abs(subtract(value, cell.value ?? ZERO)))];
  const more = compare(cell.value ?? ZERO, value) > 0;
  const swapped = isSwap(stated, expected);
  return {
    span: cell.span,
    message: both(
      `“${name.zh}”填的是 ${stated}，按表内勾稽关系应为 ${expected}，${more ? '多' : '少'} ${difference}${swapped ? '（像是两位数字写颠倒了）' : ''}；不成立的算式：${failing.map((each) => said(table, each).zh).join('；')}`,
      `“${name.en}” is ${stated}; the table’s equations need ${expected} (${difference} ${more ? 'too many' : 'too few'}${swapped ? '; two digits look swapped' : ''}). Failing: ${failing.map((each) => said(table, each).en).join('; ')}`,
    ),
    related: failing.flatMap((each) => others(table, each, place)),
    data: { expected, stated },
    fixes: [{ title: both(`改为 ${expected}`, `Change to ${expected}`), preferred: true, edits: () => writeCell(report, cell, value) }],
  };
}

function failure(report: Report, table: TableReading, failed: AssessedEquation): RuleFinding {
  const { equation, leftSum = ZERO, rightSum = ZERO } = failed;
  const cell = cellsOf(table).get(key(equation.at));
  const stated = cell?.value ?? ZERO;
  // `at` stands on the right: what is missing there is what the left has more.
  const expected = add(stated, subtract(leftSum, rightSum));
  const possible = compare(expected, ZERO) >= 0;
  const difference = format(abs(subtract(leftSum, rightSum)));
  const fix: Fix | undefined = cell && possible ? { title: both(`重新计算：改为 ${format(expected)}`, `Recompute: ${format(expected)}`), edits: () => writeCell(report, cell, expected) } : undefined;
  const name = placeName(table.declaration, equation.at);
  const more = compare(rightSum, leftSum) > 0;
  const [zh, en] = possible ? [`，应为 ${format(expected)}`, `; ${format(expected)} expected`] : ['', ''];
  return {
    span: cell?.span ?? table.span,
    message: both(
      `“${name.zh}”填的是 ${format(stated)}${zh}，${more ? '多' : '少'} ${difference}：${said(table, failed).zh}`,
      `“${name.en}” is ${format(stated)}${en} (${difference} ${more ? 'too many' : 'too few'}): ${said(table, failed).en}`,
    ),
    related: others(table, failed, equation.at),
    data: { expected: format(expected), stated: format(stated) },
    ...(fix ? { fixes: [fix] } : {}),
  };
}

/** The equation with its numbers: `各类申请人之和＝总计：4 + 1 = 5，填的是 6`. */
function said(table: TableReading, { equation, leftSum, rightSum }: AssessedEquation): Bilingual {
  const cells = cellsOf(table);
  const values = (places: readonly CellPlace[]): Exact[] => places.flatMap((place) => cells.get(key(place))?.value ?? []);
  const side = (places: readonly CellPlace[], total: Exact | undefined): string => (places.length === 1 ? format(total ?? ZERO) : `${sumOf(values(places))} = ${format(total ?? ZERO)}`);
  const [left, right] = [side(equation.left, leftSum), side(equation.right, rightSum)];
  const where = placeName(table.declaration, equation.at);
  return both(`${where.zh}（${equation.name.zh}）：${left} ≠ ${right}`, `${where.en} (${equation.name.en}): ${left} ≠ ${right}`);
}

/** The other cells of an equation, those that are 0 left out: the writer looks for the number that is off. */
function others(table: TableReading, failed: AssessedEquation, except: CellPlace): RelatedPlace[] {
  const cells = cellsOf(table);
  const message = said(table, failed);
  return [...failed.equation.left, ...failed.equation.right].flatMap((place): RelatedPlace[] => {
    const cell = cells.get(key(place));
    if (!cell?.value || (place.row === except.row && place.column === except.column)) return [];
    const total = place.row === failed.equation.at.row && place.column === failed.equation.at.column;
    if (cell.value.units === 0n && !total) return [];
    const name = placeName(table.declaration, place);
    return [{ span: cell.span, message: total ? message : both(`${name.zh}：${format(cell.value)}`, `${name.en}: ${format(cell.value)}`) }];
  });
}

/** Two neighbouring digits changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const at = [...a].findIndex((digit, i) => digit !== b.charAt(i));
  return at >= 0 && a.charAt(at) === b.charAt(at + 1) && a.charAt(at + 1) === b.charAt(at) && a.slice(at + 2) === b.slice(at + 2);
}

