import type { StatementDeclaration, StatementObject } from '../../format/statements';
import type { JoinedProse } from './join';
import type { Lexicon } from './statements-lexicon';
import type { Surroundings } from './statements-surroundings';
import { isKind, type View } from './statements-view';
import type { LimitReading, ProseNumber, StatementReading } from './types';

export const isCase = (object: StatementObject): boolean => object === 'review' || object === 'litigation';

/** Families that say what was done with requests. */
export const WORK = new Set(['closed', 'answered', 'handled']);

/** A number of the paragraph, for those that may be a part of it. */
export interface Counted {
  readonly number: ProseNumber;
  readonly sentence: number;
  /** Which part of the sentence, as ； divides it. */
  readonly part: number;
  /** Absent when it is no statement, or a narrowed one. */
  readonly says?: StatementDeclaration;
  /** Where the statement stands in the result. */
  readonly index?: number;
  /** What a number that is no statement was said of. */
  readonly about?: StatementObject;
}

/** Where in the prose a statement stands: offsets of the joined text. */
export interface Place {
  /** First character of the phrase. */
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

/** What is known where a paragraph begins. */
export interface Known {
  /** What the heading above speaks of. */
  readonly topic: StatementObject | undefined;
  /** The section of the paragraph before. */
  readonly section: string | undefined;
}

/** What the text has spoken of so far; it tells what `办结11件` counts. */
export abstract class StatementState {
  readonly statements: StatementReading[] = [];
  private paragraph = -1;
  protected section: string | undefined;
  /** What the heading above speaks of. */
  private topic: StatementObject | undefined;
  /** What is spoken of; absent when something else is. */
  protected ambient: StatementObject | undefined;
  /** The paragraph spoke of requests. */
  protected ofRequests = false;
  /** The year the paragraph speaks of. */
  protected leadYear: number | undefined;
  protected last: Counted | undefined;
  /** The last whole: how many came in, were closed … */
  protected root: Counted | undefined;
  /** The paragraph said how many were closed: a 结转 behind it is one to the next year. */
  protected closedSaid = false;
  /** Index of the sentence. */
  protected at = 0;
  protected part = 0;
  /** The sentence. */
  protected text = '';

  constructor(
    protected readonly prose: JoinedProse,
    protected readonly lexicon: Lexicon,
  ) {}

  /** All that one paragraph knows of those before it. */
  startFrom({ topic, section }: Known): void {
    this.topic = topic;
    this.section = section;
  }

  get known(): Known {
    return { topic: this.topic, section: this.section };
  }

  protected begin(paragraph: number): void {
    if (paragraph === this.paragraph) return;
    this.paragraph = paragraph;
    const { section } = this.prose.paragraphs[paragraph] ?? {};
    if (section !== this.section) this.topic = undefined;
    this.section = section;
    this.ambient = section === 'requests' ? 'requests' : this.topic;
    this.ofRequests = this.ambient === 'requests';
    this.leadYear = undefined;
    this.last = this.root = undefined;
    this.closedSaid = false;
  }

  /** `（二）依申请公开情况。`: the text below it speaks of requests until the next heading. */
  protected heading(numbers: readonly ProseNumber[]): void {
    const { text } = this;
    if (text.length > 24 || numbers.some(({ kind }) => kind === 'count')) return;
    if (!/^[(（]?[一二三四五六七八九\d]{1,2}[)）、.是]/.test(text) && !/(?:情况|方面|公开|建设|保障|管理)$/.test(text)) return;
    this.topic = /申请/.test(text) ? 'requests' : undefined;
    this.ambient = this.topic ?? (this.section === 'requests' ? 'requests' : undefined);
    this.ofRequests = this.ambient === 'requests';
  }

  /** What the text speaks of from here on. */
  protected note(seen: View, right: View | undefined): void {
    if (seen.nouns.some(({ object }) => object === 'requests') || right?.nouns[0]?.object === 'requests') this.ofRequests = true;
  }

  /** Reviews and lawsuits are a matter of this report only where disclosure is spoken of. */
  protected onDisclosure(around: Surroundings): boolean {
    if (this.section === 'requests' || this.section === 'reviewLitigation') return true;
    if (this.ambient === 'requests' || this.ambient === 'review' || this.ambient === 'litigation') return true;
    return around.lead.some((word, i) => isKind(word, 'disclosure') && around.lead.slice(0, i).some((each) => isKind(each, 'cause')));
  }

  protected families(...ids: readonly string[]): StatementDeclaration[] {
    return ids.flatMap((id) => this.lexicon.byId.get(id) ?? []);
  }

  protected push(kind: StatementReading['kind'], families: readonly StatementDeclaration[], joined: boolean, around: Surroundings, limits: readonly LimitReading[], { phrase, from, to }: Place, number?: ProseNumber, more: Pick<StatementReading, 'carriedYear' | 'of'> = {}): void {
    this.statements.push({
      kind, joined, limits, from, to, phrase, sentence: this.at, otherYears: around.otherYears,
      families: families.map(({ id }) => id),
      span: number ? number.span : this.prose.rawSpan(from, to),
      ...(number ? { number } : {}),
      ...(around.year === undefined ? {} : { year: around.year }),
      ...more,
    });
  }
}
