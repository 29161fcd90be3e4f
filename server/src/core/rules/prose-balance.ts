import { readProse, type StatementReading } from '../read/prose';
import { disagreements } from '../report/disagreements';
import type { Report } from '../report/report';
import { checkStatement, familiesOf, speaksOfReport } from '../report/statements';
import { both } from '../text/bilingual';
import { abs, add, equal, format, subtract, ZERO, type Exact } from '../text/exact';
import type { Span } from '../text/span';
import type { Rule, RuleFinding } from './types';

type Side = 'in' | 'carriedIn' | 'out' | 'carriedOut';
type Sides = Partial<Record<Side, StatementReading>>;

/** Within one paragraph, what came in was closed or carried over. */
export const rule: Rule = {
  code: 'prose-balance',
  severity: 'warning',
  title: both('正文的收、办、结转不平', 'The prose does not balance'),
  basis: both('表三的勾稽关系：本年新收＋上年结转＝办结＋结转下年度；正文说的是同一件事。', 'The balance of table 三, new + carried in = closed + carried over, holds for the prose that repeats it.'),
  *check(report): Iterable<RuleFinding> {
    const { sentences, statements } = readProse(report.reading);
    const paragraphs = new Map<number, StatementReading[]>();
    for (const statement of statements) {
      const paragraph = sentences[statement.sentence]?.paragraph ?? -1;
      paragraphs.set(paragraph, [...(paragraphs.get(paragraph) ?? []), statement]);
    }
    for (const paragraph of paragraphs.values()) {
      const sides = sidesOf(report, paragraph);
      if (sides) yield* unbalanced(report, sides);
    }
  },
};

/** The four numbers of a paragraph; `undefined` when one is missing, or stands there with two values. */
function sidesOf(report: Report, statements: readonly StatementReading[]): Required<Sides> | undefined {
  const sides: Sides = {};
  for (const statement of statements) {
    const side = sideOf(report, statement);
    if (!side || !speaksOfReport(report, statement)) continue;
    const known = sides[side];
    if (known && !equal(valueOf(known), valueOf(statement))) return undefined;
    sides[side] ??= statement;
  }
  const { in: received, carriedIn, out, carriedOut } = sides;
  if (!received || !carriedIn || !out || !carriedOut) return undefined;
  // At most one of them may be an explicit none: the others are numbers.
  return [received, carriedIn, out, carriedOut].filter(({ number }) => !number).length > 1 ? undefined : { in: received, carriedIn, out, carriedOut };
}

function sideOf(report: Report, { families, kind, joined }: StatementReading): Side | undefined {
  if (kind !== 'count' && kind !== 'none') return undefined;
  if (joined && families.length > 1) return undefined;
  const declared = familiesOf(report.reading.format.statements);
  const sides = new Set(families.map((id) => declared.get(id)?.balance));
  return sides.size === 1 ? [...sides][0] : undefined;
}

const valueOf = (statement: StatementReading): Exact => statement.number?.value ?? ZERO;

function* unbalanced(report: Report, sides: Required<Sides>): Iterable<RuleFinding> {
  const all = Object.values(sides);
  const [received, carriedIn, out, carriedOut] = [sides.in, sides.carriedIn, sides.out, sides.carriedOut].map(valueOf) as [Exact, Exact, Exact, Exact];
  const right = add(out, carriedOut);
  // 收到 may mean all that were open.
  const includes = sides.in.families.includes('received') && equal(received, right);
  if (includes || equal(add(received, carriedIn), right)) return;
  // One fault, one finding: a number that differs from the table is reported there, and a table that does not balance in the table.
  if (disagreements(report).some(({ statement, again }) => [statement, ...again].some((each) => all.some((side) => side.sentence === each.sentence || side === each)))) return;
  if (all.every((side) => checkStatement(report, side).state === 'agrees')) return;
  const { sentences } = readProse(report.reading);
  const sentence = sentences[all.find((side) => side.families.includes('closed') || side.families.includes('answered'))?.sentence ?? 0];
  if (!sentence) return;
  const [i, c, o, n] = [received, carriedIn, out, carriedOut].map(format);
  const difference = format(abs(subtract(add(received, carriedIn), right)));
  yield {
    span: withStop(report, sentence.span),
    message: both(`正文的数不平：新收 ${i} ＋ 上年结转 ${c} ＝ ${format(add(received, carriedIn))}，办结 ${o} ＋ 结转下年度 ${n} ＝ ${format(right)}，相差 ${difference}`, `The prose does not balance: received ${i} + carried in ${c} = ${format(add(received, carriedIn))}, closed ${o} + carried over ${n} = ${format(right)}; difference ${difference}`),
    related: all.map((side) => ({ span: side.span, message: LABELS[sideOf(report, side) ?? 'in'] })),
  };
}

/** The sentence with the mark that ends it. */
function withStop(report: Report, span: Span): Span {
  return '。！？!?'.includes(report.reading.source.text.charAt(span.end) || ' ') ? { start: span.start, end: span.end + 1 } : span;
}

const LABELS = {
  in: both('收到', 'received'),
  carriedIn: both('上年结转', 'carried in'),
  out: both('办结', 'closed'),
  carriedOut: both('结转下年度', 'carried over'),
} as const;
