import { both } from '../text/bilingual';
import { applicantColumns, applicantHeader } from './columns';
import type { EquationDeclaration, RowDeclaration, TableDeclaration } from './types';

type Options = Partial<Pick<RowDeclaration, 'parent' | 'notCores' | 'whole'>>;

/** A row with values; `cores` are parts of the label that stand in no other label of the table. */
const row = (id: string, level: number, label: string, cores: readonly string[], zh: string, en: string, options: Options = {}): RowDeclaration => ({
  id, level, label, cores, columns: applicantColumns, note: both(zh, en), ...options,
});

/** A heading row that only spans the rows below it. */
const group = (id: string, level: number, label: string, cores: readonly string[], zh: string, en: string, parent?: string): RowDeclaration => ({
  id, level, label, cores, group: true, columns: [], note: both(zh, en), ...(parent ? { parent } : {}),
});

const inOutcomes = { parent: 'outcomes' };
const inDenied = { parent: 'denied' };
const inUnable = { parent: 'unable' };
const inNotProcessed = { parent: 'notProcessed' };
const inOther = { parent: 'other' };

const beforeOther: readonly RowDeclaration[] = [
  row('newReceived', 1, '一、本年新收政府信息公开申请数量', ['本年新收', '本年度新收'], '本年度新收到的政府信息公开申请件数。', 'Requests received during the report year.'),
  row('carriedIn', 1, '二、上年结转政府信息公开申请数量', ['上年结转', '上年度结转'], '上一年度未办结、转入本年度继续办理的件数，应与上年报告“四、结转下年度继续办理”一致。', 'Requests still open at the end of last year; equals row 四 of last year’s report.'),
  group('outcomes', 1, '三、本年度办理结果', ['年度办理结果', '本年办理结果'], '本年度办结申请的处理结果，由（一）至（六）组成。', 'How requests were closed in the year.'),
  row('granted', 2, '（一）予以公开', ['予以公开'], '全部公开所申请的信息。', 'Disclosed in full.', inOutcomes),
  row('partlyGranted', 2, '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', ['部分公开'], '区分处理、部分公开的，只计入本行。', 'Disclosed in part; counted in this row only.', inOutcomes),
  group('denied', 2, '（三）不予公开', ['不予公开'], '依法不予公开的情形。', 'Refused for a legal ground.', 'outcomes'),
  row('denied.stateSecret', 3, '1.属于国家秘密', ['国家秘密'], '信息依法确定为国家秘密。', 'State secret.', inDenied),
  row('denied.otherLaw', 3, '2.其他法律行政法规禁止公开', ['法规禁止公开', '其他法律行政法规', '其他法律法规', '禁止公开'], '其他法律、行政法规禁止公开。', 'Forbidden by another law or administrative regulation.', inDenied),
  row('denied.securityStability', 3, '3.危及“三安全一稳定”', ['三安全一稳定', '三安全', '一稳定'], '公开后可能危及国家安全、公共安全、经济安全、社会稳定。', 'Would endanger state, public or economic security or social stability.', inDenied),
  row('denied.thirdPartyRights', 3, '4.保护第三方合法权益', ['第三方合法权益', '第三方'], '涉及商业秘密、个人隐私，公开会损害第三方合法权益。', 'Trade secrets or privacy of a third party.', inDenied),
  row('denied.internalAffairs', 3, '5.属于三类内部事务信息', ['内部事务', '三类内部', '内容事务', '事务信息'], '人事管理、后勤管理、内部工作流程三类信息。', 'Personnel, logistics, internal workflow.', inDenied),
  row('denied.deliberative', 3, '6.属于四类过程性信息', ['过程性信息', '四类过程', '过程性'], '讨论记录、过程稿、磋商信函、请示报告四类信息。', 'Discussion notes, drafts, consultation letters, requests for instructions.', inDenied),
  row('denied.enforcementFile', 3, '7.属于行政执法案卷', ['行政执法案卷', '执法案卷'], '行政执法案卷信息。', 'Administrative enforcement file.', inDenied),
  row('denied.registerLookup', 3, '8.属于行政查询事项', ['行政查询', '查询事项'], '工商、不动产登记等有专门查询规定的信息。', 'Has a look-up procedure of its own (registers).', inDenied),
  group('unable', 2, '（四）无法提供', ['无法提供'], '客观上不能提供的情形。', 'Cannot be provided.', 'outcomes'),
  row('unable.notHeld', 3, '1.本机关不掌握相关政府信息', ['不掌握相关', '不掌握'], '经检索本机关没有所申请的信息。', 'This organ does not hold it.', inUnable),
  row('unable.toBeCreated', 3, '2.没有现成信息需要另行制作', ['没有现成', '另行制作'], '需要对现有信息加工、分析才能形成。', 'Would have to be created.', inUnable),
  row('unable.unclear', 3, '3.补正后申请内容仍不明确', ['内容仍不明确', '仍不明确'], '补正后申请内容仍不明确。', 'Still unclear after correction.', inUnable),
  group('notProcessed', 2, '（五）不予处理', ['不予处理'], '依法不予处理的情形。', 'Not processed.', 'outcomes'),
  row('notProcessed.petition', 3, '1.信访举报投诉类申请', ['信访举报', '举报投诉'], '以申请公开的形式进行信访、投诉、举报。', 'Really a petition, report or complaint.', inNotProcessed),
  row('notProcessed.repeat', 3, '2.重复申请', ['重复申请'], '向同一行政机关重复申请公开相同信息。', 'Repeats an earlier request.', inNotProcessed),
  row('notProcessed.publication', 3, '3.要求提供公开出版物', ['公开出版物'], '要求提供政府公报、报刊、书籍等公开出版物。', 'Asks for published works.', inNotProcessed),
  row('notProcessed.excessive', 3, '4.无正当理由大量反复申请', ['大量反复'], '申请数量、频次明显超过合理范围且无正当理由。', 'Vexatious in number or frequency.', inNotProcessed),
  row('notProcessed.reconfirm', 3, '5.要求行政机关确认或重新出具已获取信息', ['确认或重新出具', '重新出具', '已获取信息'], '要求确认或重新出具已经获取的信息。', 'Asks to confirm or re-issue what they already have.', inNotProcessed),
];

