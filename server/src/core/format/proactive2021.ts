import { both } from '../text/bilingual';
import type { BlockDeclaration, ColumnDeclaration, HeaderCell, RowDeclaration, TableDeclaration } from './types';

const column = (id: string, label: string, en: string, type: ColumnDeclaration['type'] = 'count', unit = '件'): ColumnDeclaration => ({
  id, path: [label], type, unit, name: both(label, en),
});

const documentColumns = [column('issued', '本年制发件数', 'issued this year'), column('repealed', '本年废止件数', 'repealed this year'), column('inForce', '现行有效件数', 'in force')];
const decisionColumns = [column('decisions', '本年处理决定数量', 'decisions this year')];
const feeColumns = [column('amount', '本年收费金额（单位：万元）', 'fees collected, 10,000 yuan', 'amount', '万元')];

const CONTENT: HeaderCell = { text: '信息内容' };
const header = (columns: readonly ColumnDeclaration[]): readonly HeaderCell[] => [
  CONTENT,
  ...columns.map((each) => ({ text: each.path[0] ?? '', ...(columns.length === 1 ? { colSpan: 3 } : {}) })),
];
const block = (id: string, item: string, columns: readonly ColumnDeclaration[]): BlockDeclaration => ({
  id, title: `第二十条第（${item}）项`, cores: [`第二十条第${item}项`, `第20条第${item}项`], header: header(columns),
});
const row = (id: string, blockId: string, label: string, cores: readonly string[], columns: readonly ColumnDeclaration[], zh: string, en: string, more: Partial<RowDeclaration> = {}): RowDeclaration => ({
  id, level: 1, block: blockId, label, cores, columns, note: both(zh, en), ...more,
});

/** Table 二 of the 2021 format: four stacked blocks, no equations (the notice prescribes none). */
export const proactive2021: TableDeclaration = {
  id: 'proactiveDisclosure',
  section: 'proactiveDisclosure',
  name: both('主动公开政府信息情况表', 'table of proactive disclosure'),
  labelColumns: 1,
  width: 4,
  header: [],
  blocks: [block('item1', '一', documentColumns), block('item5', '五', decisionColumns), block('item6', '六', decisionColumns), block('item8', '八', feeColumns)],
  rows: [
    row('rules', 'item1', '规章', ['规章'], documentColumns, '国务院部门、省级政府、设区的市和自治州政府才有权制定规章。', 'Only ministries, provinces and prefecture-level governments may issue rules.', { whole: true, rulePower: true }),
    row('normativeDocuments', 'item1', '行政规范性文件', ['规范性文件', '规范性档案'], documentColumns, '本年制发、废止和年底现行有效的行政规范性文件。', 'Administrative normative documents issued, repealed and in force at year end.'),
    row('licences', 'item5', '行政许可', ['行政许可'], decisionColumns, '本年作出的行政许可处理决定数量。', 'Licensing decisions made in the year.'),
    row('penalties', 'item6', '行政处罚', ['行政处罚'], decisionColumns, '本年作出的行政处罚决定数量。', 'Penalty decisions made in the year.'),
    row('coercion', 'item6', '行政强制', ['行政强制'], decisionColumns, '本年作出的行政强制决定数量。', 'Coercive measures decided in the year.'),
    row('adminFees', 'item8', '行政事业性收费', ['事业性收费', '行政收费'], feeColumns, '本年实际收取的金额，单位万元。', 'Money actually collected, in 10,000 yuan.'),
  ],
  equations: [],
  lowerBounds: [{ code: 'in-force-balance', rows: ['rules', 'normativeDocuments'], column: 'inForce', plus: ['issued'], minus: ['repealed'] }],
  extract: 'keyed',
};
