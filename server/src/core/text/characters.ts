/**
 * Character classes for reading. All tests are by code unit: no regular expression, no allocation, because every
 * character of a draft passes here.
 */

const enum Is {
  Space = 1,
  Punctuation = 2,
}

/** What each code unit is: every character of a draft is looked up here. */
const CLASSES = new Uint8Array(0x10000);

/** White space, first and last of each range: ASCII, NBSP, U+3000 and the invisible ones. */
const SPACES: readonly (readonly [number, number])[] = [
  [0x09, 0x0d], [0x20, 0x20], [0x85, 0x85], [0xa0, 0xa0], [0xad, 0xad], [0x180e, 0x180e], [0x2000, 0x200d], [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x2060], [0x3000, 0x3000], [0xfeff, 0xfeff],
];

/** White space a report may carry, NBSP, U+3000 and invisible characters included (`trim` misses the invisible ones). */
export const isSpace = (code: number): boolean => ((CLASSES[code] ?? 0) & Is.Space) !== 0;

export const isAsciiDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** 0–9 in ASCII or full width. */
export const isDigit = (code: number): boolean => isAsciiDigit(code) || (code >= 0xff10 && code <= 0xff19);

/** The half-width twin of a full-width ASCII character, or the code itself. */
export const halfWidth = (code: number): number => (code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code);

const PUNCTUATION = new Set([...`()[]{}<>〔〕【】《》〈〉「」『』“”‘’"'\`、，,。.．·：:；;！!？?*#_~～|｜\\/／-—–－―…＊＃﹒`].map((c) => c.charCodeAt(0)));

/** Punctuation that never distinguishes one label from another (half- and full-width). */
export const isPunctuation = (code: number): boolean => ((CLASSES[code] ?? 0) & Is.Punctuation) !== 0;

for (const [first, last] of SPACES) CLASSES.fill(Is.Space, first, last + 1);
for (const code of PUNCTUATION) for (const each of [code, code + 0xfee0]) if (each === code || halfWidth(each) === code) CLASSES[each] = (CLASSES[each] ?? 0) | Is.Punctuation;

/** Space or punctuation. */
export const isSilent = (code: number): boolean => (CLASSES[code] ?? 0) !== 0;

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
