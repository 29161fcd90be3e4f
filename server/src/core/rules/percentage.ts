import { replace } from '../fixes/prose';
import { readGrowth, readProse, type ListReading, type PartReading, type ProseNumber } from '../read/prose';
import { both } from '../text/bilingual';
import { abs, add, compare, exact, format, isZero, subtract, sum, ZERO, type Exact } from '../text/exact';
import type { Rule, RuleFinding } from './types';

/** Percentages are computed from counts: the two must agree to one unit of the last printed digit. */
export const rule: Rule = {
  code: 'percentage',
  severity: 'information',
  title: both('百分比与件数不符', 'Percentage does not fit the counts'),
  basis: both('百分比由件数算得；允许末位差1（四舍五入或者截断）。', 'A percentage is computed from counts; one unit of the last digit is allowed, for rounding or cutting off.'),
  fix: both('改为按件数算得的百分比。', 'Writes the percentage computed from the counts.'),
  *check(report): Iterable<RuleFinding> {
    const prose = readProse(report.reading);
    for (const list of prose.lists) yield* shares(list);
    for (const { part, whole, rate } of readGrowth(prose)) {
      const finding = compareRate(rate, part, whole, '增减');
      if (finding) yield finding;
    }
  },
};

/** What the share is of is only certain when nothing or the list's own whole is named. */
const OWN_BASE = /^(比|比例|比为|比达|比重|比约|全部|总数|总量|总|总申请量|总申请数|申请总数|申请总量|申请总量数|申请量|信息总数|信息总量|公开总数|公开总量|发布总数|发布总量|收到申请总数|全年总数|全年总量|全年申请总量|其|的|为|到|达)*$/;

function* shares(list: ListReading): Iterable<RuleFinding> {
  const { whole } = list;
  let wrong = 0;
  if (!whole.approximate && !list.beside && !isZero(whole.value)) {
    const total = list.closure === 'shares' ? sum(list.parts.map((part) => part.number?.value ?? ZERO)) : ZERO;
    for (const part of list.parts) {
      if (!part.number || !part.share || part.share.number.approximate || !OWN_BASE.test(part.share.base)) continue;
      const finding = compareRate(part.share.number, part.number.value, whole.value, '占');
      // The whole is what is wrong where the shares fit the sum of the parts.
      if (!finding || (!isZero(total) && !compareRate(part.share.number, part.number.value, total, '占'))) continue;
      wrong++;
      yield finding;
    }
  }
  if (wrong === 0) yield* sumOfShares(list);
}

/** Shares of one whole cannot make more than all of it, and make all of it where the list is closed. */
function* sumOfShares(list: ListReading): Iterable<RuleFinding> {
  const all = [...list.parts, ...list.leftOut];
  const shared = all.filter((part): part is PartReading & { share: NonNullable<PartReading['share']> } => part.share !== undefined && OWN_BASE.test(part.share.base));
  const last = shared.at(-1);
  if (!last || shared.length < 2 || shared.length < all.length || shared.some((part) => part.share.number.approximate)) return;
  if (new Set(shared.map((part) => part.aspect ?? '')).size > 1) return;
  const total = sum(shared.map((part) => part.share.number.value));
  if (compare(total, exact(101)) <= 0 && !(list.closure && compare(total, exact(99)) < 0)) return;
  yield {
    span: percentSpan(last.share.number),
    message: both(`各项占比之和 ${format(total)}%，应为 100%`, `The shares make ${format(total)}%, not 100%`),
    related: shared.map(({ label, share }) => ({ span: percentSpan(share.number), message: both(`${label}${share.number.text}%`, `share: ${label}${share.number.text}%`) })),
  };
}

/** The number with its sign. */
function percentSpan(rate: ProseNumber): { start: number; end: number } {
  return { start: rate.span.start, end: rate.span.end + (rate.to - rate.from - rate.text.length) };
}

/** @param part numerator, @param whole denominator (not 0) */
function compareRate(rate: ProseNumber, part: Exact, whole: Exact, kind: '占' | '增减'): RuleFinding | undefined {
  if (isZero(whole) || part.scale > 0 || whole.scale > 0 || rate.approximate) return undefined;
  const { scale } = rate.value;
  // One digit more than printed, cut off: enough to tell more than one unit from less.
  const units = (part.units * 100n * 10n ** BigInt(scale + 3)) / whole.units;
  const computed: Exact = { units, scale: scale + 3 };
  const unit: Exact = { units: 1n, scale };
  if (compare(abs(subtract(computed, rate.value)), add(unit, { units: 1n, scale: scale + 3 })) <= 0) return undefined;
  const rounded: Exact = { units: (part.units * 1000n * 10n ** BigInt(scale) + 5n * whole.units) / (10n * whole.units), scale };
  const span = percentSpan(rate);
  const shown = `${format(part)} ÷ ${format(whole)} = ${format(rounded)}%`;
  return {
    span,
    message: both(`${kind === '占' ? '占比' : '增减幅度'}写 ${format(rate.value)}%，按件数 ${shown}`, `It says ${format(rate.value)}%, but ${shown}`),
    fixes: [replace(both(`改为 ${format(rounded)}%`, `Change to ${format(rounded)}%`), rate.span, format(rounded))],
  };
}
