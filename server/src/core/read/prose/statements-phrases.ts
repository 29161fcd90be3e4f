import { own } from '../../text/own';
import type { Meaning } from './statements-lexicon';
import type { ProseNumber } from './types';
import { BITS } from './statements-words';
import type { Words } from './words';

/** A word or a run of characters nobody declared. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly meaning: Meaning | undefined;
  /** The kinds of its meaning. */
  readonly kinds: number;
  /** A calendar year. */
  readonly year: number | undefined;
  /** A month or day other than the ends of the report year. */
  readonly date: 'ends' | 'other' | undefined;
  /** The name of an organ. */
  readonly organ: boolean;
}

/** All words have the same properties in the same order, and are quickly looked at. */
const plain = (from: number, to: number, text: string, organ = false): Word => ({ from, to, text, meaning: undefined, kinds: 0, year: undefined, date: undefined, organ });
const meant = (from: number, to: number, text: string, meaning: Meaning): Word => ({ from, to, text, meaning, kinds: meaning.kinds, year: undefined, date: undefined, organ: false });

/** What stands between two separators. */
export interface Phrase {
  /** Separator before it: `` at the start of the sentence, `(` and `)` for brackets. */
  readonly before: string;
  /** Words and numbers in order. */
  readonly items: (Word | ProseNumber)[];
  /** Number of open brackets around it. */
  readonly depth: number;
}

export const isNumber = (item: Word | ProseNumber): item is ProseNumber => (item as Partial<ProseNumber>).kind !== undefined;

/** Signs that end a phrase, by code unit: 1 a separator, 2 an opening bracket, 3 a closing one. Nothing else is punctuation here. */
const SIGNS = new Uint8Array(0x3012);
for (const [kind, signs] of [[1, ',;:!?'], [2, '([【'], [3, ')]】']] as const) for (const sign of signs) SIGNS[sign.charCodeAt(0)] = kind;
const TITLE_OPENS = 0x300a;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** A marker begins with a digit, a circled number or one of 一 to 十. */
const mayBeMarker = (code: number): boolean => isDigit(code) || (code >= 0x2460 && code <= 0x2473) || '一二三四五六七八九十'.includes(String.fromCharCode(code));
const ORGAN = /^[一-鿿]{0,14}(?:局|委|委员会|办公室|政府办|政府|办事处|中心|镇|乡|街道|苏木|县|区|市|旗|州|部门|单位|大队|支队|总队|公司|法院|检察院|研究院|医院|学院|厅|管理处|管理所|派出所|站|学校|村|社区|科室|科|股|集团)$/;
/** The last characters of these, and the length of the longest name: nearly nothing else is looked at by the pattern. */
const ORGAN_ENDS = '局乡委会室办府处心镇道木县区市旗州门位队司院厅所站校村科股团';
const LONGEST_ORGAN = 18;
const isOrgan = (text: string): boolean => text.length <= LONGEST_ORGAN && ORGAN_ENDS.includes(text.charAt(text.length - 1)) && ORGAN.test(text);
/** An item's marker narrows nothing. */
const MARKER = /^(?:\d{1,2}[.、](?!\d)|[①-⑳]|[一二三四五六七八九十]{1,2}是)/;
const DATE = /^(\d{1,2})月(?:(\d{1,2})日|底|末)?/;

/** Too general to name an organ. */
const GENERAL = /^(?:人民政府|民政府|办公室|公室|委员会|员会|管理局|办事处|事处|服务局|.{0,2})$/;

/** Under what names the reporting organ may stand in its text: 县发展和改革局 for 青禾县发展和改革局. Longest first. */
export function namesOf(agency: string): Names {
  if (last?.agency !== agency) last = { agency, names: collect(agency) };
  return last.names;
}

/** A report is read again and again while it is written. */
let last: { readonly agency: string; readonly names: Names } | undefined;

function collect(agency: string): Names {
  const names = [...agency].map((_, i) => agency.slice(i)).filter((name) => !GENERAL.test(name));
  return { names, firsts: names.map((name) => name.charCodeAt(0)) };
}

/** The names are ends of one name: nearly every place is ruled out by its first character. */
export interface Names {
  readonly names: readonly string[];
  readonly firsts: readonly number[];
}

