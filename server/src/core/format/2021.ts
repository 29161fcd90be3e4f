import { both } from '../text/bilingual';
import { proactive2021 } from './proactive2021';
import { requests2021 } from './requests';
import { reviewLitigation } from './reviewLitigation';
import { sections } from './sections';
import { statementsOf } from './statements';
import type { FormatDeclaration } from './types';

const tables = [proactive2021, requests2021, reviewLitigation];

/** The format in force: 国办公开办函〔2021〕30号, report years from 2021 on. */
export const format2021: FormatDeclaration = {
  id: '2021',
  name: both('2021年版格式', '2021 format'),
  years: { from: 2021 },
  notice: {
    number: '国办公开办函〔2021〕30号',
    formatTitle: '中华人民共和国政府信息公开工作年度报告格式',
    title: '国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知',
  },
  title: { template: '{agency}{year}年政府信息公开工作年度报告', ending: '政府信息公开工作年度报告' },
  sections: sections(2021),
  tables,
  statements: statementsOf('2021', tables),
  carries: [{ code: 'carried-over', table: 'requests', row: 'carriedIn', lastYearRow: 'carriedOut' }],
  stocks: [{ code: 'in-force-documents', table: 'proactiveDisclosure', rows: ['rules', 'normativeDocuments'], stock: 'inForce', plus: ['issued'], minus: ['repealed'] }],
  // 规章 and 规范性文件 issued jointly may be counted twice or not at all: left out.
  rollUp: { requests: [], reviewLitigation: [], proactiveDisclosure: ['licences', 'penalties', 'coercion', 'adminFees'] },
};
