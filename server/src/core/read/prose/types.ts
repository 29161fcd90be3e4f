import type { Exact } from '../../text/exact';
import type { Span } from '../../text/span';

/**
 * What a number in a sentence is.
 * - `count`: a quantity with its unit. - `bare`: digits that could be a quantity, but no unit follows.
 * - `rate`: a percentage. - `year`: a calendar year. - `other`: a date, a document or phone number, an ordinal, a
 *   duration, a number torn or swallowed by a page conversion: never a quantity.
 */
export type NumberKind = 'count' | 'bare' | 'rate' | 'year' | 'other';

/** A number in running text. `from`/`to` are offsets of the joined text, `span` of the raw text. */
export interface ProseNumber {
  readonly kind: NumberKind;
  /** The number as written, a factor (万, 亿) and separators included, the unit excluded. */
  readonly span: Span;
  readonly text: string;
  /** In the base unit: `1.5万元` is 15000 元. */
  readonly value: Exact;
  /** Power of ten of the factor written behind the digits: 0, 4 (万) or 8 (亿). */
  readonly factor: number;
  /** Canonical unit (`件`, `元`, `人次` …); absent for `bare`. */
  readonly unit?: string;
  /** 约, 近, 余, 多, 以上 …: never takes part in a comparison. */
  readonly approximate: boolean;
  /** The size of an increase or a decrease. */
  readonly change: boolean;
  /** First character of the number. */
  readonly from: number;
  /** Behind the unit (behind the number where there is none). */
  readonly to: number;
}

/** A share of a part in its whole: `占40%`. */
export interface ShareReading {
  readonly number: ProseNumber;
  /** The words between 占 and the percentage (`总数的`); usually empty. */
  readonly base: string;
}

export interface PartReading {
  /** Absent when the part is only given as a share. */
  readonly number?: ProseNumber;
  /** The words that name the part. */
  readonly label: string;
  /** The respect in which it divides the whole (applicant, channel, outcome …), when its words tell. */
  readonly aspect?: string;
  readonly share?: ShareReading;
}

/** Why a list must add up to its whole exactly. */
export type Closure = 'respectively' | 'composed' | 'rest' | 'shares' | 'form' | 'applicants' | 'total';

/** A whole with its parts. */
export interface ListReading {
  readonly whole: ProseNumber;
  readonly wholeLabel: string;
  /** The word or sign that opens the list: 其中, 分别为, `：`, `（`, 合计 … */
  readonly opener: string;
  /** Other numbers the parts may divide together with `whole`: 网站20条，公众号30条，其中… Then only more than all of them is too many. */
  readonly beside?: readonly ProseNumber[];
  /** Parts of the whole's unit that are numbers and belong to it for certain. */
  readonly parts: readonly PartReading[];
  /** Members that cannot be added: another unit, approximate, a rate, another activity. */
  readonly leftOut: readonly PartReading[];
  readonly closure?: Closure;
  /** The list this one divides a part of, by index into `lists`. */
  readonly parent?: number;
  /** Index of the sentence it begins in. */
  readonly sentence: number;
}

export interface SentenceReading {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  /** Index into `paragraphs`. */
  readonly paragraph: number;
  /** Half-open range of indices into `numbers`. */
  readonly firstNumber: number;
  readonly endNumber: number;
}

export interface ParagraphReading {
  readonly from: number;
  readonly to: number;
  /** Section id; absent in the preamble. */
  readonly section?: string;
}

/** A word that tells or moves whom a number speaks of, or narrows it. */
export interface LimitReading {
  /**
   * `territory`: 全县, 我县 · `organ`: the name of an organ (it may be the reporting one) · `own`: 我局 · `others`: other units, guidance
   * `channel`: a way in · `past`: another year · `since`: over years, up to now · `subset`: a part only
   */
  readonly kind: 'territory' | 'others' | 'organ' | 'own' | 'channel' | 'past' | 'since' | 'subset';
  readonly word: string;
}

/** A sentence that says what a table also says: how many, or that there was none. */
export interface StatementReading {
  /** `count`: the number · `none`: there was none · `allDone`: none is left open · `allOf`: all are of another kind than `families` */
  readonly kind: 'count' | 'none' | 'allDone' | 'allOf';
  /** Ids of the declared statements it may be (`format/statements`); joined ones are added up, see `joined`. */
  readonly families: readonly string[];
  /** 予以公开和部分公开7件: the number is the sum of all families; otherwise it may be any one of them. */
  readonly joined: boolean;
  /** The number; absent where words say none (未收到, 无) or all (均为自然人, 全部办结). */
  readonly number?: ProseNumber;
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  readonly limits: readonly LimitReading[];
  /** The year the text speaks of there, when it says one. */
  readonly year?: number;
  /** The year it was carried in from or is carried over to, when it is written as a number. */
  readonly carriedYear?: number;
  /** Another year stands in the same clause. */
  readonly otherYears: readonly number[];
  /** Applicants: the family whose number they are parts of, when it is one. */
  readonly of?: string;
  /** First character of the phrase that says it, for quotation. */
  readonly phrase: number;
}

/** Everything read from the prose of one report: plain data. */
export interface ProseReading {
  /** The prose in one string: half-width, without space, lines put together. */
  readonly text: string;
  readonly paragraphs: readonly ParagraphReading[];
  readonly sentences: readonly SentenceReading[];
  readonly numbers: readonly ProseNumber[];
  readonly lists: readonly ListReading[];
  readonly statements: readonly StatementReading[];
  /** Raw range of a half-open range of `text`. */
  rawSpan(from: number, to: number): Span;
}
