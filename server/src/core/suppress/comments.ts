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
/** Stands in every such comment. */
export const WORD = 'disclosure-report-';
/** A reason is a sentence or two; a comment never closed must not cost a look at all that follows. */
const LONGEST = 2000;
const UNCLOSED = /<!--|\n[^\S\r\n]*[\r\n]|\r[^\S\r\n]*\r/;
const PATTERN = /^<!--\s*disclosure-report-(disable-next-line|disable-file|disable|enable)(?![\w-])([^:：]*)(?:[:：]([\s\S]*))?-->$/;

/**
 * Suppression comments in textual order. The comment is the same in Markdown and in plain text. One that is not closed before
 * the next opens, or before an empty line, is still being written: nothing behind it belongs to it.
 */
export function readDirectives(source: SourceText): Directive[] {
  const { text } = source;
  const directives: Directive[] = [];
  let end = -1;
  for (let at = text.indexOf(WORD); at >= 0; at = text.indexOf(WORD, at + 1)) {
    const near = text.slice(Math.max(0, at - 20), at).lastIndexOf(OPEN);
    const start = Math.max(0, at - 20) + near;
    if (end < at) end = text.indexOf('-->', at);
    // No comment closes behind: neither does any that follows.
    if (end < 0) break;
    if (near < 0 || end - start > LONGEST) continue;
    if (UNCLOSED.test(text.slice(at, end))) continue;
    const match = PATTERN.exec(text.slice(start, end + 3));
    const [, kind = '', list = '', reason = ''] = match ?? [];
    if (!match) continue;
    const listAt = start + match[0].indexOf(list, match[0].indexOf(kind) + kind.length);
    const codes = [...list.matchAll(/[a-z][a-z-]*[a-z]/g)].map((code) => ({ code: code[0], span: { start: listAt + code.index, end: listAt + code.index + code[0].length } }));
    directives.push({ kind: kind as DirectiveKind, span: { start, end: end + 3 }, line: source.lineAt(start), codes, reason: reason.trim() });
  }
  return directives;
}
