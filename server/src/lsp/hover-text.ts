/** Hover contents, as Markdown or as plain text by what the client shows. */
export class HoverText {
  private readonly lines: string[] = [];

  constructor(private readonly markdown: boolean) {}

  heading(text: string): this {
    this.lines.push(this.markdown ? `**${this.escape(text)}**` : text, '');
    return this;
  }

  paragraph(text: string): this {
    this.lines.push(this.escape(text), '');
    return this;
  }

  /** @param depth 0 for the outer list. */
  item(text: string, depth = 0): this {
    this.lines.push(`${'  '.repeat(depth)}- ${this.escape(text)}`);
    return this;
  }

  toString(): string {
    return this.lines.join('\n').trimEnd();
  }

  private escape(text: string): string {
    return this.markdown ? text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/^(\d+)\./, '$1\\.') : text;
  }
}
