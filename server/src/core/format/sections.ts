import { both } from '../text/bilingual';
import type { SectionDeclaration } from './types';

const topics = [
  { id: 'proactive', title: '主动公开', accepted: ['主动公开情况', '主动公开方面', '主动公开政府信息情况', '政府信息主动公开情况', '主动公开信息情况', '主动公开工作情况'], cores: ['主动公开'] },
  { id: 'onRequest', title: '依申请公开', accepted: ['依申请公开情况', '依申请公开方面', '政府信息依申请公开办理情况', '政府信息依申请公开情况', '收到政府信息公开申请情况', '依申请公开工作情况'], cores: ['依申请公开', '申请公开', '公开申请'] },
  { id: 'management', title: '政府信息管理', accepted: ['政府信息管理情况', '信息管理情况', '政府信息资源管理'], cores: ['信息管理', '信息资源管理', '政府信息资源'] },
  { id: 'platform', title: '政府信息公开平台建设', accepted: ['平台建设', '平台建设情况', '政府信息平台建设情况', '公开平台建设方面'], cores: ['平台建设', '公开平台'] },
  { id: 'supervision', title: '监督保障', accepted: ['监督保障情况', '监督保障机制', '政府信息公开监督保障情况'], cores: ['监督保障', '监督和保障', '监督管理'] },
];

const FEE_SENTENCE = '本年度依据《政府信息公开信息处理费管理办法》收取信息处理费0元。';

/** The six sections: fixed titles, fixed order, the same in both formats (《条例》第五十条 and the format notices). */
export function sections(feeStatementFrom?: number): readonly SectionDeclaration[] {
  return [
    {
      id: 'overview',
      number: 1,
      title: '总体情况',
      cores: [['总体情况'], ['工作概况'], ['公开工作', '基本情况'], ['公开工作', '概况']],
      accepted: ['政府信息公开总体情况', '政府信息公开工作总体情况'],
      nonStandard: ['概述', '总体概述', '基本情况', '工作总体情况'],
      topics,
      starter: topics.map((topic, i) => `（${'一二三四五'[i]}）${topic.title}情况。{year}年，`),
      note: both('全年工作的总体情况，分主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。', 'The year’s work in five topics.'),
    },
    {
      id: 'proactiveDisclosure',
      number: 2,
      title: '主动公开政府信息情况',
      cores: [['主动公开', '政府信息'], ['主动公开', '情况']],
      accepted: [],
      nonStandard: ['政府信息主动公开情况', '主动公开信息情况', '主动公开情况'],
      table: 'proactiveDisclosure',
      note: both('《条例》第二十条规定的主动公开信息数量。', 'What was published under article 20.'),
    },
    {
      id: 'requests',
      number: 3,
      title: '收到和处理政府信息公开申请情况',
      cores: [['收到', '处理', '申请'], ['公开申请', '情况']],
      accepted: [],
      nonStandard: ['政府信息公开申请收到和处理情况', '收到和处理政府信息公开申请的情况', '收到和处理信息公开申请情况', '政府信息公开申请情况', '依申请公开政府信息情况'],
      table: 'requests',
      note: both('本年度收到和办理政府信息公开申请的数量。', 'Requests received and handled.'),
    },
    {
      id: 'reviewLitigation',
      number: 4,
      title: '政府信息公开行政复议、行政诉讼情况',
      cores: [['复议', '诉讼']],
      accepted: [
        '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
        '政府信息公开行政复议和行政诉讼情况',
        '政府信息公开行政复议及行政诉讼情况',
        '政府信息公开行政复议与行政诉讼情况',
      ],
      nonStandard: ['行政复议、行政诉讼情况', '政府信息公开工作行政复议、行政诉讼情况', '因政府信息公开被申请行政复议、提起行政诉讼情况', '政府信息公开复议、诉讼情况'],
      table: 'reviewLitigation',
      note: both('因政府信息公开引起的行政复议、行政诉讼。', 'Reviews and lawsuits caused by disclosure work.'),
    },
    {
      id: 'problems',
      number: 5,
      title: '存在的主要问题及改进情况',
      cores: [['问题', '改进'], ['问题', '措施'], ['存在', '问题']],
      accepted: ['政府信息公开工作存在的主要问题及改进情况', '存在的主要问题和改进情况', '存在主要问题及改进情况'],
      nonStandard: ['存在的问题改进情况', '存在问题及改进情况', '存在的问题及改进情况', '存在的问题及改进措施', '存在的主要问题及改进措施', '存在问题及改进措施', '主要问题及改进情况', '政府信息公开工作存在的问题及改进情况'],
      starter: ['（一）存在的主要问题。一是', '（二）改进情况。一是'],
      note: both('既要写问题，也要写改进。', 'Problems and improvements, both.'),
    },
    {
      id: 'other',
      number: 6,
      title: '其他需要报告的事项',
      cores: [['其他', '报告'], ['其他', '事项'], ['其它', '事项']],
      accepted: [],
      nonStandard: ['其他需要报告事项', '其他报告事项', '其他需要说明的事项', '需要报告的其他事项', '其他事项'],
      starter: [`（一）收取信息处理费情况。${FEE_SENTENCE}`, '（二）无其他需要报告的事项。'],
      note: both('信息处理费收取情况和其他需要报告的事项。', 'The information-processing fee and anything else.'),
      ...(feeStatementFrom === undefined ? {} : { feeStatementFrom, feeSentence: FEE_SENTENCE }),
    },
  ];
}
