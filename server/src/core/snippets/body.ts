/**
 * Builds the body of a snippet in the syntax VS Code and the Language Server Protocol share. Everything written by
 * `text` is escaped, so that a `$`, `}` or `\` in a label never becomes syntax; tab stops are numbered as they come.
 */
export class SnippetBody {
  private out = '';
  private stops = 0;
  private readonly mirrors = new Map<string, number>();

  /** Plain text, escaped. */
  text(text: string): this {
    this.out += escapeText(text);
    return this;
  }

  /** Text that is escaped already. */
  source(snippet: string): this {
    this.out += snippet;
    return this;
  }

  /** A tab stop that holds `value` until something is typed. */
  stop(value: string): this {
    this.out += `\${${++this.stops}:${escapeText(value)}}`;
    return this;
  }

  /**
   * A tab stop whose default is snippet source (a variable, say). The same `name` again mirrors the first one, so that
   * a year typed once stands everywhere.
   */
  mirrored(name: string, source: string): this {
    const known = this.mirrors.get(name);
    if (known !== undefined) this.out += `$\{${known}}`;
    else {
      this.mirrors.set(name, ++this.stops);
      this.out += `\${${this.stops}:${source}}`;
    }
    return this;
  }

  toString(): string {
    return this.out;
  }
}

/** Text as it has to stand in a snippet body or in the default of a tab stop. */
export const escapeText = (text: string): string => text.replace(/[\\$}]/g, (c) => `\\${c}`);

/** One value of a choice; `,` and `|` end a choice and are escaped too. */
export const escapeChoice = (text: string): string => text.replace(/[\\$},|]/g, (c) => `\\${c}`);
