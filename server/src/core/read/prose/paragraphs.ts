import type { StatementSet } from '../../format/statements';
import type { JoinedProse } from './join';
import { ListReader } from './lists';
import { scan } from './scan';
import { cutSentences } from './sentences';
import { StatementReader } from './statements';
import type { Known } from './statements-state';
import { readTotals } from './totals';
import type { ListReading, ProseNumber, SentenceReading, StatementReading } from './types';

/** Where a paragraph begins: how much had been read, and what of it the paragraph may build on. */
export interface Mark extends Known {
  readonly sentence: number;
  readonly number: number;
  readonly list: number;
  readonly total: number;
  readonly statement: number;
  /** A list may go on here: the paragraph cannot be read without those before it. */
  readonly open: boolean;
}

/** What was read from some paragraphs in a row. Indices count from the first of them, offsets are those of the whole text. */
export interface Paragraphs {
  readonly sentences: readonly SentenceReading[];
  readonly numbers: readonly ProseNumber[];
  readonly lists: readonly ListReading[];
  readonly totals: readonly ListReading[];
  readonly statements: readonly StatementReading[];
  /** One a paragraph, and one for the end. */
  readonly marks: readonly Mark[];
}

export const NOTHING_KNOWN: Known = { topic: undefined, section: undefined };

/** Reads the paragraphs `[first, end)`. @param known what those before have said */
export function readParagraphs(prose: JoinedProse, first: number, end: number, known: Known, set: StatementSet, agency: string): Paragraphs {
  const from = prose.paragraphs[first]?.from ?? prose.text.length;
  const to = end < prose.paragraphs.length ? (prose.paragraphs[end]?.from ?? prose.text.length) : prose.text.length;
  const tokens = scan(prose, from, to);
  const numbers: ProseNumber[] = [];
  const cut = cutSentences(prose, tokens, numbers, first, to);
  const lists = new ListReader(prose, tokens);
  const statements = new StatementReader(prose, set, agency);
  statements.startFrom(known);
  const totals: ListReading[] = [];
  const marks: Mark[] = [];
  const sentences: SentenceReading[] = [];
  const mark = (): void => {
    const open = lists.isOpen;
    lists.settle();
    const { topic, section } = statements.known;
    marks.push({ sentence: sentences.length, number: cut[sentences.length]?.firstNumber ?? numbers.length, list: lists.lists.length, total: totals.length, statement: statements.statements.length, open, topic, section });
  };
  for (let paragraph = first; paragraph < end; paragraph++) {
    mark();
    for (let begun = false; cut[sentences.length]?.paragraph === paragraph; begun = true) {
      const index = sentences.length;
      const sentence = cut[index] as (typeof cut)[number];
      const segments = lists.read(sentence, index, begun);
      if (sentence.endNumber - sentence.firstNumber > 2) totals.push(...readTotals(prose.text, segments, index, lists.lists));
      statements.sentence(sentence, index, numbers.slice(sentence.firstNumber, sentence.endNumber));
      const { span, paragraph: at, firstNumber, endNumber } = sentence;
      sentences.push({ span, from: sentence.from, to: sentence.to, paragraph: at, firstNumber, endNumber });
    }
  }
  mark();
  return { sentences, numbers, lists: lists.finish(), totals, statements: statements.statements, marks };
}
