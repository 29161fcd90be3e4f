import type { StatementDeclaration, StatementObject } from '../../format/statements';
import { compare, exact } from '../../text/exact';
import { isNumber, type Phrase, type Word } from './statements-phrases';
import { isCase, StatementState, WORK } from './statements-state';
import { channelLimit, type Surroundings } from './statements-surroundings';
import { isKind, kindsOf, narrowing, view, type LabelView, type View } from './statements-view';
import { bitsOf } from './statements-words';
import type { LimitReading, ProseNumber } from './types';

/** Named beside reviews and lawsuits, they narrow nothing: 没有行政复议、行政诉讼、投诉举报. */
const COMPLAINTS = /^(?:投诉|举报|投诉举报|信访|申诉|申诉案|有关申诉案)$/;
/** Words that deny, or take all together: 均为 is one that counts each. */
const TELLS = bitsOf(['negation', 'all', 'each']);
/** 无 denies a noun by itself; 未 denies what is done with it. */
const THERE_IS_NONE = /^(?:无|没有|暂无|均无|并无|也无|尚无|不存在|均没有|也没有|并没有)$/;
const HAPPENED = /^(?:发生|出现|产生)$/;

/** A denial: the word, and what stands before and behind it. */
interface Denial {
  readonly word: Word;
  readonly first: number;
  readonly before: View;
  readonly behind: View;
  readonly around: Surroundings;
  readonly limits: readonly LimitReading[];
}

/** Statements without a number: there was none, all are closed, all applicants are of one kind. */
export abstract class WordStatements extends StatementState {
  /** Reads a phrase, or what stands behind the last number of one. */
  protected withoutNumber(phrase: Phrase, words: readonly Word[], around: () => Surroundings): void {
    const seen = view(words);
    this.note(seen, undefined);
    if (kindsOf(words) & TELLS && !this.none(words, around) && !this.allDone(words, seen, around)) this.allOf(words, seen, around);
    const last = seen.nouns.at(-1);
    if (last && (last.object === 'requests' || (this.ambient === undefined && !isCase(last.object)))) this.ambient = last.object;
    else if (!last && seen.other && !phrase.items.some(isNumber)) this.ambient = this.ambient === 'requests' && seen.negation ? 'requests' : undefined;
  }

  /** Whether the words deny something, be it of interest or not. */
  private none(words: readonly Word[], surroundings: () => Surroundings): boolean {
    const at = words.findIndex((word) => isKind(word, 'negation') && word.meaning?.families.length === 0);
    const word = words[at];
    if (!word) return false;
    const before = view(words.slice(0, at));
    const behind = view(words.slice(at + 1));
    if (before.unknown || before.labels.length > 0 || behind.unknown || behind.negation || behind.respectively || behind.onTime || behind.opener) return true;
    const around = surroundings();
    if (channelLimit([...around.lead, ...words])) return true;
    const cases = behind.nouns.some(({ object }) => isCase(object));
    if (narrowing(behind.limits).some((limit) => !(cases && limit.kind === 'subset' && COMPLAINTS.test(limit.word)))) return true;
    const denial: Denial = { word, first: words[0]?.from ?? word.from, before, behind, around, limits: [...before.limits, ...around.limits] };
    const flows = behind.labels.filter(({ families }) => families.some(({ object }) => object === 'requests'));
    if (cases) this.noCases(denial);
    else if (flows.some(({ families }) => families.some(({ id }) => id === 'carriedIn' || id === 'carriedOut'))) this.noneCarried(denial, flows);
    else this.noneOf(denial);
    return true;
  }

  private deny({ word, first, around, limits }: Denial, families: readonly StatementDeclaration[], to: number, carriedYear?: number): void {
    this.push('none', families, true, around, limits, { phrase: first, from: word.from, to }, undefined, carriedYear === undefined ? {} : { carriedYear });
  }

  /** Families the noun alone says. */
  private wholes(object: StatementObject): StatementDeclaration[] {
    return this.lexicon.set.families.filter((family) => family.object === object && family.role === 'whole' && family.words.length === 0);
  }

  private noCases(denial: Denial): void {
    const { behind, before, word } = denial;
    if (!(this.onDisclosure(denial.around) || behind.disclosure || before.disclosure)) return;
    const cases = behind.nouns.filter(({ object }) => isCase(object));
    this.deny(denial, [...new Set(cases.map(({ object }) => object))].flatMap((object) => this.wholes(object)), cases.at(-1)?.word.to ?? word.to);
    // 未收到政府信息公开申请和行政复议申请 denies both; in 因政府信息公开申请引发的行政复议 the request is the cause.
    const between = behind.words.slice(0, behind.words.indexOf(cases[0]?.word as Word));
    const request = between.find((each) => each.meaning?.object === 'requests');
    if (request && isKind(behind.words[behind.words.indexOf(request) + 1], 'joiner')) this.deny(denial, this.families('newReceived'), request.to);
  }

