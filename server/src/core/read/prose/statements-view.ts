import type { StatementDeclaration, StatementObject } from '../../format/statements';
import type { Lexicon } from './statements-lexicon';
import { isNumber, type Phrase, type Word } from './statements-phrases';
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

const NEUTRAL: readonly WordKind[] = ['fill', 'stuff', 'joiner', 'applicants', 'each', 'respectively', 'opener', 'own', 'all', 'onTime', 'cause', 'disclosure', 'thisYear', 'preposition', 'channels', 'channel', 'cumulative', 'rate', 'negation'];

export function view(words: readonly Word[], lexicon: Lexicon): View {
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

export interface Choice {
  readonly families: readonly StatementDeclaration[];
  readonly joined: 'sum' | 'no';
  readonly each: boolean;
  /** One word that can mean either family. */
  readonly either: boolean;
  readonly carriedYear?: number;
  /** Nothing else in those words speaks against it. */
  clean(seen: View): boolean;
}

const WORK = new Set(['handled', 'closed', 'answered']);
const COMING = new Set(['received', 'newReceived']);

/** The families the words say of the objects; `undefined` when they say none, or more than one thing. */
export function chooseFamilies(seen: View, objects: readonly StatementObject[], lexicon: Lexicon, closedSaid: boolean): Choice | undefined {
  const [object] = objects;
  if (!object) return undefined;
  const own = seen.labels.map((label) => ({ ...label, families: label.families.filter((family) => objects.includes(family.object)) }));
  const labels = own.filter(({ families }) => families.length > 0);
  // 因答复申请引发行政复议: what was done about the request is the cause.
  const onCases = object === 'review' || object === 'litigation';
  // A word of another object that does not go with this one either.
  const foreign = own.filter(({ families, word }) => families.length === 0 && !objects.some((each) => word.meaning?.acts.has(each)) && !NEUTRAL.some((kind) => isKind(word, kind)) && !(onCases && word.meaning?.families.every(({ id }) => WORK.has(id))));
  if (foreign.length > 0) return undefined;
  const clean = (view: View): boolean => !view.unknown && !view.negation;
  const last = labels.at(-1);
  if (!last) {
    const families = objects.flatMap((each) => lexicon.set.families.filter((family) => family.object === each && family.role === 'whole' && family.words.length === 0));
    if (families.length === 0 || seen.nouns.length === 0) return undefined;
    if (objects.length > 1 && !linked(seen, seen.nouns.filter(({ object: each }) => objects.includes(each)).map(({ word }) => word))) return undefined;
    return { families, joined: families.length > 1 ? 'sum' : 'no', each: seen.each, either: false, clean };
  }
  if (objects.length > 1) return undefined;
  const chain = chainOf(seen, labels);
  const rest = labels.slice(0, labels.length - chain.length);
  let families = chain.length > 1 ? [...new Set(chain.flatMap((label) => label.families.slice(0, 1)))] : last.families;
  let either = chain.length === 1 && families.length > 1;
  if (either && families.some(({ id }) => id === 'carriedOut')) {
    families = closedSaid ? families.filter(({ id }) => id === 'carriedOut') : families;
    either = families.length > 1;
  }
  const first = families[0];
  if (!first) return undefined;
  if (new Set(families.map(({ role }) => role)).size > 1) return undefined;
  if (rest.length > 0) {
    const ids = new Set(rest.flatMap((label) => label.families.map(({ id }) => id)));
    const all = (set: ReadonlySet<string>): boolean => [...ids].every((id) => set.has(id));
    if (first.role === 'class' && (all(WORK) || [...ids].every((id) => id === first.id || WORK.has(id)))) void 0;
    else if (ids.size === 1 && ids.has(first.id)) void 0;
    else if (COMING.has(first.id) && all(COMING)) families = ids.has('newReceived') ? lexicon.set.families.filter(({ id }) => id === 'newReceived') : families;
    else if (WORK.has(first.id) && all(WORK)) families = ids.has('closed') || first.id === 'closed' ? lexicon.set.families.filter(({ id }) => id === 'closed') : families;
    else if (WORK.has(first.id) && [...ids].every((id) => WORK.has(id) || COMING.has(id))) families = lexicon.set.families.filter(({ id }) => id === 'handled');
    else if (WORK.has(first.id) && ids.size === 1 && ids.has('carriedOut')) families = rest[0]?.families ?? families;
    else if (first.role === 'class' && [...ids].every((id) => isPrefix(id, first.id))) void 0;
    else if (first.role === 'class' && ids.size === 1 && isPrefix(first.id, [...ids][0] ?? '')) {
      // 因不掌握等原因无法提供: one leaf is named for others as well, or for itself alone.
      const named = rest[0]?.families ?? [];
      either = seen.words.some((word, i) => word.text.startsWith('等') && i > (rest.at(-1)?.index ?? 0) && i < last.index);
      families = either ? [...families, ...named] : named;
    }
    else return undefined;
  }
  // 受理群众事项30件: without the noun, a thing beside the verb may be what was counted.
  if (first.role === 'whole' && seen.nouns.length === 0 && seen.stuff) return undefined;
  if (first.object === 'documents' && seen.nouns.length === 0 && seen.stuff) return undefined;
  const year = labels.map((label) => label.year).find((each) => each !== undefined);
  return { families, joined: chain.length > 1 && families.length > 1 && first.role === 'class' ? 'sum' : 'no', each: seen.each, either, ...(year === undefined ? {} : { carriedYear: year }), clean };
}

/** 不予公开(属于国家秘密): the class before its leaf. */
const isPrefix = (id: string, leaf: string): boolean => id !== leaf && leaf.startsWith(`${id}.`);

/** The labels at the end that are linked by 、和及 only. */
function chainOf(seen: View, labels: readonly LabelView[]): readonly LabelView[] {
  let first = labels.length - 1;
  while (first > 0) {
    const [a, b] = [labels[first - 1], labels[first]];
    if (!a || !b || !between(seen, a.word, b.word)) break;
    first--;
  }
  const chain = labels.slice(first);
  return new Set(chain.flatMap(({ families }) => families.map(({ role }) => role))).size > 1 ? labels.slice(-1) : chain;
}

function between(seen: View, a: Word, b: Word): boolean {
  const inside = seen.words.slice(seen.words.indexOf(a) + 1, seen.words.indexOf(b));
  return inside.length > 0 && inside.some((word) => isKind(word, 'joiner')) && inside.every((word) => isKind(word, 'joiner') || isKind(word, 'fill'));
}

const linked = (seen: View, nouns: readonly Word[]): boolean => nouns.every((noun, i) => i === 0 || acts(seen, nouns[i - 1] as Word, noun));

/** 被申请行政复议、提起行政诉讼: an act may stand between the nouns. */
function acts(seen: View, a: Word, b: Word): boolean {
  const inside = seen.words.slice(seen.words.indexOf(a) + 1, seen.words.indexOf(b));
  return inside.some((word) => isKind(word, 'joiner')) && inside.every((word) => isKind(word, 'joiner') || isKind(word, 'fill') || (word.meaning?.acts.size ?? 0) > 0);
}

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

export function surroundings(all: readonly Phrase[], at: number, leadYear: number | undefined): Surroundings {
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
    const words = phrase.items.filter((item): item is Word => !isNumber(item));
    const counts = phrase.items.some((item) => isNumber(item) && item.kind === 'count');
    const compares = words.some((word) => isKind(word, 'compare'));
    const start = words.findIndex((word) => !isKind(word, 'fill') && word.year === undefined && !isKind(word, 'thisYear'));
    const opening = words.slice(0, 3);
    if (words.some((word) => word.year !== undefined || isKind(word, 'thisYear') || /^年(?:度)?内$/.test(word.text))) dated = true;
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
    if (new Set(words.flatMap((word) => word.year ?? [])).size > 1) lasting.set('years', { kind: 'since', word: '' });
    const adverbial = isAdverbial(words);
    const first = words[Math.max(0, start)];
    if (first && !adverbial) {
      if (first.organ) subject = { kind: 'organ', word: first.text };
      else if (isKind(first, 'own')) subject = { kind: 'own', word: first.text };
      else if (isKind(first, 'territory')) subject = { kind: 'territory', word: first.text };
      else if (isKind(first, 'others')) subject = { kind: 'others', word: first.text };
      else if (isKind(first, 'plan') || isKind(first, 'part')) lasting.set('part', { kind: 'subset', word: first.text });
    }
    if (words.some((word) => word.date === 'other') && words.length <= 4) lasting.set('date', { kind: 'subset', word: '' });
    if (!compares && words.some((word) => isKind(word, 'past') && word.meaning?.families.length === 0) && words.length <= 8) past = { kind: 'past', word: '' };
    // 2024年以来 is about the year the sentence names.
    const since = words.find((word, i) => isKind(word, 'since') && words[i - 1]?.year === undefined && /目前|至今|迄今|以来|现已|当前|现在|发稿|施行|历史/.test(word.text));
    if (since && !words.some((word) => isKind(word, 'thisYear'))) lasting.set('since', { kind: 'since', word: since.text });
    if (words.some((word) => isKind(word, 'publish') && word.meaning?.object === undefined)) publish = p === at - 1 && !counts ? 'near' : 'before';
    if (counts) lead.length = 0;
    else if (words.every((word) => word.meaning || word.year !== undefined || word.organ) || isKind(words[0], 'preposition')) lead.push(...words);
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
