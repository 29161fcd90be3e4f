import { exact } from '../../text/exact';
import { hanValue } from './han';
import type { JoinedProse } from './join';
import { readNumber } from './numbers';
import { classes, CharacterClass, signs, type Token } from './tokens';
import type { ProseNumber } from './types';
import { hanUnits } from './units';

const TITLE_OPEN = 0x300a;
const TITLE_CLOSE = 0x300b;
const DOT = 0x2e;

/**
 * One pass over the joined text: signs, numbers and item markers, in order. What stands in 《…》 is a name.
 * @param from start of a paragraph, @param to end of a paragraph
 */
export function scan(prose: JoinedProse, from: number, to: number): Token[] {
  const { text } = prose;
  const tokens: Token[] = [];
  let clause = from;
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    const kind = classes[code];
    if (kind === CharacterClass.Other) {
      if (code === TITLE_OPEN) {
        const close = titleEnd(text, i);
        if (close > i) i = close;
      } else if (code === DOT && text.charCodeAt(i - 1) >= 0x4e00) {
        // A report in ASCII punctuation ends its sentences so.
        tokens.push({ kind: 'stop', from: i, to: i + 1 });
        clause = i + 1;
      } else if (code >= 0x2460 && code <= 0x2473) {
        tokens.push({ kind: 'marker', from: i, to: i + 1 });
        clause = i + 1;
      }
      i++;
    } else if (kind === CharacterClass.Sign) {
      const marker = markerAt(text, i, tokens, from);
      if (marker > i) {
        tokens.push({ kind: 'marker', from: i, to: marker });
        i = clause = marker;
        continue;
      }
      tokens.push({ kind: signs.get(code) ?? 'stop', from: i, to: i + 1 });
      clause = ++i;
    } else {
      const marker = markerAt(text, i, tokens, from);
      if (marker > i) {
        tokens.push({ kind: 'marker', from: i, to: marker });
        i = clause = marker;
        continue;
      }
      if (kind === CharacterClass.Digit) {
        const number = readNumber(prose, i, clause);
        tokens.push({ kind: 'number', from: i, to: number.to, number });
        i = clause = Math.max(number.to, i + 1);
      } else {
        const number = readHan(prose, i);
        if (number) tokens.push({ kind: 'number', from: i, to: number.to, number });
        i = number ? (clause = number.to) : hanEnd(text, i);
      }
    }
  }
  return tokens;
}

/** Index of the 》 that closes the title; nested titles use 〈〉. -1 when it is not closed in the sentence. */
function titleEnd(text: string, open: number): number {
  for (let i = open + 1; i < text.length && i < open + 120; i++) {
    const code = text.charCodeAt(i);
    if (code === TITLE_CLOSE) return i;
    if (code === 10) return -1;
  }
  return -1;
}

const HAN = '一二三四五六七八九十';
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** End of an item marker (`（一）`, `(1)`, `1.`, `一是`, `一、`, `第一,`, `-`) where a clause begins; `at` when there is none. */
function markerAt(text: string, at: number, tokens: readonly Token[], from: number): number {
  const last = tokens.at(-1);
  if (at > from && (!last || last.to !== at || last.kind === 'number' || last.kind === 'close')) return at;
  const bracket = text.charAt(at) === '(';
  let i = bracket ? at + 1 : at;
  const first = text.charCodeAt(i);
  const digits = isDigit(first);
  const start = i;
  if (digits) while (i < start + 2 && isDigit(text.charCodeAt(i))) i++;
  else while (i < start + 3 && HAN.includes(text.charAt(i))) i++;
  if (i === start || i >= text.length) return at;
  const next = text.charAt(i);
  if (bracket) return next === ')' ? i + 1 : at;
  if (digits) return ('.、)'.includes(next) && !isDigit(text.charCodeAt(i + 1)) && lineStart(at, tokens, from)) ? i + 1 : at;
  if (next === '是' || next === '、') return next === '、' && !lineStart(at, tokens, from) ? at : i + 1;
  return at;
}

/** A digit marker must not be a number of a list (`为5、3条`): it stands behind an end of a clause or a line. */
function lineStart(at: number, tokens: readonly Token[], from: number): boolean {
  const last = tokens.at(-1);
  return at === from || (last !== undefined && (last.kind === 'stop' || last.kind === 'semicolon' || last.kind === 'colon' || last.kind === 'marker'));
}

function hanEnd(text: string, at: number): number {
  let i = at;
  while (classes[text.charCodeAt(i)] === CharacterClass.HanNumeral) i++;
  return i;
}

const NOT_BEFORE = new Set([...'第每其同统唯之这那各某有初式周星期年月十数几上另本该']);
const ENDS = new Set([...',。;、:()\n!?']);

/** A small count in Chinese numerals: only with a counter and where the clause ends, for set phrases are many. */
function readHan(prose: JoinedProse, at: number): ProseNumber | undefined {
  const { text } = prose;
  const end = hanEnd(text, at);
  if (!hanUnits.has(text.charAt(end)) || NOT_BEFORE.has(text.charAt(at - 1))) return undefined;
  const next = text.charAt(end + 1);
  if (next !== '' && !ENDS.has(next)) return undefined;
  const value = hanValue(text.slice(at, end));
  if (value === undefined) return undefined;
  return { kind: 'count', span: prose.rawSpan(at, end), text: text.slice(at, end), value: exact(value), factor: 0, unit: text.charAt(end), approximate: false, change: false, from: at, to: end + 1 };
}
