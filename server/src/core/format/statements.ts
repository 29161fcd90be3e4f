import { caseColumnGroups, caseColumns } from './columns';
import type { RowDeclaration, TableDeclaration } from './types';

/** What a statement in prose counts. */
export type StatementObject = 'requests' | 'review' | 'litigation' | 'documents' | 'licences' | 'penalties' | 'coercion' | 'fees';

/** Part of a sum of cells; `minus` takes it off. */
export interface CellTerm {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly minus?: true;
}

/** What a family's words say of what is counted. */
export type StatementRole =
  /** Says how many came in, were decided, issued …: others are parts of it. */
  | 'whole'
  /** A part of another: carried in, carried out. */
  | 'flow'
  /** How it was closed. */
  | 'class'
  /** Who applied. */
  | 'applicant';

/**
 * A count of the tables that offices repeat in prose. `words` are what says it beside the noun; without words the noun alone
 * says it. The number must equal one of the sums in `equals`: where offices use a word in two ways, either will do.
 */
export interface StatementDeclaration {
  readonly id: string;
  readonly object: StatementObject;
  readonly role: StatementRole;
  readonly words: readonly string[];
  readonly equals: readonly (readonly CellTerm[])[];
  /** Side of the balance new + carried in = closed + carried out. */
  readonly balance?: 'in' | 'carriedIn' | 'out' | 'carriedOut';
  /** Words that say it only with a year before (`from`: 2023年结转) or behind them (`to`: 转入2025年). */
  readonly timed?: { readonly side: 'from' | 'to'; readonly words: readonly string[] };
}

/** The nouns for what is counted, the units it is counted in, and the words that may stand beside the noun and narrow nothing. */
export interface ObjectDeclaration {
  readonly id: StatementObject;
  readonly nouns: readonly string[];
  readonly units: readonly string[];
  /** Acts that go with the noun without changing what is counted. */
  readonly acts: readonly string[];
  /** It is a matter of this report only where the text speaks of disclosure. */
  readonly onDisclosure?: true;
}

export interface StatementSet {
  readonly objects: readonly ObjectDeclaration[];
  readonly families: readonly StatementDeclaration[];
}

const at = (table: string, column: string) => (row: string): CellTerm => ({ table, row, column });
const total = at('requests', 'total');
const oneOf = (...rows: readonly (readonly string[])[]): CellTerm[][] => rows.map((each) => each.map(total));
const RECEIVED = [['newReceived'], ['newReceived', 'carriedIn']] as const;
const HANDLED = [...RECEIVED, ['outcomesTotal']] as const;

const whole = (id: string, words: readonly string[], equals: readonly (readonly CellTerm[])[], balance?: 'in' | 'out'): StatementDeclaration => ({ id, object: 'requests', role: 'whole', words, equals, ...(balance ? { balance } : {}) });

/** Offices that leave withdrawn and dropped requests out of those answered are not wrong. */
const answered = (table: TableDeclaration): CellTerm[][] => [
  [total('outcomesTotal')],
  [total('outcomesTotal'), ...table.rows.filter((row) => !row.group && (row.parent === 'other' || row.id === 'other')).map((row): CellTerm => ({ ...total(row.id), minus: true }))],
];

/** Other wordings for the classes of outcomes; the labels of the rows are known already. */
const CLASS_WORDS: Readonly<Record<string, readonly string[]>> = {
  granted: ['同意公开', '全部公开', '完全公开', '全文公开'],
  partlyGranted: ['区分处理', '区分处理并部分公开'],
  denied: ['不同意公开'],
  other: ['其他方式处理', '其他情形处理', '其他类型处理'],
};

const withoutRemark = (label: string): string => label.replace(/^(?:（[^）]*）|\d+\.|[一二三四]、)/, '').replace(/（.*$/, '');

/** Labels as they stand in running text: as a whole, without quotation marks, and by their distinctive parts. */
function labelWords(row: RowDeclaration): string[] {
  const label = withoutRemark(row.label);
  const words = [label, label.replace(/[“”]/g, ''), ...(CLASS_WORDS[row.id] ?? []), ...(row.whole ? [] : row.cores)];
  return [...new Set(words)].filter((word) => word.length > 2);
}

/** The classes of table 三 and what they consist of: a class with rows of its own is their sum. */
function outcomes(table: TableDeclaration): StatementDeclaration[] {
  const inside = new Set(['outcomes']);
  for (const row of table.rows) if (row.group && row.parent && inside.has(row.parent)) inside.add(row.id);
  return table.rows
    .filter((row) => row.parent !== undefined && inside.has(row.parent) && row.id !== 'outcomesTotal')
    .flatMap((row): StatementDeclaration[] => {
      const words = labelWords(row);
      if (words.length === 0) return [];
      const leaves = row.group ? table.rows.filter((each) => each.parent === row.id).map((each) => each.id) : [row.id];
      return [{ id: `outcome.${row.id}`, object: 'requests', role: 'class', words, equals: [leaves.map(total)] }];
    });
}

