import type { FormatDeclaration } from '../format/types';
import { changeBetween } from '../text/change';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import { kindOf, readReport, splitReports, type ReadOptions } from './index';
import type { DocumentReading, ReportReading } from './types';

/** What a new version of a text of several reports has in common with the one before. */
export interface Again {
  readonly document: DocumentReading;
  /** The only report that was read anew. */
  readonly index: number;
  /** By how much everything behind it has moved, in UTF-16 units and in lines. */
  readonly shift: number;
  readonly lines: number;
}

/** What decides, wherever it stands, where a comment ends. */
const DECISIVE = ['<!--', '-->'];

/**
 * Reads a new version of a text of several reports: only the report the change lies in. The answer is what reading the
 * whole would give; where that is not certain (the change touches a comment or the edge of a report, or makes more or fewer reports of it) it is
 * `undefined`. The other reports are read when somebody looks into them.
 */
export function readAgain(before: DocumentReading, text: string, options: ReadOptions): Again | undefined {
  const { reports } = before;
  if (reports.length < 2 || before.kind !== 'report') return undefined;
  const change = changeBetween(before.source.text, text);
  if (!change) return undefined;
  const index = reports.findLastIndex(({ span }) => span.start <= change.start);
  const touched = reports[index];
  if (!touched) return undefined;
  const old = linesAround(before.source, change.start, change.oldEnd);
  if ((index > 0 && old.start <= touched.span.start) || (index + 1 < reports.length && old.end >= touched.span.end) || decides(before.source.slice(old))) return undefined;
  const source = before.source.changedTo(text, change);
  if (decides(source.slice(linesAround(source, change.start, change.newEnd)))) return undefined;
  const shift = change.newEnd - change.oldEnd;
  const lines = source.lineCount - before.source.lineCount;
  const cuts = splitReports(source);
  if (cuts.length !== reports.length || !reports.every(({ span }, i) => cuts[i] === before.source.lineAt(span.start) + (i > index ? lines : 0))) return undefined;
  const read = reports.map((report, i) => {
    const by = i > index ? shift : 0;
    const span = { start: report.span.start + by, end: report.span.end + (i >= index ? shift : 0) };
    const from = cuts[i] ?? 0;
    const to = cuts[i + 1] ?? source.lineCount;
    return i === index ? readReport(source, from, to, options.format) : later(source, span, from, to, report.format, options.format);
  });
  if (index === 0 && kindOf(read, options.assumeReport ?? false) !== 'report') return undefined;
  return { document: { source, kind: 'report', reports: read }, index, shift, lines };
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
