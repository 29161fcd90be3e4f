import type { Report } from '../../core';
import { cellsOf, type Entry } from '../../core/relatives';
import type { CellPlace } from '../../core/report/reconcile';
import { both } from '../../core/text/bilingual';
import { format } from '../../core/text/exact';
import { contributions } from '../../core/writing/sum-children';
import type { HoverText } from '../hover-text';
import type { Session } from '../session';
import { balance } from './contributions';
import { entryOf } from './entries';

/** A hover is read at a glance: a province has hundreds. */
const MOST_NAMED = 20;

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
  const parts = contributions(named, table, row, column);
  const own = report.cell(table, row, column)?.value;
  const lacking = missing.length > 0 ? both(`，尚缺 ${missing.join('、')}`, `, missing: ${missing.join(', ')}`) : both('', '');
  const { zh, en } = balance(own, parts.flatMap(({ value }) => (value ? [value] : [])));
  text.item(session.say(both(`下级 ${children.length} 份${lacking.zh}：${zh}`, `${children.length} subordinates${lacking.en}: ${en}`)));
  const telling = parts.filter(({ value }) => value?.units !== 0n);
  for (const { child, value } of telling.slice(0, MOST_NAMED)) text.item(`${child.report.agency}${session.say(both('：', ': '))}${value ? format(value) : session.say(both('读不出来', 'not readable'))}`, 1);
  if (telling.length > MOST_NAMED) text.item(session.say(both(`……另有 ${telling.length - MOST_NAMED} 个，命令“各下级数”全部列出`, `… and ${telling.length - MOST_NAMED} more: the command “Subordinates’ Figures” lists all`)), 1);
}
