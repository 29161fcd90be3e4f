import type { ProseNumber } from '../read/prose';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import { format, type Exact } from '../text/exact';
import { digitsLike } from './digits';
import type { Fix } from './types';

const HAN_DIGITS = '零一二三四五六七八九';

/** Chinese numeral of 0–99. */
function han(value: number): string {
  if (value < 10) return HAN_DIGITS.charAt(value);
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? HAN_DIGITS.charAt(tens) : ''}十${value % 10 ? HAN_DIGITS.charAt(value % 10) : ''}`;
}

/** Writes the table's number into the prose, in the manner of the number there. The table is never touched. */
export function writeProseNumber(report: Report, number: ProseNumber, value: Exact): readonly Fix[] {
  const written = report.reading.source.slice(number.span);
  const newText = textFor(written, number, value);
  if (newText === undefined) return [];
  return [{ title: both(`正文改为 ${newText}`, `Write ${newText} in the prose`), edits: () => [{ span: number.span, newText }] }];
}

function textFor(written: string, number: ProseNumber, value: Exact): string | undefined {
  if (/^[一-鿿〇]+$/.test(written)) return value.scale === 0 && value.units < 100n ? han(Number(value.units)) : format(value);
  if (number.factor === 0) return /\s/.test(written) ? undefined : digitsLike(value, written);
  const digits = /^[\d０-９.．,，]+/.exec(written)?.[0];
  if (!digits) return undefined;
  return `${digitsLike(trimmed({ units: value.units, scale: value.scale + number.factor }), digits)}${written.slice(digits.length)}`;
}

/** Without zeros at the end. */
function trimmed(value: Exact): Exact {
  let { units, scale } = value;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale--;
  }
  return { units, scale };
}