const otherRows: readonly RowDeclaration[] = [
  group('other', 2, '（六）其他处理', ['其他处理'], '以上各项以外的办结方式。', 'Closed in another way.', 'outcomes'),
  row('other.notCorrected', 3, '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', ['逾期不补正', '不补正'], '逾期不补正，不再处理。', 'Not corrected in time.', inOther),
  row('other.feeUnpaid', 3, '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', ['缴纳费用', '收费通知', '逾期未按', '逾期未缴', '缴费'], '逾期未缴纳信息处理费，不再处理。', 'Fee not paid in time.', inOther),
  row('other.other', 3, '3.其他', ['其他'], '申请人主动撤回等其他情形。', 'Anything else, in practice withdrawals.', { ...inOther, whole: true }),
];

const afterOther: readonly RowDeclaration[] = [
  row('outcomesTotal', 2, '（七）总计', ['总计', '合计'], '本年度办结件数，为（一）至（六）各项之和。', 'Closed in the year: the sum of all outcomes.', { ...inOutcomes, whole: true }),
  row('carriedOut', 1, '四、结转下年度继续办理', ['结转下年', '结转下一年', '下年度继续办理'], '年底尚未办结、转入下年度的件数。', 'Still open at the end of the year.'),
];

function requests(rows: readonly RowDeclaration[]): TableDeclaration {
  const boundary = new Set(['newReceived', 'carriedIn', 'outcomesTotal', 'carriedOut']);
  const outcomes = rows.filter((each) => !each.group && !boundary.has(each.id)).map((each) => each.id);
  const equations: readonly EquationDeclaration[] = [
    {
      kind: 'rowTotal',
      code: 'row-total',
      name: both('各类申请人之和＝总计', 'applicants add up to 总计'),
      parts: applicantColumns.slice(0, -1).map((column) => column.id),
      total: 'total',
    },
    { kind: 'columnTotal', code: 'column-total', name: both('（一）至（六）之和＝（七）总计', 'outcomes add up to （七）总计'), parts: outcomes, total: 'outcomesTotal' },
    {
      kind: 'balance',
      code: 'application-balance',
      name: both('一＋二＝（七）总计＋四', '一 + 二 = （七）总计 + 四'),
      left: ['newReceived', 'carriedIn'],
      right: ['outcomesTotal', 'carriedOut'],
      at: 'carriedOut',
    },
  ];
  return {
    id: 'requests',
    section: 'requests',
    name: both('收到和处理政府信息公开申请情况表', 'table of requests received and handled'),
    labelColumns: 3,
    width: 10,
    header: applicantHeader,
    rows,
    equations,
    extract: 'rows',
  };
}

/** Table 三 of the 2021 format: 25 value rows, （六）其他处理 in three. */
export const requests2021 = requests([...beforeOther, ...otherRows, ...afterOther]);

/** Table 三 of the 2019 format: 23 value rows, （六）其他处理 is one. */
export const requests2019 = requests([
  ...beforeOther,
  row('other', 2, '（六）其他处理', ['其他处理'], '以上各项以外的办结方式。', 'Closed in another way.', inOutcomes),
  ...afterOther,
]);