  private noneCarried(denial: Denial, labels: readonly LabelView[]): void {
    const { behind, word } = denial;
    const ids = new Set(labels.flatMap(({ families }) => families.map(({ id }) => id)));
    if (labels.length > 1 && !labels.every(({ families }) => families.some(({ role, id }) => role === 'flow' || WORK.has(id)))) return;
    if (!this.ofRequests || behind.nouns.some(({ object }) => object !== 'requests')) return;
    // 无结转 alone is told behind those closed, and then of the next year.
    const id = !ids.has('carriedOut') ? 'carriedIn' : !ids.has('carriedIn') || this.closedSaid ? 'carriedOut' : undefined;
    if (id) this.deny(denial, this.families(id), labels.at(-1)?.word.to ?? word.to, labels.map(({ year }) => year).find((year) => year !== undefined));
  }

  private noneOf(denial: Denial): void {
    const { behind, around, word } = denial;
    const noun = behind.nouns.at(-1);
    if (noun?.object === 'documents') {
      const said = behind.labels.flatMap(({ families }) => families.filter(({ object }) => object === 'documents'));
      const [one] = said;
      if (one && said.every(({ id }) => id === one.id)) this.deny(denial, [one], Math.max(noun.word.to, behind.labels.at(-1)?.word.to ?? 0));
      return;
    }
    if (noun && noun.object !== 'requests') {
      const objects = [...new Set(behind.nouns.map(({ object }) => object))];
      const acts = behind.labels.every((label) => label.word.meaning?.acts.has(noun.object));
      if (acts && !behind.stuff && !around.publish && !objects.includes('requests') && !objects.includes('documents')) this.deny(denial, objects.flatMap((object) => this.wholes(object)), noun.word.to);
      return;
    }
    if (!behind.labels.every(({ families }) => families.some(({ id }) => id === 'received' || id === 'newReceived'))) return;
    if (behind.labels.length === 0 && !THERE_IS_NONE.test(word.text) && !HAPPENED.test(behind.words[0]?.text ?? '')) return;
    if (noun) this.deny(denial, this.families('newReceived'), noun.word.to);
    else if (this.ambient === 'requests' && behind.labels.length > 0 && !behind.stuff) {
      const bare = behind.words.find((each) => each.text.startsWith('申请') && isKind(each, 'fill'));
      if (bare) this.deny(denial, this.families('newReceived'), bare.to);
    }
  }

  /** 全部办结: nothing is left open. On-time remarks do not say so. */
  private allDone(words: readonly Word[], seen: View, surroundings: () => Surroundings): boolean {
    const all = words.find((word) => isKind(word, 'all'));
    const done = seen.labels.find(({ families }) => families.some(({ id }) => id === 'closed'));
    if (!all || !done || seen.labels.length > 1 || !plain(seen) || all.from > done.word.from || !this.speaksOfAll(seen)) return false;
    const around = surroundings();
    this.push('allDone', this.families('carriedOut'), false, around, around.limits, { phrase: words[0]?.from ?? all.from, from: all.from, to: done.word.to });
    return true;
  }

  /** 办结率100%. */
  protected doneRate(words: readonly Word[], number: ProseNumber, around: Surroundings): void {
    const seen = view(words);
    const rate = words.find((word) => isKind(word, 'rate'));
    if (!rate || compare(number.value, exact(100)) !== 0 || number.approximate || !plain(seen)) return;
    if (!this.speaksOfAll(seen) && !(this.ambient === 'requests' && around.lead.some((word) => word.meaning?.object === 'requests'))) return;
    this.push('allDone', this.families('carriedOut'), false, around, around.limits, { phrase: words[0]?.from ?? rate.from, from: rate.from, to: number.to });
  }

  private speaksOfAll(seen: View): boolean {
    if (seen.nouns.length > 0) return seen.nouns.every(({ object }) => object === 'requests');
    return this.ambient === 'requests' && this.last?.says?.object === 'requests' && this.last.says.role === 'whole';
  }

  /** 均为自然人: none of the others. */
  private allOf(words: readonly Word[], seen: View, surroundings: () => Surroundings): void {
    const all = words.find((word) => isKind(word, 'all') || word.text === '均为');
    const applicants = seen.labels.filter(({ families }) => families.some(({ role }) => role === 'applicant'));
    const [label] = applicants;
    if (!all || !label || applicants.length > 1 || all.from > label.word.from || !plain(seen)) return;
    if (seen.labels.some(({ families }) => !families.some(({ role, id }) => role === 'applicant' || id === 'received'))) return;
    if (!(this.last?.says && ['received', 'newReceived', 'counted'].includes(this.last.says.id) && this.last.sentence === this.at)) return;
    const others = OTHERS.get(label.families.find(({ role }) => role === 'applicant')?.id ?? '');
    if (!others) return;
    const around = surroundings();
    this.push('allOf', this.families(others), false, around, around.limits, { phrase: words[0]?.from ?? all.from, from: all.from, to: label.word.to });
  }
}

/** Who has not applied when all are of this kind. */
const OTHERS = new Map([
  ['applicant.naturalPerson', 'applicant.organisations'],
  ['applicant.organisations', 'applicant.naturalPerson'],
]);

const plain = (seen: View): boolean => !seen.unknown && !seen.negation && !seen.onTime && narrowing(seen.limits).length === 0;
