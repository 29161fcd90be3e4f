import { writeTotal } from '../fixes/prose';
import { readProse, type ListReading, type PartReading, type ProseNumber } from '../read/prose';
import { disagreements } from '../report/disagreements';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import { add, compare, format, subtract, sum, type Exact } from '../text/exact';
import type { Rule, RuleFinding } from './types';

type Counted = PartReading & { readonly number: ProseNumber };

/** Parts of a list add up to more than the whole, or to something else where they are all there are. */
export const rule: Rule = {
  code: 'prose-total',
  severity: 'warning',
  title: both('正文各项之和与总数不符', 'Parts in the prose do not fit their whole'),
  basis: both('部分之和不能大于整体；数据应当真实、准确（格式通知的要求）。', 'Parts cannot exceed the whole; the format notice asks for figures that are true and exact.'),
  fix: both('把总数改为各项之和。', 'Writes the sum of the parts as the whole.'),
  *check(report): Iterable<RuleFinding> {
    for (const list of readProse(report.reading).lists) {
      if (mendedByTable(report, list)) continue;
      const finding = judge(report, list);
      if (finding) yield finding;
    }
  },
};

/** One fault, one finding: one number of the list differs from the table, where it is told, and with the table's the list adds up. */
function mendedByTable(report: Report, list: ListReading): boolean {
  const numbers = [list.whole, ...list.parts.flatMap(({ number }) => number ?? [])];
  const told = disagreements(report).filter(({ statement }) => statement.number && numbers.includes(statement.number));
  const [one] = told;
  if (!one || told.length > 1) return false;
  return one.expected.some(({ value }) => {
    const [whole, ...parts] = numbers.map((number) => (number === one.statement.number ? value : number.value));
    return whole !== undefined && compare(sum(parts), whole) === 0;
  });
}

function judge(report: Report, list: ListReading): RuleFinding | undefined {
  const { whole, closure } = list;
  if (whole.approximate || whole.change) return undefined;
  const counted = list.parts.filter((part): part is Counted => part.number !== undefined);
  const parts = largest(counted);
  if (parts.length === 0) return undefined;
  const total = sum(parts.map((part) => part.number.value));
  const more = compare(total, whole.value);
  if (more === 0) return undefined;
  // A sum that is too small says something only where the parts are all there are, in one respect.
  if (more < 0 && (closure === undefined || parts.length < counted.length || counted.length < 2)) return undefined;
  if (list.beside && compare(total, add(whole.value, sum(list.beside.map((number) => number.value)))) <= 0) return undefined;
  const complete = list.parent === undefined && parts.length === counted.length && list.leftOut.length === 0 && !list.beside && parts.length > 1;
  const fix = complete ? writeTotal(report, whole, total) : undefined;
  return {
    span: whole.span,
    message: message(list, parts, total),
    related: parts.slice(0, 20).map(({ label, number }) => ({ span: number.span, message: both(`${label}${number.text}${number.unit ?? ''}`, `part: ${label}${number.text}${number.unit ?? ''}`) })),
    ...(fix ? { fixes: [fix] } : {}),
  };
}

/** Parts in two respects (applicants, channels …) are two lists side by side: the one that adds up to most. */
function largest(parts: readonly Counted[]): readonly Counted[] {
  const groups = new Map<string, Counted[]>();
  for (const part of parts) {
    const group = groups.get(part.aspect ?? '');
    if (group) group.push(part);
    else groups.set(part.aspect ?? '', [part]);
  }
  if (groups.size < 2) return parts;
  const named = [...groups.keys()].filter((aspect) => aspect !== '');
  // Parts without a recognised respect belong to the only one there is.
  if (named.length < 2) return parts;
  return [...groups.values()].reduce((best, group) => (compare(totalOf(group), totalOf(best)) > 0 ? group : best));
}

/** A number as its neighbours write theirs: in 万 where the whole is. */
function shown(value: Exact, factor: number): string {
  if (factor === 0) return format(value);
  const scaled = format({ units: value.units, scale: value.scale + factor }).replace(/0+$/, '').replace(/\.$/, '');
  return `${scaled}${factor === 4 ? '万' : factor === 8 ? '亿' : factor === 3 ? '千' : '百'}`;
}

const totalOf = (parts: readonly Counted[]): Exact => sum(parts.map((part) => part.number.value));

function message({ whole, closure }: ListReading, parts: readonly Counted[], total: Exact): ReturnType<typeof both> {
  const unit = whole.unit ?? '';
  const [only] = parts;
  const { factor } = whole;
  const stated = shown(whole.value, factor);
  if (parts.length === 1 && only) {
    const part = shown(only.number.value, factor);
    const over = shown(subtract(only.number.value, whole.value), factor);
    return both(`其中一项 ${part}${unit}，比总数 ${stated}${unit} 还多 ${over}`, `One part is ${part}, more than the whole ${stated} by ${over}`);
  }
  const terms = parts.map((part) => shown(part.number.value, factor)).join(' + ');
  const more = compare(total, whole.value) > 0;
  const difference = shown(more ? subtract(total, whole.value) : subtract(whole.value, total), factor);
  const name = closure === 'total' ? '各项' : '其中各项';
  return both(
    `${name}之和 ${terms} = ${shown(total, factor)}，总数 ${stated}，${more ? '多出' : '少了'} ${difference}`,
    `The parts ${terms} make ${shown(total, factor)}, the whole says ${stated}: ${difference} too ${more ? 'many' : 'few'}`,
  );
}
