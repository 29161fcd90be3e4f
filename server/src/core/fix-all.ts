import type { Analysis } from './analyse';
import { writeCell } from './fixes/cell';
import { changedTotals, numberLike } from './fixes/totals';
import type { TableReading } from './read/types';
import { assess, cellsOf, key } from './report/assess';
import { equations } from './report/equations';
import type { Report } from './report/report';
import type { Finding } from './rules/types';
import { isZero } from './text/exact';
import { overlaps, type TextEdit } from './text/span';

/**
 * Everything that is provably right, as edits that do not overlap: safe wording fixes, and totals of a table only if
 * afterwards every equation of that table holds and only total cells changed (a table without row 四: only blank or
 * zero totals). Applying it twice is applying it once, but for suppression
 * comments that its own changes have left without use.
 */
export function fixAll(analysis: Analysis): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const take = (more: readonly TextEdit[]): void => {
    if (more.length > 0 && !more.some((edit) => edits.some((taken) => collide(edit, taken)))) edits.push(...more);
  };
  for (const report of analysis.reports) for (const table of report.reading.tables) take(provableTotals(report, table, analysis.findings));
  for (const finding of analysis.findings) {
    const safe = (finding.fixes ?? []).find((fix) => fix.safe && !fix.suppression);
    if (safe) take(safe.edits());
  }
  return edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Two insertions at one place collide as well: their order would be a guess. */
const collide = (a: TextEdit, b: TextEdit): boolean => overlaps(a.span, b.span) || a.span.start === b.span.start || (a.span.start === a.span.end && b.span.start < a.span.start && a.span.start < b.span.end);

/** Totals that make every equation of their table hold; none when a single one would not, or could not be judged. */
function provableTotals(report: Report, table: TableReading, findings: readonly Finding[]): readonly TextEdit[] {
  const changed = changedTotals(table);
  if (changed.length === 0) return [];
  const { declaration } = table;
  // Without sums down the columns nothing else tells a wrong total from a wrong part.
  const confirmed = declaration.equations.some((each) => each.kind !== 'rowTotal');
  if (!confirmed && changed.some(({ cell }) => cell.value && !isZero(cell.value))) return [];
  const values = new Map(changed.map(({ place, value }) => [key(place), value]));
  const cells = cellsOf(table);
  if (!equations(declaration).every((equation) => assess(equation, (place) => values.get(key(place)) ?? cells.get(key(place))?.value).state === 'holds')) return [];
  // What the writer switched off, or left as it is by a comment, is left as it is.
  const codes = new Set([...declaration.equations.map((each) => each.code), 'suspect-cell']);
  const within = findings.filter(({ span }) => table.span.start <= span.start && span.end <= table.span.end);
  const told = changed.every(({ cell }) => within.some(({ code }) => (cell.state === 'number' ? codes.has(code) : code === 'blank-cell')));
  return told ? changed.flatMap(({ cell, value }) => writeCell(report, cell, value, numberLike(report, table))) : [];
}
