import type { Closure } from './types';
import { Words, wordSet } from './words';

/** Words that open a list of parts, with what they say about it. */
export interface OpenerMeaning {
  /** The parts are all there are. */
  readonly closure?: Closure;
  /** Says itself that only some are named. */
  readonly partial?: true;
}

const plain: OpenerMeaning = {};
const closed: OpenerMeaning = { closure: 'respectively' };
const partial: OpenerMeaning = { partial: true };

export const openers = new Words<OpenerMeaning>([
  ...['其中', '其中包括', '其中包含', '其中含', '其中含有', '其中有', '其中涉及', '包括', '包含', '含', '内含', '内有', '含有', '具体包括', '具体为', '具体是', '具体有', '具体如下', '具体情况为', '具体情况如下', '详情如下', '如下', '分布情况为',
    '分布情况如下', '分布为', '具体分布为', '分类如下', '分类情况为', '涉及', '涵盖', '分为', '按类别分', '分类为', '构成为', '其中按类别分', '情况如下', '明细如下'].map((word) => [word, plain] as const),
  ...['分别为', '分别是', '分别有', '依次为', '其中分别为', '具体分别为', '数量分别为', '其中分别是'].map((word) => [word, closed] as const),
  ...['主要包括', '主要有', '主要是', '主要为', '主要涉及', '其中主要', '其中主要包括', '其中主要有', '其中主要为', '其中主要是', '其中主要涉及', '重点包括'].map((word) => [word, partial] as const),
]);

/** At the start of a clause: whatever follows belongs to no list before it. */
export const endsList = wordSet([
  '另有', '另外', '另', '此外', '同时', '还', '并', '且', '以及办理', '以及开展', '全年', '年内', '本年', '当年', '今年', '共', '合计', '总计', '累计', '较', '同比', '环比', '比上', '比去', '均', '全部', '我局', '我镇', '我委', '我办', '我街道', '我乡', '我区', '我县',
  '我市', '我单位', '本机关', '本单位', '截至', '截止', '平台总', '总访问', '平均', '已全部', '实现', '有效', '做到', '确保', '未', '无', '没有', '除', '对', '根据', '按照', '为', '在',
]);

/** …but these begin the name of a part. */
export const beginsPart = wordSet(['无法', '未予', '未补正', '未按', '无正当理由', '未经', '未成年', '在线', '在编', '在职', '对外', '对内', '并联', '还款', '未审结', '共青团', '共建', '无偿', '无障碍', '为民', '未公开']);

/** Doing something else than what the whole counts: such a number is no part of a count of things published or received. */
export const otherActivity = wordSet([
  '留言', '来信', '咨询', '征集', '民声', '诉求', '热线', '信箱', '访谈', '投诉', '建议', '提案', '议案', '评论', '点赞', '阅读', '访问', '浏览', '粉丝', '关注', '回复', '回应', '答复', '解答', '开展', '组织', '举办', '召开', '接待', '接听', '培训', '检查', '整改', '报送', '上报', '收到', '受理', '办理', '办结',
  '修订', '建立', '设立', '设置', '开设', '发放', '活动', '会议', '结转', '采用', '录用', '表彰', '约谈', '通报批评',
]);

/** Kinds of letters and calls: parts of a whole that counts those, other activities beside anything else. */
export const letterKinds = wordSet(['咨询', '投诉', '建议', '诉求', '留言', '来信', '热线', '信箱', '提案', '议案', '评论']);
export const letters = wordSet(['工单', '热线', '来信', '信件', '留言', '诉求', '咨询', '互动', '信箱', '诉件', '12345', '邮件', '建议', '提案', '来电', '来访', '民声']);

/** Publishing something: with a place or a thing it begins a statement of its own. */
export const publishing = wordSet(['发布', '公开', '推送', '刊发', '上传', '转发', '公示', '更新', '刊登', '发送', '推出']);

/** Places where something is published. */
export const places = wordSet(['网站', '公众号', '微信', '微博', '抖音', '视频号', '客户端', '头条号', '公开栏', '公示栏', '宣传栏', '显示屏', '电子屏', '广播', '报纸', '电视', '平台', '新媒体', '村务公开报', '专栏', 'APP', '政务服务大厅', '便民大厅']);

/** What respect a part divides its whole in. Parts in two respects are two lists set side by side. */
export const aspects = new Words<string>([
  ...['自然人', '法人', '企业', '科研机构', '公益组织', '法律服务机构', '其他组织', '公民', '个人'].map((word) => [word, 'applicant'] as const),
  ...['网上', '网络', '线上', '在线', '互联网', '信函', '邮寄', '来信', '当面', '现场', '窗口', '电子邮件', '邮件', '传真', '书面', '平台提交', '网站提交', '线下'].map((word) => [word, 'channel'] as const),
  ...['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理', '同意公开', '不存在'].map((word) => [word, 'outcome'] as const),
  ...['新收', '上年结转', '上年度结转', '结转'].map((word) => [word, 'time'] as const),
  ...['图文', '视频', '图片', '音频', '文字', '动漫', '图解', '短视频', 'H5'].map((word) => [word, 'form'] as const),
  ...['原创', '转载', '转发', '自采', '自主'].map((word) => [word, 'origin'] as const),
  ...['网站', '公众号', '微博', '抖音', '视频号', '客户端', '头条号', '公开栏', '公示栏', '新媒体', '微信', '今日头条', '快手'].map((word) => [word, 'place'] as const),
]);

/** The last part of a list that leaves nothing out. */
export const restWords = wordSet(['其他', '其它', '其余', '剩余', '余下']);
/** …unless it is one of these, which are names. */
export const notRest = wordSet(['其他组织', '其它组织', '其他处理', '其它处理', '其他结果', '其他法律', '其他行政机关', '其他部门', '其他机关']);

/** Words that leave a list open: there are more parts than are named. */
export const openWords = wordSet(['等', '主要', '例如', '比如', '如']);

/** The classes of the yearly form on government websites: together they are all that was published. */
export const websiteForm = ['概况类', '政务动态', '信息公开目录'] as const;

/** Directly before the number of a total that follows its parts. */
export const totals = wordSet(['合计', '共计', '总计', '总共', '一共', '合计共', '共', '合计为', '共计为', '总计为', '总数为', '总数', '合计公开', '合计发布', '共计公开', '共计发布']);