/** Who applied: told of the new requests, of all that were open, or of those closed. */
function applicants(table: TableDeclaration): StatementDeclaration[] {
  const columns = table.rows.find((row) => row.id === 'newReceived')?.columns ?? [];
  const rows = [['newReceived'], ['newReceived', 'carriedIn'], ['outcomesTotal']];
  const of = (ids: readonly string[]): CellTerm[][] => rows.map((each) => each.flatMap((row) => ids.map((column) => at('requests', column)(row))));
  const organisations = columns.filter((column) => column.path.length > 1);
  const name = organisations[0]?.path[0] ?? '';
  return [
    ...columns.filter((column) => column.id !== 'total' && column.path.at(-1) !== '其他').map((column): StatementDeclaration => ({
      id: `applicant.${column.id}`, object: 'requests', role: 'applicant', words: [column.path.at(-1) ?? '', ...(column.path.length === 1 ? ['公民', '个人', '公民个人', '公民(自然人)'] : [])], equals: of([column.id]),
    })),
    { id: 'applicant.organisations', object: 'requests', role: 'applicant', words: [name, ...['和', '及', '与', '、', '或者', '以及', ''].map((joint) => name.replace('或', joint))], equals: of(organisations.map((column) => column.id)) },
  ];
}

const YEAR_WORDS = ['下年', '下年度', '下一年', '下一年度', '次年', '来年', '明年', '翌年'];
const INTO = ['结转', '结转至', '结转到', '结转入', '转', '转入', '转至', '转到', '转接至', '转接到', '顺延', '顺延至', '顺延到', '延至', '延续至', '延续到', '跨', '接转', '接转至', '结转给', '留至', '移至', '转结', '转结至'];
const PAST_WORDS = ['上年', '上年度', '上一年', '上一年度', '去年', '往年', '前一年', '前一年度'];
const FROM = ['结转', '结转的', '结转来', '结转而来', '结转至今年', '结转到今年', '结转至本年', '结转至本年度', '结转到本年', '结转到本年度', '结转本年', '结转本年度', '转入', '转来', '遗留', '未办结', '未办结转入', '接转', '转接', '顺延', '结转下来', '跨年', '转结'];

function requestFamilies(table: TableDeclaration): StatementDeclaration[] {
  return [
    whole('newReceived', ['新收', '新收到', '新受理', '新接收', '新接到', '新增', '本年新收', '本年度新收', '当年新收', '本年新收到', '新收取', '新收件', '新收的', '新申请', '共新收', '共新收到'], oneOf(['newReceived']), 'in'),
    whole('received', ['收到', '收到了', '受理', '受理了', '接收', '接到', '接收到', '收受', '收到和处理', '收办', '收悉', '接受', '接受了', '接件', '收件', '收到并受理', '接收并受理', '受理和收到', '登记', '登记受理', '提出', '提交', '提起'], oneOf(...RECEIVED), 'in'),
    whole('handled', ['办理', '办理了', '处理', '处理了', '受理并答复', '收到并答复', '受理并办结', '收到并办结', '受理并办理', '受理办理', '受理、办理', '收到并办理', '收到、办理', '接收并办理', '承办', '接收办理', '办理答复', '收到并处理', '受理并处理', '受理和办理', '受理答复', '收到及办理'], oneOf(...HANDLED)),
    whole('counted', [], oneOf(...HANDLED)),
    whole('closed', ['办结', '办结了', '办毕', '办理完毕', '处理完毕', '办理完成', '完成办理', '处理办结', '办理办结', '审结办结', '办理结束'], oneOf(['outcomesTotal']), 'out'),
    whole('answered', ['答复', '答复了', '完成答复', '办理并答复', '办结并答复', '办结答复', '作出答复', '做出答复', '予以答复', '给予答复', '回复', '回复了', '办复', '答复完毕', '出具答复', '答复办结'], answered(table), 'out'),
    // 新收5件，其中办结4件: of those closed, those that were not carried in.
    ...['closedOfNew', 'answeredOfNew'].map((id): StatementDeclaration => ({ id, object: 'requests', role: 'flow', words: [], equals: [[total('outcomesTotal'), { ...total('carriedIn'), minus: true }]] })),
    { id: 'carriedIn', object: 'requests', role: 'flow', balance: 'carriedIn', timed: { side: 'from', words: FROM }, words: ['结转', ...PAST_WORDS.flatMap((year) => FROM.map((word) => `${year}${word}`)), '结转上年', '结转上年度', '结转上年的'], equals: oneOf(['carriedIn']) },
    {
      id: 'carriedOut', object: 'requests', role: 'flow', balance: 'carriedOut', timed: { side: 'to', words: INTO }, equals: oneOf(['carriedOut']),
      words: ['结转', '顺延', ...INTO.flatMap((word) => YEAR_WORDS.map((year) => `${word}${year}`)), '正在办理', '正在办理中', '正在处理', '正在答复', '在办', '办理中', '尚未办结', '未办结', '尚在办理', '尚在办理中', '仍在办理', '仍在办理中', '正按程序办理', '尚未答复', '结转继续办理'],
    },
    ...outcomes(table),
    ...applicants(table),
  ];
}

