import type { Meaning } from './statements-lexicon';
import type { ProseNumber } from './types';
import type { Words } from './words';

/** A word or a run of characters nobody declared. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly meaning?: Meaning;
  /** A calendar year. */
  readonly year?: number;
  /** A month or day other than the ends of the report year. */
  readonly date?: 'ends' | 'other';
  /** The name of an organ. */
  readonly organ?: true;
}

/** What stands between two separators. */
export interface Phrase {
  /** Separator before it: `` at the start of the sentence, `(` and `)` for brackets. */
  readonly before: string;
  /** Words and numbers in order. */
  readonly items: (Word | ProseNumber)[];
  /** Number of open brackets around it. */
  readonly depth: number;
}

export const isNumber = (item: Word | ProseNumber): item is ProseNumber => 'kind' in item;

const SEPARATORS = new Set([...',;:()[]【】!?']);
const ORGAN = /^[一-鿿]{0,14}(?:局|委|委员会|办公室|政府办|政府|办事处|中心|镇|乡|街道|苏木|县|区|市|旗|州|部门|单位|大队|支队|总队|公司|法院|检察院|研究院|医院|学院|厅|管理处|管理所|派出所|站|学校|村|社区|科室|科|股|集团)$/;
/** An item's marker narrows nothing. */
const MARKER = /^(?:\d{1,2}[.、](?!\d)|[①-⑳]|[一二三四五六七八九十]{1,2}是)/;
const DATE = /^(\d{1,2})月(?:(\d{1,2})日|底|末)?/;

/** Too general to name an organ. */
const GENERAL = /^(?:人民政府|民政府|办公室|公室|委员会|员会|管理局|办事处|事处|服务局|.{0,2})$/;

/** Under what names the reporting organ may stand in its text: 县发展和改革局 for 青禾县发展和改革局. Longest first. */
export const namesOf = (agency: string): string[] => [...agency].map((_, i) => agency.slice(i)).filter((name) => !GENERAL.test(name));

/** Cuts a sentence into phrases and each of them into words. @param numbers those of the sentence, in order. @param names of the reporting organ */
export function phrases(text: string, from: number, to: number, numbers: readonly ProseNumber[], words: Words<Meaning>, names: readonly string[] = []): Phrase[] {
  const all: Phrase[] = [];
  let depth = 0;
  let phrase: Phrase = { before: '', items: [], depth };
  let unknown = -1;
  let next = 0;
  const flush = (at: number): void => {
    if (unknown >= 0) phrase.items.push({ from: unknown, to: at, text: text.slice(unknown, at), ...(ORGAN.test(text.slice(unknown, at)) ? { organ: true as const } : {}) });
    unknown = -1;
  };
  // The names are ends of one name: nearly every place is ruled out by its first character.
  const firsts = names.map((name) => name.charAt(0)).join('');
  let i = from;
  while (i < to) {
    while (next < numbers.length && (numbers[next]?.from ?? 0) < i) next++;
    const number = numbers[next];
    const c = text.charAt(i);
    if (number?.from === i && (number.kind === 'count' || number.kind === 'rate' || number.kind === 'bare')) {
      flush(i);
      phrase.items.push(number);
      i = Math.max(number.to, i + 1);
      continue;
    }
    if (phrase.items.length === 0 && unknown < 0) {
      const marker = MARKER.exec(text.slice(i, Math.min(to, i + 4)));
      if (marker) {
        i += marker[0].length;
        continue;
      }
    }
    if (c >= '0' && c <= '9') {
      flush(i);
      i = dateOrYear(text, i, to, phrase);
      continue;
    }
    if (SEPARATORS.has(c)) {
      flush(i);
      const open = '([【'.includes(c);
      if (')]】'.includes(c)) depth = Math.max(0, depth - 1);
      all.push(phrase);
      if (open) depth++;
      phrase = { before: open ? '(' : ')]】'.includes(c) ? ')' : c, items: [], depth };
      i++;
      continue;
    }
    if (c === '《') {
      const close = text.indexOf('》', i);
      if (close > i && close < to) {
        flush(i);
        phrase.items.push({ from: i, to: close + 1, text: '《》', meaning: TITLE });
        i = close + 1;
        continue;
      }
    }
    const name = unknown < 0 && firsts.includes(c) ? names.find((each) => text.startsWith(each, i)) : undefined;
    if (name) {
      const end = i + name.length + (/^(?:人民政府|政府(?!办|信)|办事处)/.exec(text.slice(i + name.length, i + name.length + 5))?.[0].length ?? 0);
      phrase.items.push({ from: i, to: end, text: text.slice(i, end), organ: true });
      i = end;
      continue;
    }
    const word = words.at(text, i, to);
    if (word) {
      flush(i);
      phrase.items.push({ from: i, to: i + word[0].length, text: word[0], meaning: word[1] });
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
const TITLE: Meaning = { families: [], timed: [], acts: new Set(), kinds: new Set(['fill']) };

function dateOrYear(text: string, at: number, to: number, phrase: Phrase): number {
  const rest = text.slice(at, Math.min(to, at + 8));
  const year = /^(?:19|20)\d\d年?/.exec(rest);
  if (year && /年$/.test(year[0])) {
    phrase.items.push({ from: at, to: at + 5, text: year[0], year: Number(rest.slice(0, 4)) });
    return at + 5;
  }
  const date = DATE.exec(rest);
  if (date) {
    const ends = (date[1] === '12' && (date[2] === undefined || date[2] === '31') && date[0].length > 3) || (date[1] === '1' && date[2] === '1');
    phrase.items.push({ from: at, to: at + date[0].length, text: date[0], date: ends ? 'ends' : 'other' });
    return at + date[0].length;
  }
  let end = at;
  while (end < to && text.charAt(end) >= '0' && text.charAt(end) <= '9') end++;
  phrase.items.push({ from: at, to: end, text: text.slice(at, end) });
  return end;
}

/** An organ's name may hold a word of the lexicon (`社区服务中心`, `单位管理局`, `市农业农村局`): pieces that only together end as one are one name. */
function joinOrgans(all: Phrase[]): Phrase[] {
  for (const { items } of all) {
    for (let i = 0; i < items.length; i++) {
      const word = items[i];
      if (!word || isNumber(word) || word.meaning?.kinds.has('others') !== true) continue;
      const before = unnamed(items[i - 1]);
      const behind = unnamed(items[i + 1]);
      const text = `${before?.text ?? ''}${word.text}${behind?.text ?? ''}`;
      if (behind && ORGAN.test(text)) items.splice(before ? i - 1 : i, before ? 3 : 2, { from: before?.from ?? word.from, to: behind.to, text, organ: true });
      else if (before && ORGAN.test(before.text + word.text)) items.splice(i - 1, 2, { from: before.from, to: word.to, text: before.text + word.text, organ: true });
    }
  }
  return all;
}

/** A piece nobody declared, that may be part of a name. */
const unnamed = (item: Word | ProseNumber | undefined): Word | undefined => (item && !isNumber(item) && !item.meaning && item.year === undefined && !item.date ? item : undefined);
