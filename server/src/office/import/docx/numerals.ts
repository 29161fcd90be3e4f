/** Numerals as Word writes them in front of the paragraphs of a numbered list (ST_NumberFormat). */

const HAN = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** Counting in Chinese: 十二, 二十, 一百零三; up to 9999. */
function counting(n: number, digits: string, units: readonly string[], zero: string): string {
  if (n === 0) return zero;
  let out = '';
  let gap = false;
  String(n).split('').forEach((figure, i, all) => {
    const value = Number(figure);
    if (value === 0) {
      gap = out !== '';
      return;
    }
    out += (gap ? zero : '') + digits.charAt(value) + (units[all.length - 1 - i] ?? '');
    gap = false;
  });
  return out;
}

const plainTen = (text: string): string => text.replace(/^一十/, '十');
const chinese = (n: number): string => (n > 9999 ? String(n) : plainTen(counting(n, HAN, ['', '十', '百', '千'], '零')));
const legal = (n: number): string => (n > 9999 ? String(n) : counting(n, LEGAL, ['', '拾', '佰', '仟'], '零'));
const digitByDigit = (n: number): string => String(n).replace(/\d/g, (c) => HAN.charAt(Number(c)));

/** a … z, aa, bb … as Word goes on. */
const letters = (n: number, first: number): string => (n < 1 ? '' : String.fromCharCode(first + ((n - 1) % 26)).repeat(Math.min(9, Math.ceil(n / 26))));

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let out = '';
  for (const [value, text] of [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const) {
    for (; n >= value; n -= value) out += text;
  }
  return out;
}

const fullWidth = (n: number): string => String(n).replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** A run of characters of Unicode for 1 … `count`. */
const enclosed = (n: number, first: number, count: number): string => (n >= 1 && n <= count ? String.fromCharCode(first + n - 1) : String(n));

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  upperLetter: (n) => letters(n, 0x41),
  lowerLetter: (n) => letters(n, 0x61),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  chineseCounting: (n) => (n < 100 ? chinese(n) : digitByDigit(n)),
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  koreanCounting: chinese,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: (n) => (n >= 1 && n <= 10 ? STEMS.charAt(n - 1) : String(n)),
  ideographZodiac: (n) => (n >= 1 && n <= 12 ? BRANCHES.charAt(n - 1) : String(n)),
  decimalEnclosedCircle: (n) => enclosed(n, 0x2460, 20),
  decimalEnclosedCircleChinese: (n) => enclosed(n, 0x2460, 20),
  decimalEnclosedParen: (n) => enclosed(n, 0x2474, 20),
  decimalEnclosedFullstop: (n) => enclosed(n, 0x2488, 20),
  ideographEnclosedCircle: (n) => enclosed(n, 0x3280, 10),
  numberInDash: (n) => `- ${n} -`,
  ordinal: (n) => `${n}${['th', 'st', 'nd', 'rd'][n % 100 > 10 && n % 100 < 14 ? 0 : n % 10] ?? 'th'}`,
  none: () => '',
  bullet: () => '',
};

/** The numeral of a number in one of Word's formats; plain digits in a format that is not known. @param n 0 or more */
export const numeral = (n: number, format: string): string => (Object.hasOwn(FORMATS, format) ? FORMATS[format]?.(n) : undefined) ?? String(n);
