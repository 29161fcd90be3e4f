import { Mover, type Move } from './moved';
import type { Mark, Paragraphs } from './paragraphs';

type Counts = Pick<Mark, 'sentence' | 'number' | 'list' | 'total' | 'statement'>;
const NONE: Counts = { sentence: 0, number: 0, list: 0, total: 0, statement: 0 };

const added = (mark: Mark, by: Counts): Mark => ({ ...mark, sentence: mark.sentence + by.sentence, number: mark.number + by.number, list: mark.list + by.list, total: mark.total + by.total, statement: mark.statement + by.statement });

/**
 * What was read before of the paragraphs up to `start`, what was read now of those that have changed, and what was read
 * before of those behind. @param behind the first of these, as it was numbered before; absent when there are none
 */
export function putTogether(before: Paragraphs, start: number, changed: Paragraphs, behind: number | undefined, by: Pick<Move, 'raw' | 'joined' | 'paragraph'>): Paragraphs {
  const at: Counts = before.marks[start] ?? NONE;
  const counted = <T extends { readonly sentence: number; readonly parent?: number }>(each: T): T => ({ ...each, sentence: each.sentence + at.sentence, ...(each.parent === undefined ? {} : { parent: each.parent + at.list }) });
  const head = {
    sentences: [...before.sentences.slice(0, at.sentence), ...changed.sentences.map((each) => ({ ...each, firstNumber: each.firstNumber + at.number, endNumber: each.endNumber + at.number }))],
    numbers: [...before.numbers.slice(0, at.number), ...changed.numbers],
    lists: [...before.lists.slice(0, at.list), ...changed.lists.map(counted)],
    totals: [...before.totals.slice(0, at.total), ...changed.totals.map(counted)],
    statements: [...before.statements.slice(0, at.statement), ...changed.statements.map(counted)],
    marks: [...before.marks.slice(0, start), ...changed.marks.map((mark) => added(mark, at))],
  };
  const from = behind === undefined ? undefined : before.marks[behind];
  if (behind === undefined || !from) return head;
  // The mark of the changed paragraphs' end is the one that is kept of the paragraph behind.
  head.marks.pop();
  const moved: Counts = {
    sentence: head.sentences.length - from.sentence,
    number: head.numbers.length - from.number,
    list: head.lists.length - from.list,
    total: head.totals.length - from.total,
    statement: head.statements.length - from.statement,
  };
  const move = new Mover({ ...by, sentence: moved.sentence, number: moved.number, list: moved.list });
  return {
    numbers: [...head.numbers, ...before.numbers.slice(from.number).map((each) => move.number(each))],
    sentences: [...head.sentences, ...before.sentences.slice(from.sentence).map((each) => move.sentence(each))],
    lists: [...head.lists, ...before.lists.slice(from.list).map((each) => move.list(each))],
    totals: [...head.totals, ...before.totals.slice(from.total).map((each) => move.list(each))],
    statements: [...head.statements, ...before.statements.slice(from.statement).map((each) => move.statement(each))],
    marks: [...head.marks, ...before.marks.slice(behind).map((mark) => added(mark, moved))],
  };
}
