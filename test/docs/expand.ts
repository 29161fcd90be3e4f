/**
 * Expands a snippet as an editor does when every tab stop is left at its default: the syntax of VS Code and LSP, as far as
 * our bodies use it. @param variables values of `$NAME` variables. @throws Error on anything malformed.
 */
export function expandSnippet(body: string, variables: Readonly<Record<string, string>> = {}): string {
  return new Expander(body, variables).run();
}

class Expander {
  private at = 0;
  private readonly stops = new Map<string, string>();

  constructor(
    private readonly body: string,
    private readonly variables: Readonly<Record<string, string>>,
  ) {}

  run(): string {
    return this.sequence('');
  }

  private sequence(end: string): string {
    let out = '';
    while (this.at < this.body.length) {
      const c = this.body.charAt(this.at);
      if (end !== '' && c === end) {
        this.at++;
        return out;
      }
      if (c === '\\') {
        out += this.body.charAt(this.at + 1);
        this.at += 2;
      } else if (c === '$') {
        this.at++;
        out += this.dollar();
      } else {
        out += c;
        this.at++;
      }
    }
    if (end !== '') throw new Error(`${end} is missing`);
    return out;
  }

  private take(pattern: RegExp): string {
    const match = new RegExp(pattern.source, 'y');
    match.lastIndex = this.at;
    const found = match.exec(this.body)?.[0];
    if (found === undefined) throw new Error(`unexpected ${this.body.slice(this.at, this.at + 20)}`);
    this.at += found.length;
    return found;
  }

  private dollar(): string {
    if (this.body.charAt(this.at) !== '{') return this.value(this.take(/\d+|[A-Z_]+/), '');
    this.at++;
    const name = this.take(/\d+|[A-Z_]+/);
    const next = this.take(/[:}|/]/);
    if (next === '}') return this.value(name, '');
    if (next === ':') return this.value(name, this.sequence('}'));
    if (next === '|') {
      const choices = this.take(/(?:\\.|[^\\|])*/).split(/(?<!\\),/);
      this.take(/\|\}/);
      return this.value(name, (choices[0] ?? '').replace(/\\(.)/g, '$1'));
    }
    return this.transform(this.variables[name] ?? '');
  }

  /** `/regex/format/options}` with `${n}` and `${n:+text}` in the format. */
  private transform(value: string): string {
    const pattern = this.take(/(?:\\.|[^\\/])*/);
    this.take(/\//);
    const format = this.take(/(?:\\.|[^\\/])*/);
    this.take(/\//);
    const options = this.take(/[a-z]*/);
    this.take(/\}/);
    return value.replace(new RegExp(pattern, options), (...groups: (string | undefined)[]) =>
      format.replace(/\$\{(\d+)(?::\+([^}]*))?\}/g, (_, index: string, text?: string) => (text === undefined ? groups[Number(index)] ?? '' : groups[Number(index)] ? text : '')),
    );
  }

  private value(name: string, fallback: string): string {
    if (/^\d/.test(name)) {
      if (!this.stops.has(name)) this.stops.set(name, fallback);
      return this.stops.get(name) ?? '';
    }
    return this.variables[name] ?? fallback;
  }
}
