import type { SourceText } from '../text/source';
import type { Span } from '../text/span';

/** What a suppression comment covers: the next line (or the table or list that begins there), the file, or a stretch. */
export type DirectiveKind = 'disable-next-line' | 'disable-file' | 'disable' | 'enable';

/** One suppression comment of a draft. */
export interface Directive {
  readonly kind: DirectiveKind;
  /** The whole comment, `<!--` and `-->` included. */
  readonly span: Span;
  readonly line: number;
  /** Codes with the place each is written at; none means every code (`disable` … `enable` only). */
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
  /** The words behind the colon; empty when none is given. */
  readonly reason: string;
}

const OPEN = '<!--';
const WORD = 'disclosure-report-';
const PATTERN = /^<!--\s*disclosure-report-(disable-next-line|disable-file|disable|enable)(?![\w-])([^:：]*)(?:[:：]([\s\S]*))?-->$/;

/** Suppression comments in textual order. The comment is the same in Markdown and in plain text. */
export function readDirectives(source: SourceText): Directive[] {
  const { text } = source;
  const directives: Directive[] = [];
  for (let at = text.indexOf(WORD); at >= 0; at = text.indexOf(WORD, at + 1)) {
    const start = text.lastIndexOf(OPEN, at);
    const end = text.indexOf('-->', at);
    if (start < 0 || end < 0 || at - start > 20) continue;
    const match = PATTERN.exec(text.slice(start, end + 3));
    const [, kind = '', list = '', reason = ''] = match ?? [];
    if (!match) continue;
    const listAt = start + match[0].indexOf(list, match[0].indexOf(kind) + kind.length);
    const codes = [...list.matchAll(/[a-z][a-z-]*[a-z]/g)].map((code) => ({ code: code[0], span: { start: listAt + code.index, end: listAt + code.index + code[0].length } }));
    directives.push({ kind: kind as DirectiveKind, span: { start, end: end + 3 }, line: source.lineAt(start), codes, reason: reason.trim() });
  }
  return directives;
}
