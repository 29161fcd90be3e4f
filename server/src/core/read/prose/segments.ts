import type { Token } from './tokens';
import type { ProseNumber } from './types';
import { openers, type OpenerMeaning } from './vocabulary';
import { wordSet } from './words';

/** How strongly a piece of a sentence is set off from the one before: 0 start · 1 、 · 2 ， · 3 ； · 4 ： */
export type Rank = 0 | 1 | 2 | 3 | 4;

export interface Opener {
  readonly word: string;
  readonly meaning: OpenerMeaning;
}

/** What stands between two separators, its bracketed remarks apart. */
export interface Segment {
  readonly rank: Rank;
  from: number;
  to: number;
  /** Behind the item marker and the opener. */
  body: number;
  opener?: Opener;
  marker: boolean;
  readonly numbers: ProseNumber[];
  readonly brackets: Bracket[];
  /** A colon ends it. */
  colon: boolean;
}

export interface Bracket {
  /** The number the bracket follows directly. */
  readonly after?: ProseNumber;
  readonly from: number;
  readonly to: number;
  readonly segments: Segment[];
}

const joiners = wordSet(['和', '及', '与', '以及', '并']);
const RANKS = { enumeration: 1, comma: 2, semicolon: 3, colon: 4 } as const;

/** Cuts a run of tokens (a sentence or a bracket) into segments. */
export class Segmenter {
  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  /** Segments of the tokens `[first, end)`, which cover `[from, to)` of the text. */
  cut(first: number, end: number, from: number, to: number): Segment[] {
    const { text, tokens } = this;
    const segments: Segment[] = [];
    let current = this.open(0, from);
    const finish = (at: number, rank: Rank, next: number): void => {
      current.to = at;
      if (at > current.from || current.brackets.length > 0) segments.push(current);
      current = this.open(rank, next);
    };
    for (let i = first; i < end; i++) {
      const token = tokens[i];
      if (!token) break;
      if (token.kind === 'number' && token.number) {
        const { number } = token;
        current.numbers.push(number);
        if (number.kind === 'year' || number.kind === 'other') continue;
        const after = openers.at(text, token.to, to);
        const noun = /^(?:申请|信息|文件|工单)?/.exec(text.slice(token.to, token.to + 2))?.[0].length ?? 0;
        if (after) finish(token.to, 2, token.to);
        else if (this.composed(token.to + noun)) finish(token.to, 2, token.to + noun);
        else {
          const joiner = joiners.at(text, token.to, to);
          if (joiner && this.numberFollows(i + 1, end)) finish(token.to, 1, token.to + joiner[0].length);
        }
      } else if (token.kind === 'marker') {
        if (current.from === token.from || current.numbers.length === 0) {
          current.from = token.from;
          current.marker = true;
          current.body = this.bodyFrom(current, token.to);
        }
      } else if (token.kind === 'open') {
        const close = this.closing(i, end);
        if (close < 0) continue;
        const last = current.numbers.at(-1);
        const inner = this.cut(i + 1, close, token.to, tokens[close]?.from ?? to);
        current.brackets.push({ ...(last && last.to === token.from ? { after: last } : {}), from: token.to, to: tokens[close]?.from ?? to, segments: inner });
        i = close;
      } else if (token.kind === 'enumeration' || token.kind === 'comma' || token.kind === 'semicolon' || token.kind === 'colon') {
        // Names of one part may be listed (`民政、扶贫类信息33条`): without a number, 、 separates nothing.
        if (token.kind === 'enumeration' && !current.numbers.some((number) => number.kind === 'count' || number.kind === 'bare')) continue;
        current.colon = token.kind === 'colon';
        finish(token.from, RANKS[token.kind], token.to);
      }
    }
    finish(to, 0, to);
    return segments;
  }

  private open(rank: Rank, from: number): Segment {
    const segment: Segment = { rank, from, to: from, body: from, marker: false, numbers: [], brackets: [], colon: false };
    segment.body = this.bodyFrom(segment, from);
    return segment;
  }

  private bodyFrom(segment: Segment, from: number): number {
    const opener = openers.at(this.text, from, this.text.length) ?? this.composed(from);
    if (!opener) return from;
    segment.opener = { word: opener[0], meaning: opener[1] };
    return from + opener[0].length;
  }

  /** 由…组成: 由 opens a list only where the sentence says so at its end. */
  private composed(from: number): readonly [string, OpenerMeaning] | undefined {
    if (this.text.charCodeAt(from) !== 0x7531) return undefined;
    return /^由[^。;\n]{1,160}?\d[^。;\n\d]{0,4}(?:组成|构成)/.test(this.text.slice(from, from + 180)) ? ['由', {}] : undefined;
  }

  /** Another number stands before the next separator, so that the joiner links two numbers. */
  private numberFollows(from: number, end: number): boolean {
    const next = this.tokens[from];
    return from < end && next?.kind === 'number' && (next.number?.kind === 'count' || next.number?.kind === 'bare');
  }

  /** Index of the token that closes the bracket at `open`; -1 when none does in the run. */
  private closing(open: number, end: number): number {
    let depth = 0;
    // A remark is short; a bracket left open must not cost a look at everything behind it.
    const last = Math.min(end, open + 400);
    for (let i = open; i < last; i++) {
      const kind = this.tokens[i]?.kind;
      if (kind === 'open') depth++;
      else if (kind === 'close' && --depth === 0) return i;
    }
    return -1;
  }
}
