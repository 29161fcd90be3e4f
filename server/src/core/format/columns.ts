import { both } from '../text/bilingual';
import type { ColumnDeclaration, HeaderCell } from './types';

const count = (id: string, path: readonly string[], en: string): ColumnDeclaration => ({
  id,
  path,
  type: 'count',
  unit: '件',
  name: both(path.join('／'), en),
});

const ORGANISATION = '法人或其他组织';

/** The seven value columns of table 三. Identified by position: extracted headers shift, the order never does. */
export const applicantColumns: readonly ColumnDeclaration[] = [
  count('naturalPerson', ['自然人'], 'natural persons'),
  count('commercialEnterprise', [ORGANISATION, '商业企业'], 'commercial enterprises'),
  count('researchInstitution', [ORGANISATION, '科研机构'], 'research institutions'),
  count('publicWelfareOrg', [ORGANISATION, '社会公益组织'], 'public-welfare organisations'),
  count('legalServiceOrg', [ORGANISATION, '法律服务机构'], 'legal-service organisations'),
  count('otherOrg', [ORGANISATION, '其他'], 'other organisations'),
  count('total', ['总计'], 'total'),
];

/** The header of table 三 as the official form prints it. */
export const applicantHeader: readonly (readonly HeaderCell[])[] = [
  [
    { text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', colSpan: 3, rowSpan: 3 },
    { text: '申请人情况', colSpan: 7 },
  ],
  [
    { text: '自然人', rowSpan: 2 },
    { text: ORGANISATION, colSpan: 5 },
    { text: '总计', rowSpan: 2 },
  ],
  [{ text: '商业企业' }, { text: '科研机构' }, { text: '社会公益组织' }, { text: '法律服务机构' }, { text: '其他' }],
];

const results = [
  ['upheld', '结果维持', 'upheld'],
  ['corrected', '结果纠正', 'corrected'],
  ['otherResult', '其他结果', 'other result'],
  ['pending', '尚未审结', 'pending'],
  ['total', '总计', 'total'],
] as const;

const caseGroups = [
  ['review', ['行政复议'], 'administrative review'],
  ['litigationDirect', ['行政诉讼', '未经复议直接起诉'], 'sued directly'],
  ['litigationAfterReview', ['行政诉讼', '复议后起诉'], 'sued after review'],
] as const;

/** The fifteen value columns of table 四, ids `group.result`. */
export const caseColumns: readonly ColumnDeclaration[] = caseGroups.flatMap(([group, path, groupName]) =>
  results.map(([result, label, name]) => count(`${group}.${result}`, [...path, label], `${groupName}: ${name}`)),
);

export const caseColumnGroups = caseGroups.map(([id, path, en]) => ({
  id,
  name: both(path.join('／'), en),
  columns: results.map(([result]) => `${id}.${result}`),
}));

/** The header of table 四 as the official form prints it. */
export const caseHeader: readonly (readonly HeaderCell[])[] = [
  [
    { text: '行政复议', colSpan: 5 },
    { text: '行政诉讼', colSpan: 10 },
  ],
  [
    ...results.map(([, text]) => ({ text, rowSpan: 2 })),
    { text: '未经复议直接起诉', colSpan: 5 },
    { text: '复议后起诉', colSpan: 5 },
  ],
  [...results, ...results].map(([, text]) => ({ text })),
];
