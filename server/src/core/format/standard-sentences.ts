import { both, type Bilingual } from '../text/bilingual';
import type { CellTerm } from './statements';
import type { FormatDeclaration, TableDeclaration } from './types';

/**
 * A sentence nearly every office writes about a table. In `text`, `{year}` and `{agency}` are filled in, and `{0}`, `{1}` … by
 * the sums of `numbers`. A sentence that says there was none is for tables that say so.
 */
export interface StandardSentence {
  readonly id: string;
  readonly name: Bilingual;
  /** Id of the section it usually stands in. */
  readonly section: string;
  readonly text: string;
  readonly numbers: readonly (readonly CellTerm[])[];
  /** `none`: only where every number is 0 · `some`: not where all are known to be 0. */
  readonly when: 'none' | 'some';
  /** Where it is a list, parts that are 0 are left out: their words with `{n}` in the middle. */
  readonly list?: readonly string[];
}

const term = (table: string, column: string) => (row: string): CellTerm => ({ table, row, column });
const received = term('requests', 'total');
const cases = (group: string): CellTerm => ({ table: 'reviewLitigation', row: 'cases', column: `${group}.total` });
const published = (row: string, column: string): CellTerm[] => [{ table: 'proactiveDisclosure', row, column }];

const OVERVIEW = 'overview';

/** The classes of outcomes with the rows each consists of, and a list of them: `予以公开{0}件、部分公开{1}件`. */
function outcomes(table: TableDeclaration): { readonly numbers: readonly CellTerm[][]; readonly list: readonly string[] } {
  const classes = table.rows.filter((row) => row.parent === 'outcomes' && row.id !== 'outcomesTotal');
  const leaves = (id: string): CellTerm[] => table.rows.filter((row) => row.parent === id).map((row) => received(row.id));
  return {
    numbers: classes.map((row) => (row.group ? leaves(row.id) : [received(row.id)])),
    list: classes.map((row, i) => `${row.label.replace(/^（[^）]*）|（[^）]*）?$/g, '')}{${i}}件`),
  };
}

/** Who applied: natural persons and all organisations together. */
function applicants(table: TableDeclaration): { readonly numbers: readonly CellTerm[][]; readonly list: readonly string[] } {
  const columns = table.rows.find((row) => row.id === 'newReceived')?.columns.filter((column) => column.id !== 'total') ?? [];
  const names = [...new Set(columns.map((column) => column.path[0] ?? ''))];
  return {
    numbers: names.map((name) => columns.filter((column) => column.path[0] === name).map((column) => term('requests', column.id)('newReceived'))),
    list: names.map((name, i) => `${name}{${i}}件`),
  };
}

/** The standard sentences of a format, from its own tables. */
export function standardSentences(format: FormatDeclaration): readonly StandardSentence[] {
  const requests = format.tables.find((table) => table.id === 'requests');
  const documents: StandardSentence[] = format.id === '2019' ? [] : [
    { id: 'documents', name: both('制发规范性文件', 'normative documents'), section: OVERVIEW, when: 'some', text: '{year}年，制发行政规范性文件{0}件，废止{1}件，现行有效{2}件。', numbers: ['issued', 'repealed', 'inForce'].map((column) => published('normativeDocuments', column)) },
    { id: 'adminFees', name: both('行政事业性收费', 'administrative fees'), section: OVERVIEW, when: 'some', text: '{year}年，行政事业性收费{0}万元。', numbers: [published('adminFees', 'amount')] },
  ];
  return [
    { id: 'received', name: both('新收和办结申请', 'requests received and closed'), section: OVERVIEW, when: 'some', text: '{year}年，新收政府信息公开申请{0}件，上年结转{1}件，办结{2}件，结转下年度继续办理{3}件。', numbers: ['newReceived', 'carriedIn', 'outcomesTotal', 'carriedOut'].map((row) => [received(row)]) },
    ...(requests ? [
      { id: 'applicants', name: both('申请人情况', 'who applied'), section: OVERVIEW, when: 'some' as const, text: '{year}年新收的政府信息公开申请中，{list}。', ...applicants(requests) },
      { id: 'outcomes', name: both('申请办理结果', 'outcomes of requests'), section: OVERVIEW, when: 'some' as const, text: '{year}年办结的政府信息公开申请中，{list}。', ...outcomes(requests) },
    ] : []),
    { id: 'noRequests', name: both('未收到申请', 'no requests'), section: OVERVIEW, when: 'none', text: '{year}年，{agency}未收到政府信息公开申请。', numbers: [[received('newReceived')]] },
    { id: 'cases', name: both('复议诉讼件数', 'reviews and lawsuits'), section: OVERVIEW, when: 'some', text: '{year}年，因政府信息公开被申请行政复议{0}件，被提起行政诉讼{1}件。', numbers: [[cases('review')], [cases('litigationDirect'), cases('litigationAfterReview')]] },
    { id: 'noCases', name: both('未发生复议诉讼', 'no review or lawsuit'), section: OVERVIEW, when: 'none', text: '{year}年，{agency}未发生因政府信息公开引起的行政复议、行政诉讼。', numbers: ['review', 'litigationDirect', 'litigationAfterReview'].map((group) => [cases(group)]) },
    ...documents,
    { id: 'decisions', name: both('许可处罚强制决定', 'licences, penalties and coercion'), section: OVERVIEW, when: 'some', text: '{year}年，作出行政许可处理决定{0}件、行政处罚处理决定{1}件、行政强制处理决定{2}件。', numbers: ['licences', 'penalties', 'coercion'].map((row) => published(row, 'decisions')) },
  ];
}
