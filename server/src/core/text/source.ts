import type { Span } from './span';

/** A 0-based line and UTF-16 column, as the Language Server Protocol counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * A document's raw text with its lines. Line ends are `\n`, `\r\n` and `\r` (as in the protocol; U+2028 is not one).
 * Nothing is normalised here: offsets are those of the text as it came, a BOM included.
 */
export class SourceText {
  readonly text: string;
  /** Offset of the first character of each line; `starts[0] === 0`. */
  readonly starts: readonly number[];
  /** Offset just behind the last character of each line, without its line end. */
  readonly ends: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    const ends: number[] = [];
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10) {
        ends.push(i);
        starts.push(i + 1);
      } else if (c === 13) {
        ends.push(i);
        if (text.charCodeAt(i + 1) === 10) i++;
        starts.push(i + 1);
      }
    }
    ends.push(text.length);
    this.starts = starts;
    this.ends = ends;
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
