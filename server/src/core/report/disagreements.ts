import { readProse, type ListReading, type ProseNumber, type StatementReading } from '../read/prose';
import { add, equal, format, isZero, sum, type Exact } from '../text/exact';
import { checkStatement, speaksOfReport, type StatementCheck } from './statements';
import type { Report } from './report';

export interface Disagreement extends StatementCheck {
  /** Later places that say the same wrong thing: one fault. */
  readonly again: readonly StatementReading[];
}

const memo = new WeakMap<Report, readonly Disagreement[]>();

/** Statements of the prose that differ from the tables, each fault once. Remembered, for several rules ask. */
export function disagreements(report: Report): readonly Disagreement[] {
  let found = memo.get(report);
  if (!found) memo.set(report, (found = find(report)));
  return found;
}

/** Statements by the paragraph they stand in, with what is asked of a paragraph again and again. */
class Paragraphs {
  private statementsMemo: ReadonlyMap<number, readonly StatementReading[]> | undefined;
  private sentencesMemo: ReadonlyMap<number, readonly StatementReading[]> | undefined;
  private readonly kinOf = new Map<string, readonly StatementReading[]>();
  private readonly sums = new Map<readonly StatementReading[], Exact>();
  private readonly open = new Map<number, boolean>();
  private readonly agreeing = new Map<number, readonly StatementReading[]>();
  private readonly counted = new Map<number, ReadonlySet<string>>();
  private readonly firsts = new Map<number, ReadonlyMap<string, StatementReading>>();

  constructor(
    private readonly report: Report,
    private readonly prose: ReturnType<typeof readProse>,
  ) {}

  private get statements(): ReadonlyMap<number, readonly StatementReading[]> {
    return (this.statementsMemo ??= grouped(this.prose.statements, (each) => this.of(each)));
  }

  private get sentences(): ReadonlyMap<number, readonly StatementReading[]> {
    return (this.sentencesMemo ??= grouped(this.prose.statements, ({ sentence }) => sentence));
  }

  private of({ sentence }: StatementReading): number {
    return this.prose.sentences[sentence]?.paragraph ?? -1;
  }

  /** Counts of the same in the same paragraph, itself among them. */
  kin(statement: StatementReading): readonly StatementReading[] {
    const key = `${this.of(statement)} ${statement.families[0]} ${statement.joined}`;
    let kin = this.kinOf.get(key);
    if (!kin) this.kinOf.set(key, (kin = (this.statements.get(this.of(statement)) ?? []).filter((each) => each.kind === 'count' && sameFamilies(each, statement))));
    return kin;
  }

  sum(kin: readonly StatementReading[]): Exact {
    return remembered(this.sums, kin, () => sum(kin.flatMap(({ number }) => number?.value ?? [])));
  }

  /** Another count of the same in the same sentence is what the table says. */
  agreesBeside(statement: StatementReading): boolean {
    const agreeing = remembered(this.agreeing, statement.sentence, () =>
      (this.sentences.get(statement.sentence) ?? []).filter((each) => each.kind === 'count' && speaksOfReport(this.report, each) && checkStatement(this.report, each).state === 'agrees'),
    );
    return agreeing.some((each) => each !== statement && sameFamilies(each, statement));
  }

  /** What is still open is spoken of. */
  speaksOfOpen(statement: StatementReading): boolean {
    return remembered(this.open, this.of(statement), () => {
      const paragraph = this.prose.paragraphs[this.of(statement)];
      return paragraph !== undefined && OPEN.test(this.prose.text.slice(paragraph.from, paragraph.to));
    });
  }

  /** The first statement of the paragraph that is about one of these. */
  first(statement: StatementReading, ...ids: readonly string[]): StatementReading | undefined {
    const firsts = remembered(this.firsts, this.of(statement), () => {
      const found = new Map<string, StatementReading>();
      for (const each of this.statements.get(this.of(statement)) ?? []) for (const id of each.families) if (!found.has(id)) found.set(id, each);
      return found;
    });
    return ids.flatMap((id) => firsts.get(id) ?? []).sort((a, b) => this.order(a) - this.order(b))[0];
  }

  private orders: ReadonlyMap<StatementReading, number> | undefined;

  private order(statement: StatementReading): number {
    this.orders ??= new Map(this.prose.statements.map((each, i) => [each, i]));
    return this.orders.get(statement) ?? -1;
  }

  /** A number of the same paragraph says that there were some: the none is about something else. */
  saidOtherwise(none: StatementReading): boolean {
    const counted = remembered(this.counted, this.of(none), () => new Set((this.statements.get(this.of(none)) ?? []).flatMap((each) => (each.kind === 'count' && each.number && !isZero(each.number.value) ? each.families : []))));
    const kin = none.families.some((id) => id === 'newReceived') ? ['newReceived', 'received', 'counted', 'handled'] : none.families;
    return kin.some((id) => counted.has(id));
  }
}

