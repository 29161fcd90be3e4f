import { isNumber, type Phrase, type Word } from './statements-phrases';
import { isKind } from './statements-view';
import { BITS, bitsOf } from './statements-words';
import type { LimitReading } from './types';

/** What the sentence said before the phrase and still holds in it. */
export interface Surroundings {
  readonly limits: readonly LimitReading[];
  /** Words of the phrases that lead to this one without a number. */
  readonly lead: readonly Word[];
  readonly year?: number;
  /** A year this phrase itself begins with. */
  readonly phraseYear?: number;
  readonly thisYear: boolean;
  /** The sentence says which year it speaks of, this one included. */
  readonly dated: boolean;
  readonly otherYears: readonly number[];
  /** Publishing is spoken of: in this phrase or the one that leads to it (`near`), or before. */
  readonly publish?: 'near' | 'before';
}

/** What a phrase says by itself. Every phrase behind it asks, so that it is looked at once. */
interface Facts {
  readonly words: readonly Word[];
  readonly kinds: number;
  readonly counts: boolean;
  readonly compares: boolean;
  /** The first word that is neither a year nor a mere filler. */
  readonly start: number;
  readonly dated: boolean;
  /** A year is named. */
  readonly hasYears: boolean;
}

const SINCE = /目前|至今|迄今|以来|现已|当前|现在|发稿|施行|历史/;
const THIS_YEAR = /^年(?:度)?内$/;

function lookAt({ items }: Phrase): Facts {
  const words: Word[] = [];
  let kinds = 0;
  let counts = false;
  let hasYears = false;
  let start = -1;
  for (const item of items) {
    if (isNumber(item)) {
      if (item.kind === 'count') counts = true;
      continue;
    }
    if (item.year !== undefined) hasYears = true;
    else if (start < 0 && (item.kinds & (BITS.fill | BITS.thisYear)) === 0) start = words.length;
    kinds |= item.kinds;
    words.push(item);
  }
  const dated = hasYears || (kinds & BITS.thisYear) !== 0 || words.some((word) => word.text.startsWith('年') && THIS_YEAR.test(word.text));
  return { words, kinds, counts, compares: (kinds & BITS.compare) !== 0, start, dated, hasYears };
}

/** 全年 does not move the year that is spoken of. */
const saysThisYear = (word: Word): boolean => (word.kinds & BITS.thisYear) !== 0 && !word.text.startsWith('全年');

const SUBJECT = bitsOf(['own', 'territory', 'others']);

/** Follows a sentence from phrase to phrase: what it has said so far. */
export class Follower {
  private next = 0;
  /** The year that was said last; `undefined` also where it was taken back. */
  private year: number | undefined;
  private yearSaid = false;
  private dated = false;
  private subject: LimitReading | undefined;
  private past: LimitReading | undefined;
  private lasting = new Map<string, LimitReading>();
  private lead: Word[] = [];
  /** The last phrase that spoke of publishing, and whether it counted something. */
  private publish: { readonly at: number; readonly counts: boolean } | undefined;
  private readonly facts: Facts[] = [];

  constructor(private readonly all: readonly Phrase[]) {}

  private factsOf(at: number): Facts {
    return (this.facts[at] ??= lookAt(this.all[at] ?? NO_PHRASE));
  }

  /** Whether the phrase speaks of the report's own year. */
  thisYear(at: number): boolean {
    return this.factsOf(at).words.some(saysThisYear);
  }

  /** What holds in the phrase at `at`; ask in the order of the phrases. @param leadYear the year the paragraph speaks of */
  at(at: number, leadYear: number | undefined): Surroundings {
    while (this.next < at) this.pass(this.next++);
    const phrase = this.all[at] ?? NO_PHRASE;
    // Behind a semicolon another begins.
    const anew = phrase.before === ';' && at > 0;
    const facts = this.factsOf(at);
    const { words, kinds } = facts;
    let year = this.yearSaid ? this.year : leadYear;
    let past = anew ? undefined : this.past;
    let subject = anew ? undefined : this.subject;
    let phraseYear: number | undefined;
    let thisYear = false;
    const otherYears: number[] = [];
    if (facts.hasYears || kinds & BITS.thisYear) {
      for (const [i, word] of words.entries()) {
        if (word.year !== undefined && !belongsToCarry(words, i)) {
          if (!facts.compares && i < OPENING) {
            const before = words.find((each, k) => k < OPENING && each.year !== undefined)?.year;
            if (before !== undefined && before !== word.year) otherYears.push(before);
            year = phraseYear = word.year;
            past = undefined;
          } else otherYears.push(word.year);
        }
        if (saysThisYear(word)) {
          year = past = undefined;
          thisYear = true;
        }
      }
    }
    const publish = kinds & BITS.publish && words.some((word) => word.kinds & BITS.publish && word.meaning?.families.length === 0) ? 'near' : this.publish && (this.publish.at === at - 1 && !this.publish.counts ? 'near' : 'before');
    if (subject && words.some((word) => word.organ || (word.kinds & SUBJECT) !== 0)) subject = undefined;
    const limits = [...(subject ? [subject] : []), ...(past ? [past] : []), ...(anew ? [] : this.lasting.values())];
    return { limits, lead: anew ? [] : this.lead, ...(year === undefined ? {} : { year }), ...(phraseYear === undefined ? {} : { phraseYear }), thisYear, dated: this.dated || facts.dated || leadYear !== undefined, otherYears, ...(publish ? { publish } : {}) };
  }

