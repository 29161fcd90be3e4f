import type { Exact } from '../../text/exact';
import { own } from '../../text/own';
import type { JoinedProse } from './join';
import type { NumberKind, ProseNumber } from './types';
import { notUnits, units } from './units';
import { wordSet } from './words';

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** Directly before a number. */
const approximateBefore = wordSet(['约', '近', '大约', '约为', '将近', '接近', '逾', '超', '超过', '超出', '突破', '不足', '不到', '至少', '多达', '不少于', '不低于', '最多', '平均', '人均', '大概', '左右']);
/** Behind the number or its unit. */
const approximateAfter = wordSet(['以上', '以下', '左右', '上下', '以内', '之多', '余', '多', '来', '几', '+', '有余', '不等']);
const approximateAfterUnit = wordSet(['以上', '以下', '左右', '上下', '以内', '之多', '余', '有余', '不等']);
const changes = wordSet([
  '增加', '增加了', '增长', '增长了', '增加到', '增加至', '增长到', '增长至', '减少', '减少了', '减少到', '减少至', '下降', '下降了', '下降到', '下降至', '上升', '上升了', '上升到', '上升至', '提升', '提升至', '提高',
  '提高了', '降低', '降低了', '降至', '升至', '多了', '少了', '净增', '同比增', '同比减', '比增', '上涨', '下滑', '回落', '翻',
]);
/** A number behind one of these is a name, not a quantity. */
const codes = wordSet(['电话', '热线', '邮编', '邮政编码', '传真', '编号', '代码', '账号', '号码', '手机', '第', '总第', '座机', 'QQ', '№', '电话:', '邮编:', '传真:', '热线:', '邮政编码:']);

const FACTORS: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 千: 3, 百: 2 };

/** Reads the number that begins at `at`. @param clause where the clause begins: a change is told by the words before. */
export function readNumber(prose: JoinedProse, at: number, clause: number): ProseNumber {
  const { text, offsets } = prose;
  let i = at;
  while (isDigit(text.charCodeAt(i))) i++;
  let torn = (offsets[i - 1] ?? 0) - (offsets[at] ?? 0) !== i - 1 - at;
  // `1,234`: the comma must be half-width in the draft and stand between groups of three, else it separates numbers.
  let separators = 0;
  if (i - at <= 3) {
    while (text.charCodeAt(i) === 0x2c && threeDigits(text, i + 1) && (offsets[i + 3] ?? 0) - (offsets[i - 1] ?? 0) === 4) {
      i += 4;
      separators++;
    }
    if (separators > 0 && (separators > 2 || text.slice(clause, at).includes('分别'))) torn = true;
  }
  let digits = text.slice(at, i);
  if (separators > 0) digits = digits.replaceAll(',', '');
  let scale = 0;
  if (text.charCodeAt(i) === 0x2e && isDigit(text.charCodeAt(i + 1))) {
    const dot = i++;
    while (isDigit(text.charCodeAt(i))) i++;
    scale = i - dot - 1;
    digits += text.slice(dot + 1, i);
    if (text.charCodeAt(i) === 0x2e) torn = true;
    torn ||= (offsets[i - 1] ?? 0) - (offsets[dot] ?? 0) !== i - 1 - dot;
  }
  if (text.charCodeAt(i) === 0x2c && isDigit(text.charCodeAt(i + 1)) && prose.rawCode(i) === 0x2c && separators === 0 && scale === 0) torn = true;
  let approximate = approximateBefore.before(text, at, Math.max(clause, at - 3)) !== undefined;
  // 3至5条: neither of the two is a quantity.
  if ((text.charAt(at - 1) === '至' || text.charAt(at - 1) === '到') && isDigit(text.charCodeAt(at - 2))) approximate = true;
  const after = (from: number, words = approximateAfter): number => {
    const word = words.at(text, from, text.length);
    if (!word) return from;
    approximate = true;
    return from + word[0].length;
  };
  let end = after(i);
  let factor = 0;
  for (let power = FACTORS[text.charAt(end)]; power !== undefined && factor + power <= 8; power = FACTORS[text.charAt(end)]) {
    factor += power;
    if (power < 4) approximate = true;
    end++;
  }
  const numberEnd = factor > 0 && !approximate ? end : i;
  end = after(end);
  const make = (kind: NumberKind, to: number, unit?: string): ProseNumber => ({
    kind: torn && kind !== 'year' ? 'other' : kind,
    span: prose.rawSpan(at, numberEnd),
    text: own(text.slice(at, numberEnd)),
    value: scaled(digits, scale, factor),
    factor,
    ...(unit === undefined ? {} : { unit }),
    approximate,
    change: changes.before(text, at, Math.max(clause, at - 4)) !== undefined || endsWithAny(text, at, clause),
    from: at,
    to,
  });
  const next = text.charCodeAt(end);
  if (text.charAt(end) === '%') return make('rate', end + 1);
  if (glued(text, at, end)) return make(isYear(text, at, i, end) ? 'year' : 'other', end);
  if (isYear(text, at, i, end)) return make('year', end + 1);
  if ((digits.length > 1 && digits.charCodeAt(0) === 0x30 && scale === 0) || digits.length > 15) return make('other', end);
  if (codes.before(text, at, Math.max(0, at - 5))) return make('other', end);
  if (text.startsWith('百分之', at - 3)) return make('rate', end);
  const unit = units.at(text, end, text.length);
  const other = notUnits.at(text, end, text.length);
  if (other && (!unit || other[0].length > unit[0].length)) return make('other', end + other[0].length);
  if (isLetter(next)) return make('other', end);
  if (!unit && (text.charAt(end) === '至' || text.charAt(end) === '到') && isDigit(text.charCodeAt(end + 1))) return make('other', end);
  if (!unit) return make('bare', end);
  return make('count', after(end + unit[0].length, approximateAfterUnit), unit[1]);
}

const threeDigits = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)) && !isDigit(text.charCodeAt(at + 3));

function scaled(digits: string, scale: number, factor: number): Exact {
  const units = BigInt(digits);
  return factor >= scale ? { units: units * 10n ** BigInt(factor - scale), scale: 0 } : { units, scale: scale - factor };
}

/** A four-digit year with 年 behind it, or the first of a span of years. */
function isYear(text: string, at: number, digitsEnd: number, end: number): boolean {
  if (digitsEnd - at !== 4 || digitsEnd !== end) return false;
  const first = text.slice(at, at + 2);
  return (first === '20' || first === '19') && text.charAt(end) === '年';
}

const JOINTS = new Set([...'-—–―~～+/_.@#'].map((c) => c.charCodeAt(0)));

/** Part of a range, an address, a version, a document number: something stands against the digits. */
function glued(text: string, at: number, end: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(end);
  if (isLetter(before) || before === 0x3014 || before === 0x5b || after === 0x3015 || after === 0x5d) return true;
  if (JOINTS.has(before) && at > 1 && text.charCodeAt(at - 2) !== 10) return true;
  if (JOINTS.has(after) && !(after === 0x2e && !isDigit(text.charCodeAt(end + 1)) && !isLetter(text.charCodeAt(end + 1)))) return true;
  // “12345”: a name in quotation marks.
  return (before === 0x201c || before === 0x22) && (after === 0x201d || after === 0x22);
}

/** 增、减、多、少 directly before the number, where 同比 or 较 stands in the clause. */
function endsWithAny(text: string, at: number, clause: number): boolean {
  const before = text.charAt(at - 1);
  if (!'增减多少升降'.includes(before) || before === '') return false;
  const words = text.slice(clause, at);
  return words.includes('比') || words.includes('较');
}
