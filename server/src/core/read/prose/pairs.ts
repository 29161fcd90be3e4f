import { halfWidth } from '../../text/characters';
import type { Span } from '../../text/span';
import type { ReportReading } from '../types';
import type { ProseReading } from './types';

/** A bracket or quotation mark that does not fit. */
export interface PairReading {
  /** `mixed`: a full-width bracket with a half-width one · `unclosed`, `unopened`: alone · `reversed`: “ for ” or the other way */
  readonly kind: 'mixed' | 'unclosed' | 'unopened' | 'reversed';
  readonly span: Span;
  /** The other one of a mixed pair. */
  readonly other?: Span;
}

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '】': '【', '〕': '〔', '》': '《', '〉': '〈', '”': '“', '’': '‘', '」': '「', '』': '『', '}': '{' };
const DEEPEST = 40;
const TITLES = '《〈';
const OPENERS = new Set(Object.values(PAIRS));
/** 1 for the code units of all these signs: nearly no character is one, and each is looked at. */
const SIGNS = new Uint8Array(0x10000);
for (const sign of Object.entries(PAIRS).flat()) SIGNS[sign.charCodeAt(0)] = 1;

interface Open {
  readonly sign: string;
  readonly at: number;
}

/** Brackets that do not come in pairs, paragraph by paragraph; a pair may reach over a line's end. */
export function readPairs(report: ReportReading, prose: ProseReading): PairReading[] {
  const { text } = prose;
  const source = report.source.text;
  const found: (PairReading & { at: number })[] = [];
  const raw = (at: number): Span => prose.rawSpan(at, at + 1);
  const code = (at: number): number => source.charCodeAt(raw(at).start);
  const lineStart = (at: number): boolean => {
    const { start } = raw(at);
    return start === 0 || /[\r\n][ \t\u3000\u00a0]*$/.test(source.slice(Math.max(0, start - 12), start));
  };
  let stack: Open[] = [];
  const numbers = documentNumbers(text);
  const push = (open: Open): void => {
    // Nobody nests so deep; what lies below is noise, and a search through it would never end.
    if (stack.length >= DEEPEST) stack = [];
    stack.push(open);
  };
  for (const { from, to } of prose.paragraphs) {
    const unopened: Open[] = [];
    // What the paragraph before left open is closed here or was left open there.
    const before = stack;
    stack = [];
    for (let i = from; i < to; i++) {
      if (SIGNS[text.charCodeAt(i)] === 0) continue;
      const sign = text.charAt(i);
      if (OPENERS.has(sign)) {
        const top = stack.at(-1);
        if (sign === '“' && top?.sign === '“') {
          stack.pop();
          // A quotation over several lines is opened anew in each of them.
          if (lineStart(i) && lineStart(top.at)) push({ sign, at: i });
          else found.push({ kind: 'reversed', span: raw(i), at: i });
        } else if (sign === '(' && lastOf(stack, '(') >= 0 && /[。,;\n]/.test(text.charAt(i + 1) || '\n')) {
          // （…（。: the second should close.
          found.push({ kind: 'reversed', span: raw(i), at: i });
          while (stack.pop()?.sign !== '(');
        } else push({ sign, at: i });
        continue;
      }
      const opener = PAIRS[sign];
      if (opener === undefined || (sign === '’' && isApostrophe(text, i))) continue;
      const last = stack.at(-1);
      if (last && TITLES.includes(last.sign) && TITLES.includes(opener) && last.sign !== opener && lastOf(stack, opener) < 0) {
        // 《…〉: a pair of two kinds.
        found.push({ kind: 'mixed', span: raw(i), other: raw(last.at), at: i });
        stack.pop();
        continue;
      }
      const k = lastOf(stack, opener);
      if (k >= 0) {
        for (const lost of stack.splice(k + 1)) if (!isTorn(text, lost.at) && !numbers.has(lost.at)) found.push({ kind: 'unclosed', span: raw(lost.at), at: lost.at });
        const open = stack.pop();
        if (open && !numbers.has(open.at) && isWide(code(open.at)) !== isWide(code(i))) found.push({ kind: 'mixed', span: raw(open.at), other: raw(i), at: open.at });
      } else {
        const carried = firstOf(before, opener);
        if (carried >= 0) before.splice(carried, 1);
        else if (!(sign === ')' && (isMarker(text, i, from) || (lineStart(i - 1) && isMarker(text, i, i - 1)) || (lineStart(i - 2) && isMarker(text, i, i - 2)))) && !numbers.has(i)) unopened.push({ sign, at: i });
      }
    }
    for (const { at } of before) found.push({ kind: 'unclosed', span: raw(at), at });
    for (const { sign, at } of unopened) {
      // ”双公开“: the marks are the wrong way round; the one behind would be reported as well.
      if (sign === '”') {
        const turned = stack.findIndex((open) => open.sign === '“' && open.at > at && open.at - at < 40);
        if (turned >= 0) {
          stack.splice(turned, 1);
          found.push({ kind: 'reversed', span: raw(at), at });
          continue;
        }
      }
      found.push({ kind: 'unopened', span: raw(at), at });
    }
    // Quotation marks opened anew in each paragraph of a long quotation are closed in the last only.
    stack = stack.filter((open) => !(open.sign === '“' && lineStart(open.at)));
    stack = stack.filter((open) => !isTorn(text, open.at) && !numbers.has(open.at));
    if (stack.some((open) => /^https?:/.test(text.slice(open.at + 1, open.at + 8)))) stack = stack.filter((open) => !/^https?:/.test(text.slice(open.at + 1, open.at + 8)));
  }
  for (const { at } of stack) found.push({ kind: 'unclosed', span: raw(at), at });
  return found.sort((a, b) => a.at - b.at).map(({ kind, span, other }) => ({ kind, span, ...(other ? { other } : {}) }));
}

// No closures over what the loop above sets: the engine would make a scope of its own for every character.
function lastOf(stack: readonly Open[], sign: string): number {
  let i = stack.length - 1;
  while (i >= 0 && stack[i]?.sign !== sign) i--;
  return i;
}

const firstOf = (stack: readonly Open[], sign: string): number => stack.findIndex((each) => each.sign === sign);

const isWide = (code: number): boolean => halfWidth(code) !== code || code > 0x2e80;

/** Places of the brackets of document numbers: another rule speaks of those. */
function documentNumbers(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (const match of text.matchAll(/[〔[【(](?:19|20)\d\d年?[〕\]】)](?=第?\d{1,4}号)/g)) {
    places.add(match.index);
    places.add(match.index + match[0].length - 1);
  }
  return places;
}

/** `1)`, `a)`, `一)` where an item begins. */
function isMarker(text: string, at: number, from: number): boolean {
  let i = at - 1;
  while (i >= from && at - i <= 3 && /[\dA-Za-z一二三四五六七八九十①-⑳]/.test(text.charAt(i))) i--;
  return i < at - 1 && (i < from || '。;,:、\n!?('.includes(text.charAt(i)));
}

/** 〔202130号: what a conversion swallowed is no fault of the draft. */
const isTorn = (text: string, at: number): boolean => /^\d{4,}(?:号|年?第?\d)/.test(text.slice(at + 1, at + 12));

const isApostrophe = (text: string, at: number): boolean => /[A-Za-z\d]/.test(text.charAt(at - 1));
