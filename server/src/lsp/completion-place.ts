import type { SourceText, Span } from '../core';
import { matchNumeral } from '../core/read/numerals';

/** What is being typed at a place. */
export type CompletionPlace =
  /** A rule's code in a suppression comment; `listed` stand there already. */
  | { readonly kind: 'code'; readonly span: Span; readonly listed: readonly string[] }
  /**
   * Something to insert; `span` is what it takes the place of, `marks` the signs before the word that go with it, `typed` both, `word` the
   * letters or, at the start of a line, the beginning of a label.
   */
  | { readonly kind: 'item'; readonly span: Span; readonly marks: '' | '#' | '|' | '（'; readonly typed: string; readonly word: string; readonly lineStart: boolean };

const COMMENT = /<!--\s*disclosure-report-(?:disable-next-line|disable-file|disable|enable)\s+([^:：>]*)$/;
const LONGEST_LABEL = 20;

/** @param offset of the cursor. */
export function completionPlace(source: SourceText, offset: number): CompletionPlace {
  const { start } = source.lineSpan(source.lineAt(offset));
  const before = source.text.slice(start, offset);
  const comment = COMMENT.exec(before);
  if (comment) {
    const word = /[a-z-]*$/.exec(comment[1] ?? '')?.[0] ?? '';
    return { kind: 'code', span: { start: offset - word.length, end: offset }, listed: (comment[1] ?? '').slice(0, (comment[1] ?? '').length - word.length).match(/[a-z][a-z-]*/g) ?? [] };
  }
  // The letters of a prefix or of pinyin end at the first Chinese character before them; a label typed in Chinese
  // cannot be told from the sentence before it and only counts at the start of a line.
  const letters = /[A-Za-z0-9]*$/.exec(before)?.[0] ?? '';
  const label = letters === '' ? (/[\p{Script=Han}、]*$/u.exec(before)?.[0] ?? '') : '';
  const atStart = opening(before.slice(0, before.length - label.length)) !== undefined;
  const word = label !== '' && atStart && label.length <= LONGEST_LABEL ? label : letters;
  const rest = before.slice(0, before.length - word.length);
  const marks = opening(rest);
  const kept = marks === undefined ? rest : /^[\s\uFEFF]*/.exec(rest)?.[0] ?? '';
  return { kind: 'item', span: { start: start + kept.length, end: offset }, marks: marks ?? '', typed: before.slice(kept.length), word, lineStart: marks !== undefined };
}

/**
 * Whether what stands before the cursor asks for anything. An editor asks after every word, and takes Enter for the first thing
 * offered: behind Chinese text or a number only what was begun by name may be.
 */
export function isAskedFor({ word, lineStart }: Extract<CompletionPlace, { kind: 'item' }>): boolean {
  if (/^[A-Za-z]/.test(word)) return true;
  return lineStart && !/^[0-9]/.test(word);
}

/** Whether a label begins with a word typed in Chinese, its numeral counted or not; letters are matched by the editor. */
export function beginsWith(label: string, word: string): boolean {
  if (!/^[\p{Script=Han}、]/u.test(word)) return true;
  return label.startsWith(word) || label.slice(matchNumeral(label, 0, label.length)?.end ?? 0).startsWith(word);
}

/** The sign a line opens with when nothing but one (of bars: empty cells) stands before the word; `undefined` when more does. */
function opening(rest: string): '' | '#' | '|' | '（' | undefined {
  const match = /^[\s\uFEFF]*(?:(#)#{0,5}|(\|)(?:[ \t\u3000]*\|)*|(（))?[ \t\u3000]*$/.exec(rest);
  if (!match) return undefined;
  return match[1] ? '#' : match[2] ? '|' : match[3] ? '（' : '';
}
