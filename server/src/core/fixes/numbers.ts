import type { ColumnDeclaration } from '../format/types';
import { readCell } from '../read/cells';
import type { CellReading } from '../read/types';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import { format, type Exact } from '../text/exact';
import type { Span } from '../text/span';
import { digitsLike } from './digits';
import type { Fix } from './types';

/** A yuan is a ten-thousandth of the unit amounts are given in, so four decimals are as many as there can be. */
const MAX_DECIMALS = 4;
const TEN_THOUSAND = '万元';
const YUAN = '元';
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', o: '0', Ｏ: '0', ｏ: '0', l: '1', I: '1', ｌ: '1', Ｉ: '1' };

/**
 * Mends a value that is not of its column's kind: removes a unit, converting the amount where it differs from the column's,
 * and decimals that say nothing. For letters that look like digits it only offers the reading. Nothing is offered for a
 * negative number: what was meant cannot be told.
 */
export function mendNumber(report: Report, cell: CellReading, column: ColumnDeclaration): readonly Fix[] {
  if (cell.state === 'unreadable') return cell.oddity === 'lookalike' ? lookalike(cell) : [];
  if (!cell.value || !cell.digits || cell.oddity === 'negative' || cell.value.units < 0n) return [];
  const { source } = report.reading;
  const unit = source.text.slice(cell.digits.end, cell.span.end).replace(/\s/g, '');
  const before = source.text.slice(cell.span.start, cell.digits.start).trim();
  // “增加5” in a column of counts is a change, not a count.
  if (before !== '' && before !== '+' && column.type !== 'signedCount') return [];
  if (cell.oddity === 'unit') return unitFix(report, cell, cell.digits, column, unit);
  const plain = withoutIdleZeros(cell.value, column.type === 'amount' ? MAX_DECIMALS : 0);
  if (plain.scale === cell.value.scale || plain.scale > (column.type === 'amount' ? MAX_DECIMALS : 0)) return [];
  return [rewrite(report, cell.digits, cell.digits, plain)];
}

function unitFix(report: Report, cell: CellReading, digits: Span, column: ColumnDeclaration, unit: string): readonly Fix[] {
  const money = unit === YUAN || unit === TEN_THOUSAND;
  const behind = { start: digits.end, end: cell.span.end };
  const isCount = column.type === 'count' || column.type === 'signedCount';
  if (isCount) return money || (cell.value?.scale ?? 0) > 0 ? [] : [{ title: both(`删除单位“${unit}”`, `Remove the unit “${unit}”`), preferred: true, edits: () => [{ span: behind, newText: '' }] }];
  if (unit === column.unit) return [{ title: both(`删除单位“${unit}”`, `Remove the unit “${unit}”`), preferred: true, edits: () => [{ span: behind, newText: '' }] }];
  if (unit !== YUAN || column.unit !== TEN_THOUSAND || !cell.value) return [];
  const value = withoutIdleZeros({ units: cell.value.units, scale: cell.value.scale + MAX_DECIMALS }, 0);
  if (value.scale > MAX_DECIMALS) return [];
  const fix = rewrite(report, { start: digits.start, end: cell.span.end }, digits, value);
  return [{ ...fix, title: both(`换算为${column.unit}：${format(value)}`, `Convert to 10,000 yuan: ${format(value)}`) }];
}

const rewrite = (report: Report, span: Span, digits: Span, value: Exact): Fix => ({
  title: both(`改为 ${format(value)}`, `Change to ${format(value)}`),
  preferred: true,
  edits: () => [{ span, newText: digitsLike(value, report.reading.source.slice(digits)) }],
});

/** The same number with as few decimals as it can have, but for `least`. */
function withoutIdleZeros({ units, scale }: Exact, least: number): Exact {
  let [u, s] = [units, scale];
  while (s > least && u % 10n === 0n) [u, s] = [u / 10n, s - 1];
  return { units: u, scale: s };
}

function lookalike(cell: CellReading): readonly Fix[] {
  const read = [...cell.text].map((c) => LOOKALIKES[c] ?? c).join('');
  if (readCell(read, cell.span).state !== 'number') return [];
  return [{ title: both(`按形近的数字改为 ${read}`, `Change to ${read}, the digits it looks like`), edits: () => [{ span: cell.span, newText: read }] }];
}
