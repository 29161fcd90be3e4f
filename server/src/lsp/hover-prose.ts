import type { Report, Span } from '../core';
import { readProse, type StatementReading } from '../core/read/prose';
import { disagreements } from '../core/report/disagreements';
import { checkStatement, speaksOfReport } from '../core/report/statements';
import { expectationName, shown } from '../core/rules/prose-table';
import { sectionName } from '../core/rules/words';
import { both } from '../core/text/bilingual';
import { HoverText } from './hover-text';
import type { Session } from './session';

/** On a number of the prose (or on words that say there was none): the cell it is checked against. On a heading: what belongs there. */
export function hoverOutside(session: Session, report: Report, offset: number): { text: HoverText; span: Span } | undefined {
  const within = ({ start, end }: Span): boolean => start <= offset && offset <= end && end > start;
  const heading = report.reading.headings.find(({ span, section }) => section && within(span));
  if (heading?.section) return { text: new HoverText(session.features.markdownHover).heading(sectionName(heading.section)).paragraph(session.say(heading.section.note)), span: heading.span };
  if (!report.reading.prose.some(({ span }) => within(span))) return undefined;
  // Where one number may be several things, they are one statement; where it is several things at once, each is told.
  const statements = readProse(report.reading).statements.filter(({ span, number }) => within(number?.span ?? span));
  const [first] = statements;
  if (!first) return undefined;
  const text = new HoverText(session.features.markdownHover).heading(session.say(both('正文与表格对照', 'Prose beside the table')));
  for (const statement of statements) ofStatement(session, report, statement, text);
  return { text, span: first.number?.span ?? first.span };
}

function ofStatement(session: Session, report: Report, statement: StatementReading, text: HoverText): void {
  const say = (zh: string, en: string): string => session.say(both(zh, en));
  if (!speaksOfReport(report, statement)) {
    text.item(say('不和表格对照：说的是别的年度、别的单位，或者只是一部分', 'not checked: it is about another year or organ, or about a part only'));
    return;
  }
  const { state, expected } = checkStatement(report, statement);
  if (expected.length === 0) {
    text.item(say('不和表格对照：表格里没有这个数，或者读不出来', 'not checked: the table has no such number, or it cannot be read'));
    return;
  }
  const reported = disagreements(report).some((each) => each.statement === statement || each.again.includes(statement));
  const sign = state === 'agrees' ? '✓ ' : reported ? '✗ ' : '';
  expected.forEach((one, i) => text.item(`${i === 0 ? sign : say('或者 ', 'or ')}${session.say(expectationName(report, one))}${say('：', ': ')}${shown(report, one)}`));
}
