/**
 * Character classes for reading. All tests are by code unit: no regular expression, no allocation, because every
 * character of a draft passes here.
 */

const ZERO_WIDTH = new Set([0x00ad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x180e]);

/** White space a report may carry, NBSP, U+3000 and invisible characters included (`trim` misses the invisible ones). */
export function isSpace(code: number): boolean {
  if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) return true;
  if (code < 0xa0) return code === 0x85;
  return code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || ZERO_WIDTH.has(code);
}

export const isAsciiDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** 0–9 in ASCII or full width. */
export const isDigit = (code: number): boolean => isAsciiDigit(code) || (code >= 0xff10 && code <= 0xff19);

/** The half-width twin of a full-width ASCII character, or the code itself. */
export const halfWidth = (code: number): number => (code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code);

const PUNCTUATION = new Set([...`()[]{}<>〔〕【】《》〈〉「」『』“”‘’"'\`、，,。.．·：:；;！!？?*#_~～|｜\\/／-—–－―…＊＃﹒`].map((c) => c.charCodeAt(0)));

/** Punctuation that never distinguishes one label from another (half- and full-width). */
export const isPunctuation = (code: number): boolean => PUNCTUATION.has(code) || PUNCTUATION.has(halfWidth(code));

/** Offset of the first non-space at or behind `start`, at most `end`. */
export function skipSpace(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Offset just behind the last non-space before `end`, at least `start`. */
export function skipSpaceBack(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}
