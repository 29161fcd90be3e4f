import { both } from '../text/bilingual';
import { proactive2019 } from './proactive2019';
import { requests2019 } from './requests';
import { reviewLitigation } from './reviewLitigation';
import { sections } from './sections';
import { statementsOf } from './statements';
import type { FormatDeclaration } from './types';

const tables = [proactive2019, requests2019, reviewLitigation];

/** The trial format: 国办公开办函〔2019〕60号, report years 2019 and 2020. No fee statement was required yet. */
export const format2019: FormatDeclaration = {
  id: '2019',
  name: both('2019年版（试行）格式', '2019 (trial) format'),
  years: { from: 2019, to: 2020 },
  notice: {
    number: '国办公开办函〔2019〕60号',
    formatTitle: '中华人民共和国政府信息公开工作年度报告格式（试行）',
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
  },
  title: { template: '{agency}{year}年政府信息公开工作年度报告', ending: '政府信息公开工作年度报告' },
  sections: sections(),
  tables,
  statements: statementsOf('2019', tables),
  carries: [{ code: 'carried-over', table: 'requests', row: 'carriedIn', lastYearRow: 'carriedOut' }],
  // 对外公开总数量 is not the stock of documents in force, so no stock equation runs from this format.
  stocks: [],
  rollUp: { requests: [], reviewLitigation: [] },
};
