import { numberEndings } from '../../format/documents';
import type { ProseReading } from './types';

/** A document number in running text: `国办公开办函〔2021〕30号`. Offsets are those of the joined text. */
export interface DocumentNumber {
  readonly from: number;
  readonly to: number;
  /** The letters before the year. */
  readonly series: string;
  readonly open: string;
  readonly close: string;
  readonly year: number;
  readonly number: number;
  /** The title in 《》 it stands directly behind or before; empty when none does. */
  readonly title: string;
}

/** A decree of the State Council: `国务院令第711号`. */
export interface DecreeNumber {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly number: number;
  readonly title: string;
}

const NUMBER = new RegExp(`([\\u4e00-\\u9fa5]{1,16}[${numberEndings}])([〔\\[【(])(20\\d\\d|19\\d\\d)年?([〕\\]】)])第?(\\d{1,4})号`);
const LONGEST_WORDS = 17;
/** Where such a number may have its year: the pattern itself would look back from every character. */
const YEAR_IN_BRACKETS = /[〔[【(](?:20|19)\d\d/g;
const DECREE = /(中华人民共和国国务院令?|国务院令?|国令)(?:第(\d{1,4})[号条]令?|(\d{1,4})号令?)/g;
/** What may stand between a title and its number, the number behind. */
const BEHIND_TITLE = /^(?:的)?(?:通知|公告|文件)?\(?(?:以下简称[^()]{1,20}[,;])?$/;

/** Every document number in the text, with the title next to it. Numbers torn by a conversion do not match. */
export function readDocumentNumbers({ text }: ProseReading): DocumentNumber[] {
  const found: DocumentNumber[] = [];
  let behind = 0;
  for (const { index } of text.matchAll(YEAR_IN_BRACKETS)) {
    const start = Math.max(behind, index - LONGEST_WORDS);
    const match = NUMBER.exec(text.slice(start, index + 16));
    if (!match) continue;
    const [whole, words = '', open = '', year, close = '', number] = match;
    const series = seriesIn(words);
    const from = start + match.index + words.length - series.length;
    const to = start + match.index + whole.length;
    behind = to;
    found.push({ from, to, series, open, close, year: Number(year), number: Number(number), title: titleAt(text, from, to) });
  }
  return found;
}

export function readDecrees({ text }: ProseReading): DecreeNumber[] {
  const found: DecreeNumber[] = [];
  if (!text.includes('国务院') && !text.includes('国令')) return found;
  for (const match of text.matchAll(DECREE)) {
    const [words] = match;
    // 国务院第711号令 has its 令 behind; 国务院711号文 is none.
    if (!words.includes('令')) continue;
    const to = match.index + words.length;
    found.push({ from: match.index, to, words, number: Number(match[2] ?? match[3]), title: titleAt(text, match.index, to) });
  }
  return found;
}

/** The letters of the number without the words of the sentence before them (`根据国办发` → `国办发`). */
function seriesIn(words: string): string {
  const at = words.lastIndexOf('国办');
  if (at >= 0) return words.slice(at);
  const cut = /^.*(?:根据|按照|依据|印发|通知|要求|落实|贯彻|精神|执行|文件|和|及|与|的|对照|参照)/.exec(words);
  return cut && cut[0].length < words.length - 1 ? words.slice(cut[0].length) : words;
}

/** The title in 《》 that ends directly before `from`, or begins directly behind `to`. */
function titleAt(text: string, from: number, to: number): string {
  const start = Math.max(0, from - 40);
  const close = start + text.slice(start, from).lastIndexOf('》');
  if (close >= start && BEHIND_TITLE.test(text.slice(close + 1, from))) {
    const open = openingOf(text, close);
    if (open >= 0) return text.slice(open + 1, close);
  }
  const behind = /^[)文件]{0,3}《([^》]{1,120})》/.exec(text.slice(to, to + 130));
  if (behind?.[1] !== undefined) return behind[1];
  return '';
}

function openingOf(text: string, close: number): number {
  let depth = 0;
  for (let i = close; i >= 0 && i > close - 140; i--) {
    const c = text.charAt(i);
    if (c === '》') depth++;
    else if (c === '《' && --depth === 0) return i;
    else if (c === '\n') return -1;
  }
  return -1;
}
