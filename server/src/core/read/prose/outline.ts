import { doubledNames, joinedNames, partEnds } from '../../format/outline';
import type { FormatDeclaration } from '../../format/types';
import { numeralValue } from '../numerals';
import { placesOf } from './places';
import type { ProseReading } from './types';

/** A stated number of parts with the parts listed beside it. Offsets are those of the joined text. */
export interface OutlineReading {
  /** The numeral alone. */
  readonly from: number;
  readonly to: number;
  readonly stated: number;
  readonly items: readonly string[];
  /** Items that are declared sections or topics. */
  readonly known: number;
  /** Number of parts when names that read like two are counted so. */
  readonly most: number;
  /** Of the items, so many may belong to the one before them (joined by 和, 与, 及). */
  readonly joined: number;
  /** 等 stands before the number: more may exist than are named. */
  readonly open: boolean;
}

/** No sentence states more numbers of parts, no list of parts is longer. */
const MOST = 6;
const LONGEST = 500;

const STATED = /(等)?(?:共|这|以上|上述|总共|共计|合计)?([一二三四五六七八九十]{1,2}|\d{1,2})个?大?(?:部分|方面|章节|板块)/g;
const COUNTED = /[一二三四五六七八九十\d]个?大?(?:部分|方面|章节|板块)/g;
/** Where the list of parts begins. */
const BEGINS = /(?:主要由|由|主要包括|具体包括|包括|包含|涵盖|内容为|内容有|分为|划分为|从|分别为|分别是|即|如下|组成|构成|[::])(?!其他|于)[::,]?/g;
const BRACKETED = /\([^()]{0,60}\)/g;
const SEPARATORS = /[、,;:]/;

/** Reads “…、…、… 等六个部分” and “由六部分组成：…、…”. */
export function readOutlines(prose: ProseReading, format: FormatDeclaration): OutlineReading[] {
  const found: OutlineReading[] = [];
  const counted = placesOf(prose.text, COUNTED);
  let next = 0;
  for (const { from, to } of prose.sentences) {
    // Few sentences count parts.
    while (next < counted.length && (counted[next] ?? 0) < from) next++;
    if ((counted[next] ?? Infinity) >= to) continue;
    const sentence = prose.text.slice(from, to);
    let seen = 0;
    for (const match of sentence.matchAll(STATED)) {
      if (++seen > MOST) break;
      const numeral = match[2] ?? '';
      const stated = numeralValue(numeral);
      if (stated === undefined || stated < 2) continue;
      const at = match.index + match[0].indexOf(numeral, (match[1] ?? '').length);
      if (/[第前后另其首之]/.test(sentence.charAt(at - 1))) continue;
      const names = namesOf(format);
      const before = listBefore(sentence.slice(Math.max(0, match.index - LONGEST), match.index), names);
      const after = sentence.slice(match.index + match[0].length);
      const list = before ?? listAfter(after.slice(0, LONGEST), names);
      if (list) found.push({ from: from + at, to: from + at + numeral.length, stated, ...list, open: before !== undefined && match[1] !== undefined });
    }
  }
  return found;
}

interface Items {
  readonly items: readonly string[];
  readonly known: number;
  readonly joined: number;
  readonly most: number;
}

const known = new WeakMap<FormatDeclaration, readonly string[]>();

/** All wordings of sections and topics, longest first. */
function namesOf(format: FormatDeclaration): readonly string[] {
  let all = known.get(format);
  if (!all) known.set(format, (all = collect(format)));
  return all;
}

function collect(format: FormatDeclaration): string[] {
  const names = new Set<string>();
  for (const section of format.sections) {
    for (const name of [section.title, ...section.accepted, ...section.nonStandard]) names.add(name);
    for (const topic of section.topics ?? []) for (const name of [topic.title, ...topic.accepted]) names.add(name);
  }
  return [...names].filter((name) => name.length > 3).sort((a, b) => b.length - a.length);
}

function listBefore(words: string, names: readonly string[]): Items | undefined {
  if (itemsOf(words, names).known < 3) return undefined;
  let start = -1;
  // The list begins behind the last word that opens one and still has several items behind it.
  for (const match of words.matchAll(BEGINS)) {
    const behind = match.index + match[0].length;
    if (start < 0 || itemsOf(words.slice(behind), names).known >= 3) start = behind;
  }
  if (start < 0) return undefined;
  return complete(itemsOf(words.slice(start).replace(/[,、]$/, ''), names));
}

/** @param rest to the sentence's end: items on lines of their own are not read. */
function listAfter(rest: string, names: readonly string[]): Items | undefined {
  const opener = /^(?:的?内容)?(?:组成|构成|内容)?[,:]?(?:分别为|分别是|具体为|具体包括|包括|即|依次为|一是|为|:)[::]?/.exec(rest);
  if (!opener) return undefined;
  const list = rest.slice(opener[0].length);
  return complete(itemsOf(list, names));
}

/** A list with an item nobody can tell from other words is not counted. */
const complete = (list: Items): Items | undefined => (list.known >= 3 && list.items.every((item) => item === '' || item.length <= 26) && list.items.every(looksLikePart) ? list : undefined);

const looksLikePart = (item: string): boolean => item === '' || partEnds.test(item);

/** Cuts a list into its parts. Names that hold separators themselves (行政复议、行政诉讼) are one part. */
function itemsOf(list: string, names: readonly string[]): Items {
  let text = list.replace(BRACKETED, '').replace(/["“”‘’]/g, '');
  let known = 0;
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) text = `${text.slice(0, at)}${KNOWN}${text.slice(at + name.length)}`;
  }
  for (const pattern of joinedNames) text = text.replace(pattern, KNOWN);
  const items: string[] = [];
  let joined = 0;
  let adjacent = 0;
  for (const chunk of text.split(SEPARATORS)) {
    const pieces = chunk.split(JOINERS).map(clean).filter((item) => item !== '');
    for (const [i, item] of pieces.entries()) {
      const isKnown = item.includes(KNOWN);
      if (isKnown) known++;
      items.push(isKnown ? '' : item);
      // 改进情况其他需要报告的事项: the sign between two names was lost, unless they are one.
      adjacent += [...item.matchAll(ADJACENT)].length;
      // 需要说明的事项与附表 may be one part or two; two sections are two.
      if (i > 0 && !(isKnown && pieces[i - 1]?.includes(KNOWN))) joined++;
    }
  }
  return { items, known, joined, most: items.length + adjacent + (doubledNames.test(list) ? 1 : 0) };
}

const clean = (piece: string): string => piece.replace(/^(?:以及|和|及|与|还有|还包括)/, '').replace(/^(?:[((]?[一二三四五六七八九十\d]{1,2}[))]|[一二三四五六七八九十]是?|\d[.]?)/, '').trim();

const KNOWN = '\u0001';
const ADJACENT = new RegExp(`${KNOWN}(?=${KNOWN})`, 'g');
const JOINERS = new RegExp(`(?<=${KNOWN}|情况|事项)(?:以及|和|及|与|并|还有)`);
