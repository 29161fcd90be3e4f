import { skipSpace, skipSpaceBack } from '../text/characters';
import { Generations } from '../text/generations';
import { own } from '../text/own';
import { looksLikeValue } from './cells';
import { readHeading } from './headings';
import type { Labels } from './labels';
import { splitInline, type InlinePart } from './inline';
import { splitPipes, splitSpaced, splitTabs, tokensOf, type RelativeField, type SpacedRow } from './split';
import type { HeadingReading } from './types';

const PAGE_NUMBER = /^(?:[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|0\d|\f)$/;
/** A rule between the rows of a grid or simple table (`+-----+-----+`, `-------  ------`). */
const RULE = /^(?:\+[-=+: ]{3,}\+|[-=]{5}[-= ]*)$/;
/** The same in a box drawn with lines. */
const BOX_RULE = /^[\u2500-\u257f\s]{3,}$/;
const OPENING_TAGS = /^(?:\s*<[^>]{0,300}>)+\s*/;
const CLOSING_TAGS = /\s*(?:<[^>]{0,300}>\s*)+$/;
const LONG_TEXT = 60;
const SHORT_TITLE = 24;
/** More lines than any report has that are not like another. */
const MOST = 2000;
const CACHED_LENGTH = 400;

/** Whether a field is a sentence rather than a cell. */
const isSentence = ({ text }: RelativeField): boolean => (text.length > LONG_TEXT ? /[。；，]/.test(text) && !/^[（(]本/.test(text) : text.includes('。'));

/** A row of delimited fields with what is often asked about it. */
export interface Split {
  readonly fields: readonly RelativeField[];
  readonly filled: readonly RelativeField[];
  /** A single field that is a sentence, or a sentence among fields none of which is a value. */
  readonly sentence: boolean;
  /** A `---` row; `dashes` also when shorter. */
  readonly separator: boolean;
  readonly dashes: boolean;
}

function describe(fields: readonly RelativeField[]): Split {
  const filled = fields.filter((field) => field.text !== '');
  const sentence = filled.length === 1 ? filled.some(isSentence) : filled.some(isSentence) && !filled.some((field) => field.isValue);
  const dashes = filled.length > 0 && filled.every((field) => /^:?-+:?$/.test(field.text));
  return { fields, filled, sentence, dashes, separator: dashes && filled.every((field) => field.text.length > 1) && filled.some((field) => field.text.length > 2) };
}

/**
 * Everything that can be said of a line by itself, computed when first asked for and remembered: a draft repeats its
 * lines, and typing changes one of them. All offsets are relative to the line's start.
 */
export class LineShape {
  /** First non-space behind quotation marks, and behind the last non-space. */
  readonly start: number;
  readonly end: number;
  readonly content: string;
  readonly hasTab: boolean;
  readonly hasPipe: boolean;
  /** Page number or code fence. */
  readonly noise: boolean;
  readonly opensComment: boolean;
  private headingMemo: HeadingReading | null | undefined;
  private aboveTableMemo: HeadingReading | null | undefined;
  private cellHeadingMemo: HeadingReading | null | undefined;
  private tabsMemo: Split | undefined;
  private pipesMemo: Split | undefined;
  private strictMemo: SpacedRow | null | undefined;
  private lenientMemo: SpacedRow | null | undefined;
  private inlineMemo: readonly InlinePart[] | undefined;
  private valueMemo: boolean | undefined;
  private numbersMemo: readonly RelativeField[] | undefined;

  constructor(
    readonly text: string,
    private readonly labels: Labels,
  ) {
    let start = skipSpace(text, 0, text.length);
    while (text.charCodeAt(start) === 0x3e) start = skipSpace(text, start + 1, text.length);
    this.start = start;
    this.end = skipSpaceBack(text, start, text.length);
    const content = (this.content = text.slice(start, this.end));
    this.hasTab = text.includes('\t');
    this.hasPipe = content.includes('|') || content.includes('｜') || /[\u2502\u2503\u2551]/.test(content);
    this.opensComment = content.startsWith('<!--');
    this.noise = content.startsWith('```') || content.startsWith('~~~') || (content.length <= 20 && PAGE_NUMBER.test(content)) || RULE.test(content) || (BOX_RULE.test(content) && /[\u2500\u2501\u2550]{2}/.test(content));
  }

  /** Whether nothing but space (tabs included) stands here. */
  get blank(): boolean {
    return this.start >= this.end;
  }

  get heading(): HeadingReading | undefined {
    if (this.headingMemo === undefined) this.headingMemo = (this.blank ? undefined : readHeading(this.text, this.start, this.end, 0, this.labels)) ?? null;
    return this.headingMemo ?? undefined;
  }

  /** A heading if its table stands right below, and not otherwise. */
  get headingAboveTable(): HeadingReading | undefined {
    if (this.content.length > SHORT_TITLE || this.heading) return undefined;
    if (this.aboveTableMemo === undefined) this.aboveTableMemo = readHeading(this.text, this.start, this.end, 0, this.labels, true) ?? null;
    return this.aboveTableMemo ?? undefined;
  }

  /** A heading in the only field (or the first two) of a delimited line. */
  headingIn(filled: readonly RelativeField[]): HeadingReading | undefined {
    const first = filled[0];
    const last = filled.at(-1);
    if (!first || !last || filled.length > 2) return undefined;
    if (this.cellHeadingMemo === undefined) this.cellHeadingMemo = readHeading(this.text, first.start, last.end, 0, this.labels) ?? null;
    return this.cellHeadingMemo ?? undefined;
  }

  get tabs(): Split {
    return (this.tabsMemo ??= describe(splitTabs(this.text, quotedFrom(this.text), this.text.length, this.labels)));
  }

  get pipes(): Split {
    return (this.pipesMemo ??= describe(splitPipes(this.text, this.start, this.end, this.labels)));
  }

  /** A value standing alone. */
  get value(): boolean {
    return (this.valueMemo ??= this.content.length <= 40 && looksLikeValue(this.content));
  }

  /** The values of a line that has nothing else; none when it has. */
  get numbers(): readonly RelativeField[] {
    if (this.numbersMemo === undefined) {
      const tokens = this.content.length > 100 ? [] : tokensOf(this.text, this.start, this.end, this.labels);
      this.numbersMemo = tokens.every((token) => token.isValue) ? tokens : [];
    }
    return this.numbersMemo;
  }

  /** The line as a row of spaced fields, or as labels. @param inTable whether table lines come right before it. */
  spaced(inTable: boolean): SpacedRow | undefined {
    if (this.content.length > 300) return undefined;
    const memo = inTable ? this.lenientMemo : this.strictMemo;
    if (memo !== undefined) return memo ?? undefined;
    const row = splitSpaced(this.text, this.start, this.end, this.labels, inTable);
    if (inTable) this.lenientMemo = row ?? null;
    else this.strictMemo = row ?? null;
    return row;
  }

  /** The parts of a line into which a page conversion has run several paragraphs; empty when it is one. */
  get inline(): readonly InlinePart[] {
    return (this.inlineMemo ??= this.content.length < 40 ? [] : splitInline(this.text, this.start, this.end, this.labels));
  }

  /** The text without the HTML tags around it. */
  get prose(): { readonly start: number; readonly end: number } {
    const { content } = this;
    if (content.charCodeAt(0) !== 0x3c && content.charCodeAt(content.length - 1) !== 0x3e) return this;
    const from = OPENING_TAGS.exec(content)?.[0].length ?? 0;
    const tail = CLOSING_TAGS.exec(content.slice(from))?.[0].length ?? 0;
    return { start: this.start + from, end: Math.max(this.start + from, this.end - tail) };
  }
}

/** Behind the quotation marks of a line and the space that belongs to them: a tab behind them is a delimiter. */
export function quotedFrom(text: string): number {
  const first = skipSpace(text, 0, text.length);
  if (text.charCodeAt(first) !== 0x3e) return 0;
  let from = first;
  for (let i = first; i < text.length && (text.charCodeAt(i) === 0x3e || text.charCodeAt(i) === 0x20); i++) if (text.charCodeAt(i) === 0x3e) from = i + 1;
  return text.charCodeAt(from) === 0x20 ? from + 1 : from;
}

const caches = new WeakMap<Labels, Generations<LineShape>>();

/** The shape of a line, from memory when the same line was read before under the same format. */
export function shapeOf(text: string, labels: Labels): LineShape {
  if (text.length > CACHED_LENGTH) return new LineShape(text, labels);
  let cache = caches.get(labels);
  if (!cache) caches.set(labels, (cache = new Generations(MOST)));
  let shape = cache.get(text);
  if (!shape) {
    const line = own(text);
    shape = new LineShape(line, labels);
    cache.set(line, shape);
  }
  return shape;
}

/** The line that was written last: it is the one that changes next. */
let last: { readonly labels: Labels; readonly shape: LineShape } | undefined;

/** The shape of a line being written. There is a new one with every key, and none is worth remembering but the last. */
export function shapeOfWritten(text: string, labels: Labels): LineShape {
  if (last?.labels !== labels || last.shape.text !== text) last = { labels, shape: new LineShape(own(text), labels) };
  return last.shape;
}
