import type { Change } from './change';
import type { Span } from './span';

/** A 0-based line and UTF-16 column, as the Language Server Protocol counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

interface LineTable {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** @param offset what is added to every place */
function linesOf(text: string, offset = 0): LineTable {
  const starts = [offset];
  const ends: number[] = [];
  if (text.includes('\r')) {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c !== 10 && c !== 13) continue;
      ends.push(offset + i);
      if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
      starts.push(offset + i + 1);
    }
  } else {
    // The engine looks for one sign many times faster than a loop.
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      ends.push(offset + i);
      starts.push(offset + i + 1);
    }
  }
  ends.push(offset + text.length);
  return { starts: new Int32Array(starts), ends: new Int32Array(ends) };
}

/** The first `head` places, those found now but for the last `drop`, and those from `tail` on, which have moved by `shift`. */
function spliced(places: Int32Array, head: number, between: Int32Array, drop: number, tail: number, shift: number): Int32Array {
  const found = between.length - drop;
  const all = new Int32Array(head + found + places.length - tail);
  all.set(places.subarray(0, head));
  all.set(between.subarray(0, found), head);
  for (let i = tail, to = head + found; i < places.length; i++, to++) all[to] = (places[i] ?? 0) + shift;
  return all;
}

/**
 * A document's raw text with its lines. Line ends are `\n`, `\r\n` and `\r` (as in the protocol; U+2028 is not one).
 * Nothing is normalised here: offsets are those of the text as it came, a BOM included.
 */
export class SourceText {
  readonly text: string;
  /** Offset of the first character of each line; `starts[0] === 0`. */
  readonly starts: Int32Array;
  /** Offset just behind the last character of each line, without its line end. */
  readonly ends: Int32Array;

  /** @param lines where the lines start and end, when that is known already */
  constructor(text: string, lines: LineTable = linesOf(text)) {
    this.text = text;
    this.starts = lines.starts;
    this.ends = lines.ends;
  }

  /** The text with a stretch of it changed: only the lines at that stretch are looked for again. */
  changedTo(text: string, { start, oldEnd, newEnd }: Change): SourceText {
    // From the line the change begins in (one earlier where it may complete a \r\n) to the end of the line it ends in.
    const first = Math.max(0, this.lineAt(start) - 1);
    const last = Math.min(this.lineCount - 1, this.lineAt(oldEnd) + 1);
    const shift = newEnd - oldEnd;
    const from = this.starts[first] ?? 0;
    const to = this.starts[last + 1];
    const between = linesOf(to === undefined ? text.slice(from) : text.slice(from, to + shift), from);
    // What was looked at again ends with a line end, behind which the next line begins, or with the text.
    const [drop, tail] = to === undefined ? [0, this.lineCount] : [1, last + 1];
    return new SourceText(text, { starts: spliced(this.starts, first, between.starts, drop, tail, shift), ends: spliced(this.ends, first, between.ends, drop, tail, shift) });
  }

  private tagMemo: boolean | undefined;

  /** Whether a `<` stands anywhere in the text. */
  get hasTags(): boolean {
    return (this.tagMemo ??= this.text.includes('<'));
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The line without its line end. @param line 0-based; out of range gives an empty span at the text's end. */
  lineSpan(line: number): Span {
    return { start: this.starts[line] ?? this.text.length, end: this.ends[line] ?? this.text.length };
  }

  lineText(line: number): string {
    return this.text.slice(this.starts[line] ?? this.text.length, this.ends[line] ?? this.text.length);
  }

  /** 0-based line that holds `offset` (an offset inside a line end belongs to the line it ends). */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: Math.min(offset, this.ends[line] ?? offset) - (this.starts[line] ?? 0) };
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  /** The line end this document uses first, so that inserted text matches it; `\n` for a single line. */
  get eol(): string {
    const end = this.ends[0] ?? 0;
    const next = this.starts[1];
    return next === undefined ? '\n' : this.text.slice(end, next);
  }
}