/** Cuts a sentence into phrases and each of them into words. @param numbers those of the sentence, in order. @param names of the reporting organ */
export function phrases(text: string, from: number, to: number, numbers: readonly ProseNumber[], words: Words<Meaning>, { names, firsts }: Names): Phrase[] {
  const all: Phrase[] = [];
  let depth = 0;
  let phrase: Phrase = { before: '', items: [], depth };
  let unknown = -1;
  let next = 0;
  const flush = (at: number): void => {
    if (unknown < 0) return;
    const words = text.slice(unknown, at);
    const organ = isOrgan(words);
    phrase.items.push(plain(unknown, at, organ ? own(words) : words, organ));
    unknown = -1;
  };
  let i = from;
  while (i < to) {
    while (next < numbers.length && (numbers[next]?.from ?? 0) < i) next++;
    const number = numbers[next];
    const code = text.charCodeAt(i);
    if (number?.from === i && (number.kind === 'count' || number.kind === 'rate' || number.kind === 'bare')) {
      flush(i);
      phrase.items.push(number);
      i = Math.max(number.to, i + 1);
      continue;
    }
    if (phrase.items.length === 0 && unknown < 0 && mayBeMarker(code)) {
      const marker = MARKER.exec(text.slice(i, Math.min(to, i + 4)));
      if (marker) {
        i += marker[0].length;
        continue;
      }
    }
    if (isDigit(code)) {
      flush(i);
      i = dateOrYear(text, i, to, phrase);
      continue;
    }
    const sign = SIGNS[code] ?? 0;
    if (sign > 0) {
      flush(i);
      if (sign === 3) depth = Math.max(0, depth - 1);
      all.push(phrase);
      if (sign === 2) depth++;
      phrase = { before: sign === 2 ? '(' : sign === 3 ? ')' : text.charAt(i), items: [], depth };
      i++;
      continue;
    }
    if (code === TITLE_OPENS) {
      const close = i + text.slice(i, to).indexOf('》');
      if (close > i) {
        flush(i);
        phrase.items.push(meant(i, close + 1, '《》', TITLE));
        i = close + 1;
        continue;
      }
    }
    const name = unknown < 0 && firsts.includes(code) ? names.find((each) => text.startsWith(each, i)) : undefined;
    if (name) {
      const end = i + name.length + (/^(?:人民政府|政府(?!办|信)|办事处)/.exec(text.slice(i + name.length, i + name.length + 5))?.[0].length ?? 0);
      phrase.items.push(plain(i, end, own(text.slice(i, end)), true));
      i = end;
      continue;
    }
    const word = words.at(text, i, to);
    if (word) {
      flush(i);
      phrase.items.push(meant(i, i + word[0].length, word[0], word[1]));
      i += word[0].length;
      continue;
    }
    if (unknown < 0) unknown = i;
    i++;
  }
  flush(to);
  all.push(phrase);
  // An empty phrase still opens or closes a bracket, or begins the next part.
  return joinOrgans(all).filter((each) => each.items.length > 0 || '(;)'.includes(each.before || ' '));
}

/** The name of a document: it narrows nothing. */
const TITLE: Meaning = { families: [], timed: [], acts: new Set(), kinds: BITS.fill };

function dateOrYear(text: string, at: number, to: number, phrase: Phrase): number {
  const rest = text.slice(at, Math.min(to, at + 8));
  const year = /^(?:19|20)\d\d年?/.exec(rest);
  if (year && /年$/.test(year[0])) {
    phrase.items.push({ ...plain(at, at + 5, year[0]), year: Number(rest.slice(0, 4)) });
    return at + 5;
  }
  const date = DATE.exec(rest);
  if (date) {
    const ends = (date[1] === '12' && (date[2] === undefined || date[2] === '31') && date[0].length > 3) || (date[1] === '1' && date[2] === '1');
    phrase.items.push({ ...plain(at, at + date[0].length, date[0]), date: ends ? 'ends' : 'other' });
    return at + date[0].length;
  }
  let end = at;
  while (end < to && text.charAt(end) >= '0' && text.charAt(end) <= '9') end++;
  phrase.items.push(plain(at, end, text.slice(at, end)));
  return end;
}

/** An organ's name may hold a word of the lexicon (`社区服务中心`, `单位管理局`, `市农业农村局`): pieces that only together end as one are one name. */
function joinOrgans(all: Phrase[]): Phrase[] {
  for (const { items } of all) {
    for (let i = 0; i < items.length; i++) {
      const word = items[i];
      if (!word || isNumber(word) || (word.kinds & BITS.others) === 0) continue;
      const before = unnamed(items[i - 1]);
      const behind = unnamed(items[i + 1]);
      const text = `${before?.text ?? ''}${word.text}${behind?.text ?? ''}`;
      if (behind && isOrgan(text)) items.splice(before ? i - 1 : i, before ? 3 : 2, plain(before?.from ?? word.from, behind.to, own(text), true));
      else if (before && isOrgan(before.text + word.text)) items.splice(i - 1, 2, plain(before.from, word.to, own(before.text + word.text), true));
    }
  }
  return all;
}

/** A piece nobody declared, that may be part of a name. */
const unnamed = (item: Word | ProseNumber | undefined): Word | undefined => (item && !isNumber(item) && !item.meaning && item.year === undefined && !item.date ? item : undefined);
