import { both } from '../text/bilingual';
import { caseColumnGroups, caseColumns, caseHeader } from './columns';
import type { TableDeclaration } from './types';

/** Table 四, the same in both formats: one row of fifteen values without a label. */
export const reviewLitigation: TableDeclaration = {
  id: 'reviewLitigation',
  section: 'reviewLitigation',
  name: both('政府信息公开行政复议、行政诉讼情况表', 'table of administrative reviews and litigation'),
  labelColumns: 0,
  width: 15,
  header: caseHeader,
  rows: [
    {
      id: 'cases',
      label: '',
      cores: [],
      level: 1,
      columns: caseColumns,
      note: both('本年度因政府信息公开引起的行政复议、行政诉讼件数。', 'Administrative reviews and lawsuits over disclosure in the year.'),
    },
  ],
  equations: caseColumnGroups.map((group) => ({
    kind: 'rowTotal' as const,
    code: 'row-total',
    name: both(`${group.name.zh}：四项结果之和＝总计`, `${group.name.en}: the four results add up to 总计`),
    parts: group.columns.slice(0, -1),
    total: group.columns.at(-1) ?? '',
  })),
  extract: 'groups',
  groups: caseColumnGroups,
};
