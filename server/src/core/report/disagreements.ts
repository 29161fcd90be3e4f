import { readProse, type StatementReading } from '../read/prose';
import { add, equal, isZero, sum } from '../text/exact';
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

function find(report: Report): Disagreement[] {
  const prose = readProse(report.reading);
  const found: (StatementCheck & { again: StatementReading[] })[] = [];
  const paragraph = ({ sentence }: StatementReading): number => prose.sentences[sentence]?.paragraph ?? -1;
  for (const statement of prose.statements) {
    if (!speaksOfReport(report, statement)) continue;
    if (statement.kind === 'none' && saidOtherwise(prose.statements, prose.sentences, statement)) continue;
    if (statement.kind === 'allDone' && OPEN.test(paragraphOf(prose, statement))) continue;
    const check = checkStatement(report, statement);
    if (check.state !== 'differs') continue;
    if (statement.kind === 'allOf' && nobody(report)) continue;
    if (statement.kind === 'allDone' && found.some((each) => each.statement.sentence === statement.sentence)) continue;
    const kin = prose.statements.filter((each) => each.kind === 'count' && paragraph(each) === paragraph(statement) && sameFamilies(each, statement));
    if (statement.kind === 'count' && kin.some((each) => each.sentence === statement.sentence && each !== statement && speaksOfReport(report, each) && checkStatement(report, each).state === 'agrees')) continue;
    // 受理4件，补正后受理1件，共5件: the total is the table's.
    if (prose.lists.some((list) => list.closure === 'total' && list.parts.some(({ number }) => number === statement.number) && check.expected.some(({ value }) => equal(value, list.whole.value)))) continue;
    // 本年的予以公开2件…上年结转的予以公开1件: told in two places, the sum is the table's.
    if (kin.length > 1 && check.expected.some(({ value }) => equal(value, sum(kin.flatMap(({ number }) => number?.value ?? []))))) continue;
    if (ofNewOnly(report, check, prose.statements.filter((each) => paragraph(each) === paragraph(statement)), paragraphOf(prose, statement))) continue;
    const same = found.find((each) => each.statement.kind === statement.kind && each.statement.families.join() === statement.families.join() && equal(each.said, check.said));
    // 各2件: one number for two things is one fault.
    if (found.some((each) => each.statement.span.start === statement.span.start)) continue;
    if (same) same.again.push(statement);
    else found.push({ ...check, again: [] });
  }
  return found;
}

/**
 * 收到5件，办结4件，1件正在办理, and nothing of those carried in: an office that tells only of the year's own requests. The numbers
 * agree with each other, and those closed with the table less those carried in.
 */
function ofNewOnly(report: Report, { statement, said }: StatementCheck, paragraph: readonly StatementReading[], text: string): boolean {
  if (!statement.families.some((id) => id === 'closed' || id === 'answered') || !OPEN.test(text)) return false;
  const of = (...ids: string[]): StatementReading | undefined => paragraph.find((each) => each.families.some((id) => ids.includes(id)));
  const received = of('received', 'newReceived', 'counted')?.number?.value;
  const [fresh, carried, closed] = ['newReceived', 'carriedIn', 'outcomesTotal'].map((row) => report.value('requests', row, 'total'));
  if (!received || !fresh || !carried || !closed || of('carriedIn')) return false;
  return equal(received, fresh) && equal(closed, add(said, carried));
}

const sameFamilies = (a: StatementReading, b: StatementReading): boolean => a.families[0] === b.families[0] && a.joined === b.joined;

/** What is still open is spoken of: 全部办结 then means those of this year. */
const OPEN = /结转|顺延|正在|尚未|尚在|未办结|在办|下年|下一年|次年|转入/;

function paragraphOf(prose: ReturnType<typeof readProse>, statement: StatementReading): string {
  const paragraph = prose.paragraphs[prose.sentences[statement.sentence]?.paragraph ?? -1];
  return paragraph ? prose.text.slice(paragraph.from, paragraph.to) : '';
}

/** A number of the same paragraph says that there were some: the none is about something else. */
function saidOtherwise(all: readonly StatementReading[], sentences: ReturnType<typeof readProse>['sentences'], none: StatementReading): boolean {
  const paragraph = sentences[none.sentence]?.paragraph;
  const kin = none.families.some((id) => id === 'newReceived') ? ['newReceived', 'received', 'counted', 'handled'] : none.families;
  return all.some((each) => each.kind === 'count' && each.number && !isZero(each.number.value) && sentences[each.sentence]?.paragraph === paragraph && each.families.some((id) => kin.includes(id)));
}

/** Nobody applied at all: then all of them were of any kind. */
const nobody = (report: Report): boolean => isZero(report.value('requests', 'newReceived', 'total') ?? { units: 0n, scale: 0 });
