import fc from 'fast-check';
import { format2021 } from '../../server/src/core/format';
import { layouts } from '../support/layouts';
import { model, type Model } from '../support/model';
import { writeReport } from '../support/report';

export { layouts };

/** The sizes of the tables, in bytes of UTF-8: a draft, and the same repeated. */
export const SIZES = { '7 KB': 7_000, '64 KB': 64 << 10, '1 MB': 1 << 20, '10 MB': 10 << 20 } as const;

const bytes = (text: string): number => Buffer.byteLength(text);

/** Faultless reports of the current format, as many as wanted and always the same ones. */
export function models(count: number): Model[] {
  return fc.sample(model.filter((each) => each.format === format2021 && [...each.values.values()].some((value) => value !== '0')), { seed: 2021, numRuns: count });
}

/** What offices write besides the numbers of the tables: some sentences have numbers, most have none. */
const sentences = [
  '坚持把政务公开作为转变作风、优化服务的重要抓手，成立由主要负责人任组长的工作领导小组，明确分管领导和经办人员，形成一级抓一级、层层抓落实的工作格局。',
  '围绕群众关心的教育、医疗、社会保障等领域，通过门户网站发布信息{a}条，其中政策文件{b}条、办事指南{c}条。',
  '对照公开事项目录逐项梳理，及时更新机构职能、领导分工、办事流程等内容，做到应公开尽公开。',
  '全年组织业务培训{d}次，参加人员{e}人次，学习条例和相关规定，提高工作人员的公开意识和业务能力。',
  '进一步规范信息发布审核程序，落实先审查后公开的要求，未发生泄密事件。',
  '加强与群众的互动交流，办理网上留言{e}件，解读重点政策，回应社会关切。',
  '将公开工作纳入年度考核，定期检查各股室落实情况，对更新不及时的栏目予以通报并限期整改。',
];

/** A draft of about 7 KB: what a report says, and more of the same under its first heading until it has that size. */
export function draft(layout: (typeof layouts)[number], report: Model): string {
  const { text } = writeReport(report, { layout, tape: [] });
  const at = text.indexOf('（二）依申请公开情况');
  let more = '';
  for (let i = 0; bytes(text) + bytes(more) < SIZES['7 KB']; i++) {
    const own = (report.year * 31 + i * 7 + (report.agency.length << 3)) % 90;
    const counts = { a: own * 2 + 3, b: own + 1, c: own + 2, d: own + 5, e: own * 3 + 20 };
    more += `${(sentences[(own + i) % sentences.length] ?? '').replace(/\{(\w)\}/g, (_, name: keyof typeof counts) => String(counts[name]))}${i % 3 === 2 ? '\n' : ''}`;
  }
  return `${text.slice(0, at)}${more}\n${text.slice(at)}`;
}

/** A text of about `size` bytes, made of whole drafts. */
export function repeated(drafts: readonly string[], size: number): string {
  const parts: string[] = [];
  for (let i = 0, sum = 0; sum < size; i++) {
    const text = `${drafts[i % drafts.length] ?? ''}\n`;
    parts.push(text);
    sum += bytes(text);
  }
  return parts.join('');
}

const pieces: Readonly<Record<string, string>> = {
  'brackets that open': '（【〔“',
  'bars': '|||| | ',
  'section headings': '一、总体情况\n',
  'item numbers': '1．（二）一是',
  'digits': '1234567890',
  'numbers in a list': '收到申请3件、',
  'tags': '<table><tr><td>',
  'comments that open': '<!-- disclosure-report-disable ',
  'marks of sentences to rewrite': '【待改写】',
  'table rows': '| 自然人 | 3 | 0 | 0 | 1 | 0 | 4 |\n',
  'spaces': '    　　',
  'titles of reports': '云溪县2024年政府信息公开工作年度报告\n',
};

/** Texts that nobody writes, of about `size` bytes each, by what they are made of. */
export function hostile(size: number): [name: string, text: string][] {
  return Object.entries(pieces).map(([name, piece]) => [name, `云溪县2024年政府信息公开工作年度报告\n\n一、总体情况\n${piece.repeat(Math.ceil(size / bytes(piece)))}`]);
}
