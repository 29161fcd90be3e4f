import type { Span } from '../../text/span';
import type { ListReading, PartReading, ProseNumber, SentenceReading, StatementReading } from './types';

/** By how much what stands behind a change has moved. */
export interface Move {
  /** Offsets of the raw text, and of the joined one. */
  readonly raw: number;
  readonly joined: number;
  /** Indices. */
  readonly paragraph: number;
  readonly sentence: number;
  readonly number: number;
  readonly list: number;
}

/** What was read from paragraphs that have moved. Numbers are the same objects wherever they are spoken of, as they were before. */
export class Mover {
  private readonly numbers = new Map<ProseNumber, ProseNumber>();

  constructor(private readonly by: Move) {}

  private span({ start, end }: Span): Span {
    return { start: start + this.by.raw, end: end + this.by.raw };
  }

  number(number: ProseNumber): ProseNumber {
    let moved = this.numbers.get(number);
    if (!moved) {
      const { joined } = this.by;
      this.numbers.set(number, (moved = { ...number, span: this.span(number.span), from: number.from + joined, to: number.to + joined }));
    }
    return moved;
  }

  sentence({ span, from, to, paragraph, firstNumber, endNumber }: SentenceReading): SentenceReading {
    const { by } = this;
    return { span: this.span(span), from: from + by.joined, to: to + by.joined, paragraph: paragraph + by.paragraph, firstNumber: firstNumber + by.number, endNumber: endNumber + by.number };
  }

  private part(part: PartReading): PartReading {
    const { number, share } = part;
    return { ...part, ...(number ? { number: this.number(number) } : {}), ...(share ? { share: { ...share, number: this.number(share.number) } } : {}) };
  }

  list(list: ListReading): ListReading {
    const { by } = this;
    return {
      ...list,
      whole: this.number(list.whole),
      ...(list.beside ? { beside: list.beside.map((each) => this.number(each)) } : {}),
      parts: list.parts.map((each) => this.part(each)),
      leftOut: list.leftOut.map((each) => this.part(each)),
      sentence: list.sentence + by.sentence,
      ...(list.parent === undefined ? {} : { parent: list.parent + by.list }),
    };
  }

  statement(statement: StatementReading): StatementReading {
    const { by } = this;
    const { number, from, to, phrase, sentence } = statement;
    return { ...statement, ...(number ? { number: this.number(number) } : {}), span: this.span(statement.span), from: from + by.joined, to: to + by.joined, phrase: phrase + by.joined, sentence: sentence + by.sentence };
  }
}