  /** Takes in a phrase that is behind. */
  private pass(at: number): void {
    const phrase = this.all[at] ?? NO_PHRASE;
    if (phrase.before === ';' && at > 0) {
      this.subject = this.past = undefined;
      this.lasting = new Map();
      this.lead = [];
    }
    const { words, kinds, counts, compares, start, dated, hasYears } = this.factsOf(at);
    if (dated) this.dated = true;
    if (hasYears || kinds & BITS.thisYear) {
      for (const [i, word] of words.entries()) {
        if (word.year !== undefined && !compares && i < OPENING && !belongsToCarry(words, i)) {
          this.year = word.year;
          this.yearSaid = true;
          this.past = undefined;
        }
        if (saysThisYear(word)) {
          this.year = this.past = undefined;
          this.yearSaid = true;
        }
      }
      // 2019年至2024年: over years.
      if (hasYears && new Set(words.flatMap((word) => word.year ?? [])).size > 1) this.lasting.set('years', { kind: 'since', word: '' });
    }
    const first = words[Math.max(0, start)];
    if (first && !isAdverbial(words)) {
      if (first.organ) this.subject = { kind: 'organ', word: first.text };
      else if (first.kinds & BITS.own) this.subject = { kind: 'own', word: first.text };
      else if (first.kinds & BITS.territory) this.subject = { kind: 'territory', word: first.text };
      else if (first.kinds & BITS.others) this.subject = { kind: 'others', word: first.text };
      else if (first.kinds & (BITS.plan | BITS.part)) this.lasting.set('part', { kind: 'subset', word: first.text });
    }
    if (words.length <= 4 && words.some((word) => word.date === 'other')) this.lasting.set('date', { kind: 'subset', word: '' });
    if (!compares && kinds & BITS.past && words.length <= 8 && words.some((word) => word.kinds & BITS.past && word.meaning?.families.length === 0)) this.past = { kind: 'past', word: '' };
    // 2024年以来 is about the year the sentence names.
    const since = kinds & BITS.since && !(kinds & BITS.thisYear) ? words.find((word, i) => word.kinds & BITS.since && words[i - 1]?.year === undefined && SINCE.test(word.text)) : undefined;
    if (since) this.lasting.set('since', { kind: 'since', word: since.text });
    if (kinds & BITS.publish && words.some((word) => word.kinds & BITS.publish && word.meaning?.object === undefined)) this.publish = { at, counts };
    if (counts) this.lead = [];
    else if (words.every((word) => word.meaning !== undefined || word.year !== undefined || word.organ) || isKind(words[0], 'preposition')) this.lead = [...this.lead, ...words];
  }
}

/** A year among the first words of a phrase is the one it speaks of. */
const OPENING = 3;
const NO_PHRASE: Phrase = { before: '', items: [], depth: 0 };

/** 按照 …, 在 … 下, 根据 …: who is named there is not who acts. */
function isAdverbial(words: readonly Word[]): boolean {
  const first = words.find((word) => word.year === undefined && !isKind(word, 'thisYear'));
  return first !== undefined && (/^(?:按|根据|依据|依照|遵照|在|对|由|经|向|为|严格按照|围绕|落实|贯彻|认真贯彻|认真落实|严格落实)/.test(first.text) || isKind(first, 'preposition'));
}

function belongsToCarry(words: readonly Word[], i: number): boolean {
  const near = [words[i - 1], words[i + 1], isKind(words[i + 1], 'fill') ? words[i + 2] : undefined];
  return near.some((word, side) => word?.meaning?.timed.some(({ timed }) => (timed?.side === 'to') === (side === 0)) ?? false);
}

const GENERIC_CHANNEL = /^(?:渠道|途径|方式|形式)$/;

/** One way in only; several with 等, or all of them, are no limit. */
export function channelLimit(words: readonly Word[]): LimitReading | undefined {
  const channels = words.filter((word) => isKind(word, 'channel') && !GENERIC_CHANNEL.test(word.text) && word.meaning?.families.length === 0);
  const [first] = channels;
  if (!first || words.some((word) => isKind(word, 'channels'))) return undefined;
  if (channels.length > 1 && words.some((word) => word.text === '等')) return undefined;
  return { kind: 'channel', word: first.text };
}
