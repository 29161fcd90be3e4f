import { standardSentences, type StandardSentence } from '../format/standard-sentences';
import type { CellTerm } from '../format/statements';
import type { FormatDeclaration } from '../format/types';
import { format as digits, isZero, sum, type Exact } from '../text/exact';
import { SnippetBody } from './body';
import type { SnippetItem } from './items';
import { initials, pinyin } from './pinyin';

/** What a report says that sentences are filled with. */
export interface ReportFacts {
  /** Empty when nothing tells who reports. */
  readonly agency: string;
  readonly year?: { readonly value: number };
  /** The value of a cell; `undefined` when it is not known for certain. */
  value(table: string, row: string, column: string): Exact | undefined;
}

/** Stands where nothing tells who reports. */
const OURSELVES = '本机关';

/**
 * The standard sentences with the numbers of the report's own tables. A number that is not known becomes a tab stop; that there was
 * none is only offered where the table says so, and that there was some not where it says none.
 */
export function filledSentences(format: FormatDeclaration, report: ReportFacts): readonly SnippetItem[] {
  return standardSentences(format).flatMap((sentence) => {
    const numbers = sentence.numbers.map((terms) => total(terms, report));
    const none = numbers.every((number) => number && isZero(number));
    return none === (sentence.when === 'none') ? [item(sentence, numbers, report)] : [];
  });
}

function total(terms: readonly CellTerm[], report: ReportFacts): Exact | undefined {
  const values = terms.flatMap(({ table, row, column }) => report.value(table, row, column) ?? []);
  return values.length === terms.length ? sum(values) : undefined;
}

function item(sentence: StandardSentence, numbers: readonly (Exact | undefined)[], report: ReportFacts): SnippetItem {
  const { id, name, section } = sentence;
  const prefix = initials(name.zh);
  return {
    id: `sentence.${id}`,
    kind: 'sentence',
    section,
    prefixes: [prefix],
    label: name,
    filterText: [prefix, pinyin(name.zh), name.zh].join(' '),
    body: (_notation, year) => {
      const body = new SnippetBody();
      for (const part of textOf(sentence, numbers).split(/(\{\w+\})/)) {
        const at = /^\{(\w+)\}$/.exec(part)?.[1];
        if (at === undefined) body.text(part);
        else if (at === 'year' && report.year) body.text(String(report.year.value));
        else if (at === 'year') body.mirrored('year', year);
        else if (at === 'agency') body.text(report.agency === '' ? OURSELVES : report.agency);
        else {
          const number = numbers[Number(at)];
          if (number) body.text(digits(number));
          else body.stop('');
        }
      }
      return body.toString();
    },
  };
}

/** The words; of a list only the parts that are not 0. */
function textOf({ text, list = [] }: StandardSentence, numbers: readonly (Exact | undefined)[]): string {
  const parts = list.filter((_, i) => !(numbers[i] && isZero(numbers[i])));
  return text.replace('{list}', parts.join('、'));
}
