/** GB/T 9704 in Word's units. Lengths are twips (1/20 pt), sizes half points. */

/** Twips of a length in millimetres. */
export const mm = (length: number): number => Math.round((length / 25.4) * 1440);

export const PAGE = { width: mm(210), height: mm(297), top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) } as const;

/** The room between the margins. */
export const AREA = PAGE.width - PAGE.left - PAGE.right;

/** Font sizes by their Chinese names. */
export const SIZE = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21, 小五: 18, 六号: 15 } as const;

const LINES = 22;
const CHARACTERS = 28;

/** 22 lines fill the page from margin to margin. */
export const LINE = Math.floor((PAGE.height - PAGE.top - PAGE.bottom) / LINES);

/**
 * By how much a character is closer to the next so that 28 of 三号 fit in a line, in twips. No grid of characters: LibreOffice gives
 * a character that is wider than its field two of them.
 */
export const CLOSER = Math.floor(AREA / CHARACTERS - SIZE.三号 * 10);

/** The page number stands 7 mm below the text; a line of 四号 is about 5 mm high. */
export const FOOTER = mm(35 - 7 - 5);

/** A paragraph begins two characters in. */
export const INDENT = SIZE.三号 * 10 * 2;

/** A character of a page number. */
export const NUMBER_INDENT = SIZE.四号 * 10;

export const TITLE_LINE = 680;

/** What text is set in. Where a machine does not have a font, Word takes one of the others. */
export const FONT = { title: '方正小标宋简体', heading: '黑体', part: '楷体_GB2312', body: '仿宋_GB2312', number: '宋体', latin: 'Times New Roman' } as const;

/** Other names of fonts, best first, and the family they are of. */
export const OTHER_NAMES: Readonly<Record<string, { readonly names: readonly string[]; readonly family: 'roman' | 'modern' | 'auto'; readonly chinese: boolean }>> = {
  [FONT.title]: { names: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '小标宋', '华文中宋', '宋体'], family: 'auto', chinese: true },
  [FONT.heading]: { names: ['SimHei', 'Noto Sans CJK SC', 'Source Han Sans SC'], family: 'modern', chinese: true },
  [FONT.part]: { names: ['楷体', 'KaiTi', 'STKaiti'], family: 'modern', chinese: true },
  [FONT.body]: { names: ['仿宋', 'FangSong', 'STFangsong'], family: 'modern', chinese: true },
  [FONT.number]: { names: ['SimSun', 'Noto Serif CJK SC', 'Source Han Serif SC'], family: 'auto', chinese: true },
  [FONT.latin]: { names: ['Liberation Serif'], family: 'roman', chinese: false },
};
