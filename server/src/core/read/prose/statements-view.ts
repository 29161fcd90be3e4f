import type { StatementDeclaration, StatementObject } from '../../format/statements';
import type { Meaning } from './statements-lexicon';
import type { Word } from './statements-phrases';
import { BITS, bitsOf, type WordKind } from './statements-words';
import type { LimitReading } from './types';

export const isKind = (word: Word | undefined, kind: WordKind): boolean => word !== undefined && (word.kinds & BITS[kind]) !== 0;

/** The kinds of all words together. */
export const kindsOf = (words: readonly Word[]): number => words.reduce((kinds, word) => kinds | word.kinds, 0);

export interface LabelView {
  readonly word: Word;
  readonly index: number;
  readonly families: readonly StatementDeclaration[];
  /** The year it was carried from or to. */
  readonly year?: number;
}

/** What the words on one side of a number say. */
export interface View {
  readonly words: readonly Word[];
  readonly labels: readonly LabelView[];
  readonly nouns: readonly { readonly word: Word; readonly object: StatementObject }[];
  readonly limits: readonly LimitReading[];
  readonly unknown: boolean;
  readonly negation: boolean;
  readonly each: boolean;
  readonly respectively: boolean;
  readonly opener: boolean;
  readonly onTime: boolean;
  readonly disclosure: boolean;
  readonly stuff: boolean;
  /** A thing of another kind is spoken of. */
  readonly other: boolean;
  /** It is said that something was done (办理, 作出), not only what. */
  readonly acted: boolean;
}

/** Words of these kinds narrow nothing by themselves. */
export const NEUTRAL: readonly WordKind[] = ['fill', 'stuff', 'joiner', 'applicants', 'each', 'respectively', 'opener', 'own', 'all', 'onTime', 'cause', 'disclosure', 'thisYear', 'preposition', 'channels', 'channel', 'cumulative', 'rate', 'negation'];

const NEUTRAL_BITS = bitsOf(NEUTRAL);
const NOBODY: ReadonlySet<StatementObject> = new Set();

export function view(words: readonly Word[]): View {
  const labels: LabelView[] = [];
  const nouns: { word: Word; object: StatementObject }[] = [];
  const limits: LimitReading[] = [];
  let objects = NOBODY;
  for (const { meaning } of words) if (meaning?.object !== undefined && !objects.has(meaning.object)) objects = new Set([...objects, meaning.object]);
  let unknown = false;
  let acted = false;
  let other = false;
  const used = new Set<Word>();
  words.forEach((word, index) => {
    const { meaning, kinds } = word;
    if (used.size > 0 && used.has(word)) return;
    if (word.organ) return void limits.push({ kind: 'organ', word: word.text });
    if (word.year !== undefined) {
      // Told of the surroundings; before or behind 结转 it belongs to that word.
      return;
    }
    if (word.date === 'ends') return;
    if (word.date === 'other') return void limits.push({ kind: 'subset', word: word.text });
    if (!meaning) {
      unknown = true;
      return;
    }
    if (meaning.object !== undefined && meaning.families.length === 0) return void nouns.push({ word, object: meaning.object });
    if (meaning.object !== undefined) nouns.push({ word, object: meaning.object });
    const timed = timedLabel(words, index, used);
    if (timed) return void labels.push(timed);
    if (meaning.families.length > 0) {
      labels.push({ word, index, families: meaning.families });
      if (actsOn(meaning, objects)) acted = true;
      return;
    }
    if (actsOn(meaning, objects)) {
      acted = true;
      return;
    }
    if (kinds & BITS.own) limits.push({ kind: 'own', word: word.text });
    if (kinds & NEUTRAL_BITS) return;
    if (kinds & BITS.territory) limits.push({ kind: 'territory', word: word.text });
    else if (kinds & (BITS.others | BITS.assist)) limits.push({ kind: 'others', word: word.text });
    else if (kinds & BITS.past) limits.push({ kind: 'past', word: word.text });
    else if (kinds & BITS.since && words[index - 1]?.year !== undefined && /以来$/.test(word.text)) return;
    else if (kinds & BITS.since) limits.push({ kind: 'since', word: word.text });
    else if (kinds !== 0) {
      if (kinds & BITS.other) other = true;
      limits.push({ kind: 'subset', word: word.text });
    } else unknown = true;
  });
  // What is said by a label is no word beside it.
  let kinds = 0;
  for (const word of words) if (word.kinds !== 0 && !labels.some((label) => label.word === word)) kinds |= word.kinds;
  const has = (kind: WordKind): boolean => (kinds & BITS[kind]) !== 0;
  return { words, labels, nouns, limits, unknown, acted, other, negation: has('negation'), each: has('each'), respectively: has('respectively'), opener: has('opener'), onTime: has('onTime'), disclosure: has('disclosure') || objects.has('requests'), stuff: has('stuff') };
}

function actsOn({ acts }: Meaning, objects: ReadonlySet<StatementObject>): boolean {
  if (acts.size > 0 && objects.size > 0) for (const act of acts) if (objects.has(act)) return true;
  return false;
}

/** 2023年结转, 上年 … 结转, 转入2025年: the year makes the word whole. */
function timedLabel(words: readonly Word[], index: number, used: Set<Word>): LabelView | undefined {
  const word = words[index] as Word;
  const timed = word.meaning?.timed ?? [];
  if (timed.length === 0) return undefined;
  const before = isKind(words[index - 1], 'fill') && words[index - 1]?.text.startsWith('年') ? words[index - 2] : words[index - 1];
  const behind = words[index + 1];
  const from = timed.find(({ timed: each }) => each?.side === 'from');
  const to = timed.find(({ timed: each }) => each?.side === 'to');
  if (to && behind?.year !== undefined) {
    used.add(behind);
    return { word, index, families: [to], year: behind.year };
  }
  if (from && before && (before.year !== undefined || isKind(before, 'past'))) return { word, index, families: [from], ...(before.year === undefined ? {} : { year: before.year }) };
  if (to && behind && isKind(behind, 'plan') && /年/.test(behind.text)) {
    used.add(behind);
    return { word, index, families: [to] };
  }
  return undefined;
}

/** Limits that narrow or move what is counted; naming the organ itself does not. */
export const narrowing = (limits: readonly LimitReading[]): LimitReading[] => limits.filter(({ kind }) => kind !== 'own');
