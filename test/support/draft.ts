import { SourceText, type Span } from '../../server/src/core';

/** A text being written, with the place of every value in it. */
export class Draft {
  private parts: string[] = [];
  private length = 0;
  /** Where each value of the tables stands, by `table/row/column`. */
  readonly cells = new Map<string, Span>();

  constructor(readonly eol: string = '\n') {}

  /** Writes text; `\n` becomes the draft's line end. */
  write(text: string): this {
    const written = this.eol === '\n' ? text : text.replaceAll('\n', this.eol);
    this.parts.push(written);
    this.length += written.length;
    return this;
  }

  line(text = ''): this {
    return this.write(`${text}\n`);
  }

  /** Writes a value and remembers its place. */
  value(key: string, written: string): this {
    this.cells.set(key, { start: this.length, end: this.length + written.length });
    return this.write(written);
  }

  get text(): string {
    return this.parts.join('');
  }
}

/** The text of a span with a mark around it, for messages. */
export function quote(text: string, span: Span): string {
  const source = new SourceText(text);
  const { line, character } = source.positionAt(span.start);
  return `${line + 1}:${character + 1} …${text.slice(Math.max(0, span.start - 40), span.start)}⟦${text.slice(span.start, span.end)}⟧${text.slice(span.end, span.end + 20)}…`;
}
