import type { ReportReading } from '../../core/read/types';
import type { Span } from '../../core/text/span';
import { marksOf } from './marks';

/** The draft's text without what is meant for its writer. */
export interface Cleaner {
  /** Whether anything is taken out of a stretch. */
  touches(span: Span): boolean;
  /** The raw text of a stretch without comments, marks and instructions; signs in place of a word become a blank. */
  text(span: Span): string;
}

/** What stands for signs in place of a word: a blank that is seen. */
const BLANK = '　　';

export function cleaner(reading: ReportReading): Cleaner {
  const { source } = reading;
  const marks = marksOf(reading).filter(({ kind }) => kind !== 'number');
  const starts = marks.map(({ span }) => span.start);
  /** Index of the first mark that ends behind a place. */
  const from = (at: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((marks[middle]?.span.end ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    touches: ({ start, end }) => (starts[from(start)] ?? Infinity) < end,
    text: ({ start, end }) => {
      let text = '';
      let at = start;
      for (let i = from(start); i < marks.length; i++) {
        const mark = marks[i];
        if (!mark || mark.span.start >= end) break;
        text += source.text.slice(at, Math.max(at, mark.span.start)) + (mark.kind === 'placeholder' ? BLANK : '');
        at = mark.span.end;
      }
      return text + source.text.slice(Math.min(at, end), end);
    },
  };
}
