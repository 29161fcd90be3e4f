import { instructions } from '../../core/format/leftovers';
import { readGaps, readProse } from '../../core/read/prose';
import type { ReportReading } from '../../core/read/types';
import { AGENCY } from '../../core/snippets/items';
import { halfWidth } from '../../core/text/characters';
import { lowerBound } from '../../core/text/lower-bound';
import type { Span } from '../../core/text/span';

/** Something that stands in a draft for its writer only. */
export interface Mark {
  readonly span: Span;
  /**
   * - `comment`: goes without a word. - `open`: a comment that does not end; its line goes.
   * - `placeholder`: signs in place of a word. - `instruction`: words to the writer, empty brackets, marks to rewrite.
   * - `number`: the blank where a number is missing.
   */
  readonly kind: 'comment' | 'open' | 'placeholder' | 'instruction' | 'number';
}

/** What must not leave with a report, in textual order and without overlaps. */
export function marksOf(reading: ReportReading): readonly Mark[] {
  // Comments of whole lines are no part of the reading, however long they are: only one that stands in a text can be left open.
  const shown = [...reading.prose, ...reading.headings, ...(reading.title ? [reading.title] : [])].map(({ span }) => span.start).sort((a, b) => a - b);
  const ends = new Map([...reading.prose, ...reading.headings, ...(reading.title ? [reading.title] : [])].map(({ span }) => [span.start, span.end]));
  const comments = commentsOf(reading).filter(({ kind, span }) => kind === 'comment' || (ends.get(shown[lowerBound(shown, span.start + 1) - 1] ?? -1) ?? -1) > span.start);
  const gaps = readGaps(reading, readProse(reading)).map(({ kind, span }): Mark => ({ span, kind: kind === 'bracket' ? 'instruction' : kind }));
  const all = [...comments, ...gaps, ...titleMarks(reading)].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Mark[] = [];
  for (const mark of all) if (mark.span.start >= (kept.at(-1)?.span.end ?? -1)) kept.push(mark);
  return kept;
}

/** A comment ends before the next begins and before an empty line; else it is still being written. */
const UNCLOSED = /<!--|\n[^\S\r\n]*[\r\n]|\r[^\S\r\n]*\r/;

function commentsOf({ source: { text }, source, span }: ReportReading): Mark[] {
  const marks: Mark[] = [];
  let close = -1;
  for (let at = text.indexOf('<!--', span.start); at >= 0 && at < span.end; at = text.indexOf('<!--', at + 4)) {
    if (close >= 0 && close < at + 4) close = -1;
    if (close < 0) close = text.indexOf('-->', at + 4);
    // No comment closes behind, and none that follows does.
    if (close < 0) close = text.length;
    const end = Math.min(close + 3, text.length);
    const closed = close < text.length && end - at <= 20_000 && !UNCLOSED.test(text.slice(at + 4, close));
    marks.push(closed ? { span: { start: at, end }, kind: 'comment' } : { span: { start: at, end: Math.max(at + 4, source.lineSpan(source.lineAt(at)).end) }, kind: 'open' });
  }
  return marks;
}

/** The prose's patterns in the title, which is no prose, and the name a new report has until it is typed. */
function titleMarks({ source, title }: ReportReading): Mark[] {
  if (!title) return [];
  const text = Array.from({ length: title.span.end - title.span.start }, (_, i) => String.fromCharCode(halfWidth(source.text.charCodeAt(title.span.start + i)))).join('');
  const place = (index: number, length: number): Span => ({ start: title.span.start + index, end: title.span.start + index + length });
  const marks: Mark[] = instructions.flatMap((pattern) => [...text.matchAll(pattern)].map((match): Mark => ({ span: place(match.index, match[0].length), kind: 'instruction' })));
  if (title.agency === AGENCY && marks.length === 0) marks.push({ span: place(Math.max(0, text.indexOf(AGENCY)), AGENCY.length), kind: 'placeholder' });
  return marks;
}
