const DIGITS = '零一二三四五六七八九';

/** Value of a Chinese numeral below 10 000 (`十二`, `两百`, `一百零三`); `undefined` when it is not one. */
export function hanValue(text: string): number | undefined {
  let total = 0;
  let digit = -1;
  let scale = 10_000;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const factor = character === '十' ? 10 : character === '百' ? 100 : character === '千' ? 1000 : 0;
    if (factor > 0) {
      if (factor >= scale || (digit < 0 && !(factor === 10 && i === 0))) return undefined;
      total += (digit < 0 ? 1 : digit) * factor;
      scale = factor;
      digit = -1;
      continue;
    }
    const value = character === '两' ? 2 : character === '〇' ? 0 : DIGITS.indexOf(character);
    if (value < 0 || digit > 0) return undefined;
    if (value === 0 && i > 0 && scale === 10_000) return undefined;
    digit = value;
  }
  return digit > 0 || (digit === 0 && text.length === 1) ? total + digit : digit < 0 && total > 0 ? total : undefined;
}
