import type { Report } from '../../core';
import { cellsOf, type Entry } from '../../core/relatives';
import type { CellPlace } from '../../core/report/reconcile';
import { both } from '../../core/text/bilingual';
import { format } from '../../core/text/exact';
import { contributions } from '../../core/writing/sum-children';
import type { HoverText } from '../hover-text';
import type { Session } from '../session';
import { entryOf } from './entries';

/** Adds to what is said of a value: the same value last year, where it was carried from, and what each subordinate gives to it. */
export function severalLines(session: Session, uri: string, index: number, report: Report, table: string, place: CellPlace, text: HoverText): void {
  const entry = entryOf(session, uri, index);
  if (!entry) return;
  lastYearLines(session, entry, report, table, place, text);
  childLines(session, entry, report, table, place, text);
}

function lastYearLines(session: Session, entry: Entry, report: Report, table: string, { row, column }: CellPlace, text: HoverText): void {
  const last = session.several.collection.lastYear(entry);
  if (!last) return;
  const cells = cellsOf(last.facts);
  const year = last.identity.year ?? 0;
  const carry = report.reading.format.carries.find((each) => each.table === table && each.row === row);
  const carried = carry && cells.cell(table, carry.lastYearRow, column)?.value;
  if (carried) text.item(session.say(both(`${year}年结转下年度：${format(carried)}`, `carried out of ${year}: ${format(carried)}`)));
  const same = last.facts.format === report.reading.format.id ? cells.cell(table, row, column)?.value : undefined;
  if (same) text.item(session.say(both(`${year}年：${format(same)}`, `${year}: ${format(same)}`)));
}

function childLines(session: Session, entry: Entry, report: Report, table: string, { row, column }: CellPlace, text: HoverText): void {
  const added = report.reading.format.rollUp[table];
  if (!added || (added.length > 0 && !added.includes(row))) return;
  const { children, missing } = session.several.collection.children(entry);
  if (children.length === 0) return;
  const named = children.map(({ id, facts }) => ({ document: id, report: cellsOf(facts) }));
  text.item(session.say(both(`下级 ${children.length} 份${missing.length > 0 ? `，尚缺 ${missing.join('、')}` : ''}`, `${children.length} subordinates${missing.length > 0 ? `, missing: ${missing.join(', ')}` : ''}`)));
  for (const { child, value } of contributions(named, table, row, column)) {
    if (value?.units === 0n) continue;
    text.item(`${child.report.agency}${session.say(both('：', ': '))}${value ? format(value) : session.say(both('读不出来', 'not readable'))}`, 1);
  }
}
