const BOOK = /《[^》]*》|〔[^〕]*〕/g;

/**
 * Moves the years a report speaks of: the report year, the one before and the one after. Titles in 《》 and document numbers
 * keep theirs. Full-width digits stay full-width; spaces before 年 stay. @param year report year of the text, @param by how many years.
 */
export function moveYears(text: string, year: number, by: number): string {
  const kept: string[] = [];
  const open = text.replace(BOOK, (match) => `\u0000${kept.push(match) - 1}\u0000`);
  const moved = open.replace(/(?<![\d０-９.])([12１２][\d０-９]{3})(?=\s*年(?!版))/g, (digits) => {
    const value = Number(half(digits));
    if (value < year - 1 || value > year + 1) return digits;
    const next = String(value + by);
    return digits === half(digits) ? next : next.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  });
  return moved.replace(/\u0000(\d+)\u0000/g, (_, index: string) => kept[Number(index)] ?? '');
}

const half = (digits: string): string => digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