const cases = (columns: readonly string[]): CellTerm[] => columns.map((column) => at('reviewLitigation', column)('cases'));

/** Further words for the results of reviews and lawsuits. */
const RESULT_WORDS: Readonly<Record<string, readonly string[]>> = {
  upheld: ['维持', '维持原行政行为', '维持原行为', '被维持', '予以维持'],
  corrected: ['纠正', '被纠正', '予以纠正'],
  otherResult: ['其它结果'],
  pending: ['未审结', '正在审理', '正在审理中', '尚在审理', '尚在审理中', '仍在审理', '仍在审理中', '审理中', '未结案', '尚未结案'],
};

function caseFamilies(): StatementDeclaration[] {
  const groups = caseColumnGroups.map(({ id, columns }) => ({ object: id === 'review' ? ('review' as const) : ('litigation' as const), id, columns }));
  const sums = (object: StatementObject, result: string): CellTerm[] => cases(groups.filter((group) => group.object === object).flatMap(({ columns }) => columns.filter((column) => column.endsWith(`.${result}`))));
  const results = (['review', 'litigation'] as const).flatMap((object) =>
    [...new Set(caseColumns.map((column) => column.id.split('.')[1] ?? ''))].filter((result) => result !== 'total').map((result): StatementDeclaration => {
      const label = caseColumns.find((column) => column.id.endsWith(`.${result}`))?.path.at(-1) ?? '';
      return { id: `${object}.${result}`, object, role: 'class', words: [label, ...(RESULT_WORDS[result] ?? [])], equals: [sums(object, result)] };
    }),
  );
  const direct = (id: string, words: readonly string[]): StatementDeclaration => ({ id, object: 'litigation', role: 'class', words, equals: [cases([`${id}.total`])] });
  return [
    { id: 'review', object: 'review', role: 'whole', words: [], equals: [sums('review', 'total')] },
    { id: 'litigation', object: 'litigation', role: 'whole', words: [], equals: [sums('litigation', 'total')] },
    direct('litigationDirect', ['未经复议直接起诉', '直接起诉', '未经复议直接提起诉讼', '未经复议直接提起行政诉讼', '未经行政复议直接起诉', '直接提起诉讼', '直接提起行政诉讼', '未经复议起诉']),
    direct('litigationAfterReview', ['复议后起诉', '经复议后起诉', '行政复议后起诉', '经行政复议后起诉', '复议后提起诉讼', '复议后提起行政诉讼', '经复议后提起诉讼', '经复议后提起行政诉讼', '复议后又起诉']),
    ...results,
  ];
}

const cell = (row: string, column: string): CellTerm[] => [{ table: 'proactiveDisclosure', row, column }];
const ISSUED = ['制发', '制定', '制定了', '印发', '印发了', '出台', '出台了', '发布', '发布了', '新制定', '新制发', '新出台', '新印发', '制定印发', '制定出台', '制定发布', '制作', '制发了', '本年制发', '制定并印发', '制定和印发', '新发布', '下发', '颁布', '新增'];

/** Documents, decisions and fees: the columns of the two formats differ. */
function proactiveFamilies(formatId: string): StatementDeclaration[] {
  const decisions = (id: 'licences' | 'penalties' | 'coercion'): StatementDeclaration => ({ id, object: id, role: 'whole', words: [], equals: [cell(id, 'decisions')] });
  const document = (id: string, words: readonly string[], column: string): StatementDeclaration => ({ id, object: 'documents', role: 'flow', words, equals: [cell('normativeDocuments', column)] });
  const shared = (['licences', 'penalties', 'coercion'] as const).map(decisions);
  if (formatId === '2019') return [{ ...document('issued', ISSUED, 'made'), equals: [cell('normativeDocuments', 'made'), cell('normativeDocuments', 'published')] }, ...shared];
  return [
    document('issued', ISSUED, 'issued'),
    document('repealed', ['废止', '废止了', '清理废止', '宣布废止', '本年废止', '清理并废止', '予以废止'], 'repealed'),
    document('inForce', ['现行有效', '现行有效的', '现行有效为', '现行有效件数'], 'inForce'),
    ...shared,
    { id: 'fees', object: 'fees', role: 'whole', words: [], equals: [cell('adminFees', 'amount')] },
  ];
}

