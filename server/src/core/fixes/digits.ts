import { isAsciiDigit } from '../text/characters';
import { format, type Exact } from '../text/exact';

const FULL_WIDTH_OFFSET = 0xfee0;

const toFullWidth = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + FULL_WIDTH_OFFSET));

const group = (digits: string, separator: string): string => digits.replace(/\B(?=(?:\d{3})+(?!\d))/g, separator);

/**
 * A value in the manner of the number it takes the place of: full-width digits stay full-width, a number grouped by
 * thousands stays grouped. @param like the number that stood there; empty for a blank cell.
 */
export function digitsLike(value: Exact, like: string): string {
  const plain = format(value);
  const separator = /[\d０-９]([,，  ])[\d０-９]{3}(?![\d０-９])/.exec(like)?.[1];
  const [whole = '', fraction] = plain.split('.');
  const grouped = separator === undefined ? plain : [group(whole, separator), ...(fraction === undefined ? [] : [fraction])].join('.');
  const wide = /[０-９]/.test(like) && ![...like].some((c) => isAsciiDigit(c.charCodeAt(0)));
  return wide ? toFullWidth(grouped) : grouped;
}
