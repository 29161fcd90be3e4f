import type { ProseNumber } from '../read/prose';
import type { CellReading } from '../read/types';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import { format, ZERO, type Exact } from '../text/exact';
import type { Span } from '../text/span';
import { writeCell } from './cell';
import { digitsLike } from './digits';
import type { Fix } from './types';

/**
 * Writes the sum of its parts as the whole. Not preferred: a part may be wrong as well. None for a number in 万 or in
 * Chinese numerals, whose manner of writing says how exact it was meant.
 */
export function writeTotal(report: Report, whole: ProseNumber, total: Exact): Fix | undefined {
  const written = report.reading.source.slice(whole.span);
  if (whole.factor > 0 || !/^[\d０-９,，.．]+$/.test(written) || total.scale !== whole.value.scale) return undefined;
  return {
    title: both(`把总数改为各项之和 ${format(total)}`, `Write the sum of the parts, ${format(total)}, as the whole`),
    edits: () => [{ span: whole.span, newText: digitsLike(total, written) }],
  };
}

/** Writes a year in the manner of the digits that stand there. */
export function writeYear(report: Report, spans: readonly Span[], year: number, preferred: boolean): Fix {
  return {
    title: both(`改为${year}年`, `Change to ${year}`),
    ...(preferred ? { preferred } : {}),
    edits: () => spans.map((span) => ({ span, newText: yearLike(year, report.reading.source.slice(span)) })),
  };
}

const HAN = '〇一二三四五六七八九';

function yearLike(year: number, written: string): string {
  if (/[〇○零一二三四五六七八九]/.test(written)) return [...String(year)].map((digit) => HAN.charAt(Number(digit))).join('');
  return digitsLike({ units: BigInt(year), scale: 0 }, written);
}

/** Replaces some text by other text. */
export const replace = (title: { zh: string; en: string }, span: Span, newText: string, more: Pick<Fix, 'preferred' | 'safe'> = {}): Fix => ({ title, ...more, edits: () => [{ span, newText }] });

/** Writes 0 into cells, digits only. */
export function zeroCells(report: Report, cells: readonly CellReading[]): Fix {
  return { title: both('改为 0', 'Write 0'), edits: () => cells.flatMap((cell) => writeCell(report, cell, ZERO)) };
}