const PREFIXES = ['政府信息公开', '信息公开', '依申请公开', '政府信息依申请公开', '政务公开', '依申请公开政府信息', '公开政府信息', '政务信息公开', '政府信息的公开'];
const REQUEST_ENDS = ['申请', '申请件', '的申请', '申请书', '申请表', '申请事项', '办件', '申请案件', '申请材料', '申请信息', '事项申请'];
const REQUEST_NOUNS = [
  ...PREFIXES.flatMap((prefix) => REQUEST_ENDS.map((end) => `${prefix}${end}`)),
  '依申请公开', '依申请公开件', '依申请公开事项', '依申请公开信息', '政府信息依申请公开', '政府信息公开依申请', '依申请公开政府信息', '依申请公开政府信息申请', '依申请', '依申请件', '公开申请', '申请公开政府信息', '申请政府信息公开', '申请信息公开', '申请公开信息', '政府信息依申请公开件', '依申请公开案件', '政府信息依申请公开事项',
];

const decision = (id: 'licences' | 'penalties' | 'coercion', noun: string, more: readonly string[] = []): ObjectDeclaration => ({
  id, units: ['件', '起', '宗', '例', ...(id === 'coercion' ? ['次'] : [])],
  nouns: [...[noun, ...more].flatMap((word) => ['', '决定', '处理决定', '决定书', '案件', '业务', '办件'].map((end) => `${word}${end}`)), `${noun}处理决定数量`, `${noun}决定数量`],
  acts: ['办理', '办理了', '作出', '作出了', '做出', '做出了', '实施', '实施了', '办结', '审批', '下达', '依法作出', '处理', '处理决定', '决定'],
});

const objects: readonly ObjectDeclaration[] = [
  { id: 'requests', nouns: REQUEST_NOUNS, units: ['件', '项', '起', '例', '宗', '条', '份', '个'], acts: [] },
  {
    id: 'review', onDisclosure: true, units: ['件', '起', '宗', '例', '次', '项', '个'],
    nouns: ['行政复议', '行政复议案件', '行政复议申请', '复议案件', '行政复议件', '行政复议案', '复议'],
    acts: ['发生', '发生了', '被申请', '被提起', '被提出', '引发', '引发的', '引起', '引起的', '产生', '产生的', '提起', '提起的', '提出', '提出的', '申请', '收到', '出现', '导致', '导致的', '办理', '涉及', '新增', '被', '申请的', '发生的', '涉', '新收', '收到申请人'],
  },
  {
    id: 'litigation', onDisclosure: true, units: ['件', '起', '宗', '例', '次', '项', '个'],
    nouns: ['行政诉讼', '行政诉讼案件', '诉讼', '诉讼案件', '行政诉讼案', '行政诉讼申请', '行政诉讼件'],
    acts: ['发生', '发生了', '被提起', '被提出', '引发', '引发的', '引起', '引起的', '产生', '产生的', '提起', '提起的', '被诉', '收到', '出现', '导致', '导致的', '办理', '涉及', '新增', '被', '发生的', '涉', '新收', '被申请'],
  },
  {
    id: 'documents', units: ['件', '份', '个', '部', '篇'],
    nouns: ['规范性文件', '行政规范性文件'],
    acts: [],
  },
  decision('licences', '行政许可'),
  decision('penalties', '行政处罚'),
  decision('coercion', '行政强制', ['行政强制措施']),
  { id: 'fees', nouns: ['行政事业性收费', '行政事业性收费金额', '行政事业性收费收入', '行政事业性收费总额', '行政事业性收费总金额'], units: ['元'], acts: ['收取', '收取了', '征收', '收缴', '实收', '收取的'] },
];

/** The statements of a format, from its own tables. */
export function statementsOf(formatId: string, tables: readonly TableDeclaration[]): StatementSet {
  const requests = tables.find((table) => table.id === 'requests');
  return { objects, families: [...(requests ? requestFamilies(requests) : []), ...caseFamilies(), ...proactiveFamilies(formatId)] };
}
