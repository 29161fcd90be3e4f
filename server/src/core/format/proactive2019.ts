import { both } from '../text/bilingual';
import type { BlockDeclaration, ColumnDeclaration, RowDeclaration, TableDeclaration } from './types';

const column = (id: string, label: string, en: string, type: ColumnDeclaration['type'] = 'count', unit = '件'): ColumnDeclaration => ({
  id, path: [label], type, unit, name: both(label, en),
});

const documentColumns = [column('made', '本年新制作数量', 'made this year'), column('published', '本年新公开数量', 'published this year'), column('publishedTotal', '对外公开总数量', 'published in all')];
const lastYear = column('itemsLastYear', '上一年项目数量', 'kinds of items last year', 'count', '项');
const change = column('change', '本年增/减', 'change this year', 'signedCount', '项');
const decisions = column('decisions', '处理决定数量', 'decisions');
const itemColumns = [lastYear, change, decisions];
const feeColumns = [lastYear, change];
const procurementColumns = [column('projects', '采购项目数量', 'procurement projects', 'count', '项'), column('amount', '采购总金额', 'total amount', 'money', '元')];

const block = (id: string, item: string, columns: readonly ColumnDeclaration[]): BlockDeclaration => ({
  id,
  title: `第二十条第（${item}）项`,
  cores: [`第二十条第${item}项`, `第20条第${item}项`],
  header: [{ text: '信息内容' }, ...columns.map((each, i) => ({ text: each.path[0] ?? '', ...(i === columns.length - 1 && columns.length === 2 ? { colSpan: 2 } : {}) }))],
});
const row = (id: string, blockId: string, label: string, cores: readonly string[], columns: readonly ColumnDeclaration[], zh: string, en: string, more: Partial<RowDeclaration> = {}): RowDeclaration => ({
  id, level: 1, block: blockId, label, cores, columns, note: both(zh, en), ...more,
});

/**
 * Table 二 of the 2019 format: five stacked blocks. 项目数量 counts kinds of items and 处理决定数量 cases:
 * they do not add up, and no check may compute one from the other.
 */
export const proactive2019: TableDeclaration = {
  id: 'proactiveDisclosure',
  section: 'proactiveDisclosure',
  name: both('主动公开政府信息情况表', 'table of proactive disclosure'),
  labelColumns: 1,
  width: 4,
  header: [],
  blocks: [block('item1', '一', documentColumns), block('item5', '五', itemColumns), block('item6', '六', itemColumns), block('item8', '八', feeColumns), block('item9', '九', procurementColumns)],
  rows: [
    row('rules', 'item1', '规章', ['规章'], documentColumns, '规章的制作和公开数量。', 'Rules made and published.', { whole: true, rulePower: true }),
    row('normativeDocuments', 'item1', '规范性文件', ['规范性文件', '规范性档案'], documentColumns, '规范性文件的制作和公开数量。', 'Normative documents made and published.'),
    row('licences', 'item5', '行政许可', ['行政许可'], itemColumns, '行政许可的事项数和处理决定数。', 'Licence items and decisions.'),
    row('otherServices', 'item5', '其他对外管理服务事项', ['对外管理服务'], itemColumns, '其他对外管理服务事项。', 'Other external administrative services.'),
    row('penalties', 'item6', '行政处罚', ['行政处罚'], itemColumns, '行政处罚的事项数和处理决定数。', 'Penalty items and decisions.'),
    row('coercion', 'item6', '行政强制', ['行政强制'], itemColumns, '行政强制的事项数和处理决定数。', 'Coercive-measure items and decisions.'),
    row('adminFees', 'item8', '行政事业性收费', ['事业性收费', '行政收费'], feeColumns, '行政事业性收费的项目数。', 'Administrative fee items.'),
    row('procurement', 'item9', '政府集中采购', ['集中采购'], procurementColumns, '政府集中采购的项目数和总金额。', 'Centralised procurement.'),
  ],
  equations: [],
  extract: 'keyed',
};
