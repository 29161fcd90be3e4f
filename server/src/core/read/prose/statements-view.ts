import type { StatementDeclaration, StatementObject } from '../../format/statements';
import type { Word } from './statements-phrases';
import type { WordKind } from './statements-words';
import type { LimitReading } from './types';

export const isKind = (word: Word | undefined, kind: WordKind): boolean => word?.meaning?.kinds.has(kind) ?? false;

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

export function view(words: readonly Word[]): View {
  const labels: LabelView[] = [];
  const nouns: { word: Word; object: StatementObject }[] = [];
  const limits: LimitReading[] = [];
  const objects = new Set(words.flatMap((word) => word.meaning?.object ?? []));
  let unknown = false;
  let acted = false;
  let other = false;
  const used = new Set<Word>();
  words.forEach((word, index) => {
    const { meaning } = word;
    if (used.has(word)) return;
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
      if ([...meaning.acts].some((act) => objects.has(act))) acted = true;
      return;
    }
    if (meaning.acts.size > 0 && [...meaning.acts].some((act) => objects.has(act))) {
      acted = true;
      return;
    }
    if (meaning.kinds.has('own')) limits.push({ kind: 'own', word: word.text });
    if (NEUTRAL.some((kind) => meaning.kinds.has(kind))) return;
    if (meaning.kinds.has('territory')) limits.push({ kind: 'territory', word: word.text });
    else if (meaning.kinds.has('others') || meaning.kinds.has('assist')) limits.push({ kind: 'others', word: word.text });
    else if (meaning.kinds.has('past')) limits.push({ kind: 'past', word: word.text });
    else if (meaning.kinds.has('since') && words[index - 1]?.year !== undefined && /以来$/.test(word.text)) return;
    else if (meaning.kinds.has('since')) limits.push({ kind: 'since', word: word.text });
    else if (meaning.kinds.size > 0) {
      if (meaning.kinds.has('other')) other = true;
      limits.push({ kind: 'subset', word: word.text });
    } else unknown = true;
  });
  const has = (kind: WordKind): boolean => words.some((word) => isKind(word, kind) && !labels.some((label) => label.word === word));
  return { words, labels, nouns, limits, unknown, acted, other, negation: has('negation'), each: has('each'), respectively: has('respectively'), opener: has('opener'), onTime: has('onTime'), disclosure: has('disclosure') || objects.has('requests'), stuff: has('stuff') };
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
