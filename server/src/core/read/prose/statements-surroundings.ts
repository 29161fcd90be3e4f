import { isNumber, type Phrase, type Word } from './statements-phrases';
import { isKind } from './statements-view';
import type { WordKind } from './statements-words';
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

const SUBJECT: readonly WordKind[] = ['own', 'territory', 'others'];

/** What a phrase says by itself. Every phrase behind it asks, so that it is looked at once. */
interface Facts {
  readonly words: readonly Word[];
  readonly counts: boolean;
  readonly compares: boolean;
  /** The first word that is neither a year nor a mere filler. */
  readonly start: number;
  readonly opening: readonly Word[];
  readonly dated: boolean;
  readonly severalYears: boolean;
  readonly adverbial: boolean;
  readonly otherDate: boolean;
  readonly past: boolean;
  readonly since: Word | undefined;
  readonly publish: boolean;
  readonly leads: boolean;
}

const known = new WeakMap<readonly Phrase[], readonly Facts[]>();

function factsOf(all: readonly Phrase[]): readonly Facts[] {
  let facts = known.get(all);
  if (!facts) known.set(all, (facts = all.map(lookAt)));
  return facts;
}

function lookAt(phrase: Phrase): Facts {
  const words = phrase.items.filter((item): item is Word => !isNumber(item));
  const since = words.find((word, i) => isKind(word, 'since') && words[i - 1]?.year === undefined && /目前|至今|迄今|以来|现已|当前|现在|发稿|施行|历史/.test(word.text));
  return {
    words,
    counts: phrase.items.some((item) => isNumber(item) && item.kind === 'count'),
    compares: words.some((word) => isKind(word, 'compare')),
    start: words.findIndex((word) => !isKind(word, 'fill') && word.year === undefined && !isKind(word, 'thisYear')),
    opening: words.slice(0, 3),
    dated: words.some((word) => word.year !== undefined || isKind(word, 'thisYear') || /^年(?:度)?内$/.test(word.text)),
    severalYears: new Set(words.flatMap((word) => word.year ?? [])).size > 1,
    adverbial: isAdverbial(words),
    otherDate: words.length <= 4 && words.some((word) => word.date === 'other'),
    past: words.length <= 8 && words.some((word) => isKind(word, 'past') && word.meaning?.families.length === 0),
    since: since && !words.some((word) => isKind(word, 'thisYear')) ? since : undefined,
    publish: words.some((word) => isKind(word, 'publish') && word.meaning?.object === undefined),
    leads: words.every((word) => word.meaning || word.year !== undefined || word.organ) || isKind(words[0], 'preposition'),
  };
}

export function surroundings(all: readonly Phrase[], at: number, leadYear: number | undefined): Surroundings {
  const every = factsOf(all);
  let year = leadYear;
  let thisYear = false;
  let dated = leadYear !== undefined;
  let subject: LimitReading | undefined;
  let past: LimitReading | undefined;
  const lasting = new Map<string, LimitReading>();
  const lead: Word[] = [];
  let publish: Surroundings['publish'];
  const otherYears: number[] = [];
  let phraseYear: number | undefined;
  for (let p = 0; p <= at; p++) {
    const phrase = all[p];
    if (!phrase) break;
    const current = p === at;
    if (phrase.before === ';' && p > 0) {
      subject = past = undefined;
      lasting.clear();
      lead.length = 0;
    }
    const facts = every[p];
    if (!facts) break;
    const { words, counts, compares, start, opening, adverbial, since } = facts;
    if (facts.dated) dated = true;
    for (const [i, word] of words.entries()) {
      if (word.year !== undefined && !belongsToCarry(words, i)) {
        if (!compares && opening.includes(word)) {
          const before = opening.find((each) => each.year !== undefined)?.year;
          if (current && before !== undefined && before !== word.year) otherYears.push(before);
          year = word.year;
          past = undefined;
          if (current) phraseYear = word.year;
        } else if (current) otherYears.push(word.year);
      }
      if (isKind(word, 'thisYear') && !/^全年/.test(word.text)) {
        year = undefined;
        past = undefined;
        if (current) thisYear = true;
      }
    }
    if (current) {
      if (words.some((word) => isKind(word, 'publish') && word.meaning?.families.length === 0)) publish = 'near';
      if (subject && words.some((word) => word.organ === true || SUBJECT.some((kind) => isKind(word, kind)))) subject = undefined;
      break;
    }
    // 2019年至2024年: over years.
    if (facts.severalYears) lasting.set('years', { kind: 'since', word: '' });
    const first = words[Math.max(0, start)];
    if (first && !adverbial) {
      if (first.organ) subject = { kind: 'organ', word: first.text };
      else if (isKind(first, 'own')) subject = { kind: 'own', word: first.text };
      else if (isKind(first, 'territory')) subject = { kind: 'territory', word: first.text };
      else if (isKind(first, 'others')) subject = { kind: 'others', word: first.text };
      else if (isKind(first, 'plan') || isKind(first, 'part')) lasting.set('part', { kind: 'subset', word: first.text });
    }
    if (facts.otherDate) lasting.set('date', { kind: 'subset', word: '' });
    if (!compares && facts.past) past = { kind: 'past', word: '' };
    // 2024年以来 is about the year the sentence names.
    if (since) lasting.set('since', { kind: 'since', word: since.text });
    if (facts.publish) publish = p === at - 1 && !counts ? 'near' : 'before';
    if (counts) lead.length = 0;
    else if (facts.leads) lead.push(...words);
  }
  const limits = [...(subject ? [subject] : []), ...(past ? [past] : []), ...lasting.values()];
  return { limits, lead, ...(year === undefined ? {} : { year }), ...(phraseYear === undefined ? {} : { phraseYear }), thisYear, dated, otherYears, ...(publish ? { publish } : {}) };
}

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
