import type { ProseNumber } from './types';
import { letterKinds, letters, otherActivity, places, publishing } from './vocabulary';

type Lookup<T> = { scan(text: string, from: number, to: number, found: (word: string, value: T, at: number) => void): void };

export function mentions<T>(words: Lookup<T>, text: string): boolean {
  return firstWord(words, text) !== undefined;
}

function firstWord<T>(words: Lookup<T>, text: string): readonly [string, T] | undefined {
  let first: readonly [string, T] | undefined;
  words.scan(text, 0, text.length, (word, value) => (first ??= [word, value]));
  return first;
}

export const firstOf = <T>(words: Lookup<T>, text: string): T | undefined => firstWord(words, text)?.[1];

/** 发布信息, 网站公开…: a verb of publishing that ends the clause or is followed by 信息. */
export function publishes(label: string): boolean {
  let found = false;
  publishing.scan(label, 0, label.length, (word, _, at) => {
    const head = label.slice(0, at);
    // 公告公示, 财务公开: the name of a kind. Publishing begins the clause, or stands behind the place.
    if (!/^(?:并|还|共计?|累计|主动|及时|全年|另外|同时|也|再|新|镇|我.|其)*$/.test(head) && !mentions(places, head) && !/^(?:通过|利用|依托|在|借助|运用)/.test(head)) return;
    const tail = label.slice(at + word.length);
    if (/^(了|各类|各种|政府|政务|公开|相关|有关|主动|的)*(信息|动态|文章|内容|作品|推文)?$/.test(tail)) found = true;
  });
  return found;
}

/** The part does something the whole does not count. */
export function conflicts(label: string, whole: string): boolean {
  let conflict = false;
  otherActivity.scan(label, 0, label.length, (word, _, at) => {
    if (isKind(word, label, at, whole)) return;
    if (!whole.includes(word) && !(word === '结转' && /新收|上年/.test(whole))) conflict = true;
  });
  if (conflict && /^(收到|办理|办结|答复|受理)/.test(label) && /申请/.test(whole)) return !/收|办|答|理/.test(whole);
  return conflict;
}

/** The word names a kind of what the whole counts: 咨询类 of letters, 修订 of documents, 法人或其他组织 of applicants. */
function isKind(word: string, label: string, at: number, whole: string): boolean {
  if (word === '组织') return /(?:其他|其它|公益|社会|国际|基层)$/.test(label.slice(0, at));
  if (word === '修订') return /文件|制度|办法|规定/.test(whole);
  if (word === '培训' || word === '会议' || word === '活动') return label.endsWith('会') || (word !== '培训' && at > 0 && /会|活动|宣传/.test(whole));
  if (word === '发放' || word === '检查' || word === '表彰') return at > 1;
  return letterKinds.at(word, 0, word.length) !== undefined && mentions(letters, whole) && /^(?:类|件|信息|工单|事项|信件|举报|$)/.test(label.slice(at + word.length));
}

/** `政策类 条、`: a number is missing in the label itself. */
export const missingNumber = (label: string, number: ProseNumber | undefined): boolean => number !== undefined && /[类息件容](条|件|篇)、/.test(label);
