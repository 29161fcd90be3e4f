import { isSpace } from '../text/characters';
import type { NumeralReading } from './types';

const HAN = '〇一二三四五六七八九十';

/** Value of a Chinese numeral up to 99, or of ASCII/full-width digits; `undefined` for anything else. */
export function numeralValue(text: string): number | undefined {
  if (/^[\d０-９]{1,4}$/.test(text)) return Number(text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)));
  if (text === '' || text.length > 3 || [...text].some((c) => !HAN.includes(c))) return undefined;
  const ten = text.indexOf('十');
  if (ten < 0) return text.length === 1 ? HAN.indexOf(text) : undefined;
  const tens = ten === 0 ? 1 : HAN.indexOf(text.charAt(0));
  const ones = ten === text.length - 1 ? 0 : HAN.indexOf(text.charAt(ten + 1));
  return ten > 1 || text.length - ten > 2 ? undefined : tens * 10 + ones;
}

/** The Chinese numeral of 1–99. */
export function hanNumeral(value: number): string {
  if (value < 11) return HAN.charAt(value);
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? HAN.charAt(tens) : ''}十${value % 10 ? HAN.charAt(value % 10) : ''}`;
}

export interface NumeralMatch {
  readonly numeral: NumeralReading;
  /** Offset behind the numeral, its separator and following space. */
  readonly end: number;
}

const PATTERN = /^(?:第\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:部分|章|节)\s*[、.．:：]?|[（(]\s*([一二三四五六七八九十]{1,3}|[\d０-９]{1,2})\s*[)）]\s*[、.．]?|([一二三四五六七八九十]{1,3})\s*[、.．,，]|([一二三四五六七八九十]{1,3})[\s　]+|([\d０-９]{1,2})\s*[、.．])/;

/**
 * The numeral a heading starts with. @param text raw text, @param start its first character, @param end exclusive.
 * `undefined` when there is none. A decimal (`1.5`) or a date (`2.28`) is not a numeral.
 */
export function matchNumeral(text: string, start: number, end: number): NumeralMatch | undefined {
  const first = text.charCodeAt(start);
  // Cheap refusal: most lines start with something else.
  if (!(first === 0x7b2c || first === 0xff08 || first === 0x28 || (first >= 0x30 && first <= 0x39) || (first >= 0xff10 && first <= 0xff19) || HAN.includes(text.charAt(start)))) return undefined;
  const match = PATTERN.exec(text.slice(start, Math.min(end, start + 16)));
  if (!match) return undefined;
  const [part, bracketed, han, bareHan, digit] = match.slice(1);
  const written = part ?? bracketed ?? han ?? bareHan ?? digit ?? '';
  const value = numeralValue(written);
  if (value === undefined) return undefined;
  let after = start + match[0].length;
  if (digit !== undefined && text.charCodeAt(after) >= 0x30 && text.charCodeAt(after) <= 0x39) return undefined;
  while (after < end && isSpace(text.charCodeAt(after))) after++;
  const at = start + match[0].indexOf(written);
  const style = bracketed !== undefined ? 'parenthesised' : digit !== undefined ? 'digit' : 'han';
  return { numeral: { span: { start: at, end: at + written.length }, text: written, value, style }, end: after };
}