/** The totals that stand behind their parts, by each part. */
const totalsIn = (prose: ReturnType<typeof readProse>): ReadonlyMap<ProseNumber | undefined, readonly { readonly list: ListReading }[]> =>
  grouped(prose.lists.filter(({ closure }) => closure === 'total').flatMap((list) => list.parts.map(({ number }) => ({ list, number }))), ({ number }): ProseNumber | undefined => number);

function find(report: Report): Disagreement[] {
  const prose = readProse(report.reading);
  const paragraphs = new Paragraphs(report, prose);
  // Most reports agree with their tables, and none of this is asked for.
  let totalsMemo: ReturnType<typeof totalsIn> | undefined;
  const totals = (): ReturnType<typeof totalsIn> => (totalsMemo ??= totalsIn(prose));
  const found: (StatementCheck & { again: StatementReading[] })[] = [];
  const faults = new Map<string, (typeof found)[number]>();
  const [sentences, places] = [new Set<number>(), new Set<number>()];
  for (const statement of prose.statements) {
    if (!speaksOfReport(report, statement)) continue;
    if (statement.kind === 'none' && paragraphs.saidOtherwise(statement)) continue;
    if (statement.kind === 'allDone' && paragraphs.speaksOfOpen(statement)) continue;
    const check = checkStatement(report, statement);
    if (check.state !== 'differs') continue;
    if (statement.kind === 'allOf' && nobody(report)) continue;
    if (statement.kind === 'allDone' && sentences.has(statement.sentence)) continue;
    if (statement.kind === 'count' && paragraphs.agreesBeside(statement)) continue;
    // 受理4件，补正后受理1件，共5件: the total is the table's.
    if (totals().get(statement.number)?.some(({ list }) => check.expected.some(({ value }) => equal(value, list.whole.value)))) continue;
    // 本年的予以公开2件…上年结转的予以公开1件: told in two places, the sum is the table's.
    const kin = paragraphs.kin(statement);
    if (kin.length > 1 && check.expected.some(({ value }) => equal(value, paragraphs.sum(kin)))) continue;
    if (ofNewOnly(report, check, paragraphs)) continue;
    const fault = `${statement.kind} ${statement.families.join()} ${plainly(check.said)}`;
    const same = faults.get(fault);
    // 各2件: one number for two things is one fault.
    if (places.has(statement.span.start)) continue;
    if (same) {
      same.again.push(statement);
      continue;
    }
    const first = { ...check, again: [] };
    found.push(first);
    faults.set(fault, first);
    sentences.add(statement.sentence);
    places.add(statement.span.start);
  }
  return found;
}

/** Equal numbers as equal texts, however many decimals they were written with. */
const plainly = (value: Exact): string => (value.scale === 0 ? format(value) : format(value).replace(/\.?0+$/, ''));

function grouped<T, K>(all: readonly T[], key: (each: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const group = groups.get(key(each));
    if (group) group.push(each);
    else groups.set(key(each), [each]);
  }
  return groups;
}

function remembered<K, V>(map: Map<K, V>, key: K, compute: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = compute()));
  return value;
}

/**
 * 收到5件，办结4件，1件正在办理, and nothing of those carried in: an office that tells only of the year's own requests. The numbers
 * agree with each other, and those closed with the table less those carried in.
 */
function ofNewOnly(report: Report, { statement, said }: StatementCheck, paragraphs: Paragraphs): boolean {
  if (!statement.families.some((id) => id === 'closed' || id === 'answered') || !paragraphs.speaksOfOpen(statement)) return false;
  const received = paragraphs.first(statement, 'received', 'newReceived', 'counted')?.number?.value;
  const [fresh, carried, closed] = ['newReceived', 'carriedIn', 'outcomesTotal'].map((row) => report.value('requests', row, 'total'));
  if (!received || !fresh || !carried || !closed || paragraphs.first(statement, 'carriedIn')) return false;
  return equal(received, fresh) && equal(closed, add(said, carried));
}

const sameFamilies = (a: StatementReading, b: StatementReading): boolean => a.families[0] === b.families[0] && a.joined === b.joined;

/** What is still open is spoken of: 全部办结 then means those of this year. */
const OPEN = /结转|顺延|正在|尚未|尚在|未办结|在办|下年|下一年|次年|转入/;

/** Nobody applied at all: then all of them were of any kind. */
const nobody = (report: Report): boolean => isZero(report.value('requests', 'newReceived', 'total') ?? { units: 0n, scale: 0 });
