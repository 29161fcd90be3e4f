import type { FormatDeclaration } from '../format/types';
import { changeBetween, type Change } from '../text/change';
import { withoutRadicals } from '../text/radicals';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import { kindOf, readReport, type ReadOptions } from './index';
import { lineAgain } from './line-again';
import { mayBeReport } from './may-be-report';
import { mayTakeOver } from './prose';
import { splitAgain } from './splits';
import type { DocumentReading, ReportReading } from './types';

/** What a new version of a text has in common with the one before. */
export interface Again {
  readonly document: DocumentReading;
  /** The only report that was read anew. */
  readonly index: number;
  /** In that report only words of the prose have changed; all else is what it was, or has moved. */
  readonly ofProse: boolean;
  readonly change: Change;
  /** By how much everything behind it has moved, in UTF-16 units and in lines. */
  readonly shift: number;
  readonly lines: number;
}

/** What decides, wherever it stands, where a comment ends. */
const DECISIVE = ['<!--', '-->'];

/**
 * Reads a new version of a text: only the report the change lies in, and of that only what the change may have changed. The
 * answer is what reading the whole would give; where that is not certain (the change touches a comment or the edge of a report, or makes more or
 * fewer reports of it) it is `undefined`. The other reports are read when somebody looks into them.
 */
export function readAgain(before: DocumentReading, raw: string, options: ReadOptions): Again | undefined {
  const { reports } = before;
  if (before.kind !== 'report') return undefined;
  const { text, change } = changeTo(before.source.text, raw);
  if (!change || (!options.assumeReport && !mayBeReport(text))) return undefined;
  const index = reports.findLastIndex(({ span }) => span.start <= change.start);
  const touched = reports[index];
  if (!touched) return undefined;
  const source = before.source.changedTo(text, change);
  if (reports.length > 1 && !liesInside(before, index, change, source)) return undefined;
  const shift = change.newEnd - change.oldEnd;
  const lines = source.lineCount - before.source.lineCount;
  const cuts = splitAgain(before.source, source, change, lines);
  if (cuts.length !== reports.length || !reports.every(({ span }, i) => cuts[i] === before.source.lineAt(span.start) + (i > index ? lines : 0))) return undefined;
  let ofProse = false;
  const read = reports.map((report, i) => {
    const by = i > index ? shift : 0;
    const span = { start: report.span.start + by, end: report.span.end + (i >= index ? shift : 0) };
    const from = cuts[i] ?? 0;
    const to = cuts[i + 1] ?? source.lineCount;
    if (i !== index) return later(source, span, from, to, report.format, options.format);
    const moved = lineAgain(report, source, change, from, to);
    ofProse = moved !== undefined;
    const reading = moved ?? readReport(source, from, to, options.format);
    mayTakeOver(reading, report, change);
    return reading;
  });
  if (index === 0 && kindOf(read, options.assumeReport ?? false) !== 'report') return undefined;
  return { document: { source, kind: 'report', reports: read }, index, ofProse, change, shift, lines };
}

/** What has changed. Radicals can only stand where it has: there are none in what has been read. */
function changeTo(before: string, raw: string): { readonly text: string; readonly change: Change | undefined } {
  const change = changeBetween(before, raw);
  const written = change ? raw.slice(change.start, change.newEnd) : '';
  if (withoutRadicals(written) === written) return { text: raw, change };
  const text = withoutRadicals(raw);
  return { text, change: changeBetween(before, text) };
}

/** Whether the change touches neither the edge of a report nor what decides where a comment ends. */
function liesInside({ reports, source }: DocumentReading, index: number, { start, oldEnd, newEnd }: Change, changed: SourceText): boolean {
  const touched = reports[index]?.span ?? { start: 0, end: 0 };
  const old = linesAround(source, start, oldEnd);
  if ((index > 0 && old.start <= touched.start) || (index + 1 < reports.length && old.end >= touched.end)) return false;
  return !decides(source.slice(old)) && !decides(changed.slice(linesAround(changed, start, newEnd)));
}

const decides = (text: string): boolean => DECISIVE.some((word) => text.includes(word));

/** The lines a stretch touches, with the ones before and behind. */
function linesAround(source: SourceText, start: number, end: number): Span {
  const first = Math.max(0, source.lineAt(start) - 1);
  const last = Math.min(source.lineCount - 1, source.lineAt(end) + 1);
  return { start: source.starts[first] ?? 0, end: source.ends[last] ?? end };
}

/**
 * A report that is read when more of it is asked for than what is known of it. A function of its own, so that what it
 * returns holds on to nothing of the version before.
 */
function later(source: SourceText, span: Span, from: number, to: number, format: FormatDeclaration, wanted: string | undefined): ReportReading {
  let memo: ReportReading | undefined;
  const whole = (): ReportReading => (memo ??= readReport(source, from, to, wanted));
  return {
    source,
    span,
    format,
    get title() {
      return whole().title;
    },
    get headings() {
      return whole().headings;
    },
    get sections() {
      return whole().sections;
    },
    get tables() {
      return whole().tables;
    },
    get prose() {
      return whole().prose;
    },
  };
}
