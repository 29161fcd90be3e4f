import { currentFormat, formats, formatForYear } from '../format';
import type { FormatDeclaration } from '../format/types';
import type { ReportReading } from './types';

const signals = new Map<FormatDeclaration, readonly string[]>();

/** Header cells and row labels only one format has. */
function signalsOf(format: FormatDeclaration): readonly string[] {
  let own = signals.get(format);
  if (!own) {
    const words = (each: FormatDeclaration): string[] => [
      ...each.tables.flatMap((table) => (table.blocks ?? []).flatMap((block) => block.header.map((cell) => cell.text.replace(/[（(].*/, '')))),
      ...each.tables.flatMap((table) => table.rows.map((row) => row.label.replace(/^.*?[）.、]/, ''))),
    ];
    const others = formats.filter((each) => each !== format).flatMap(words).join('\n');
    own = [...new Set(words(format))].filter((word) => word.length >= 5 && !others.includes(word));
    signals.set(format, own);
  }
  return own;
}

/** All words that tell a format. */
export const signalWords = (): string[] => formats.flatMap((format) => signalsOf(format));

/** Readings whose format is told by their tables or by the user, and not by the year. */
const said = new WeakSet<ReportReading>();
export const formatIsSaid = (reading: ReportReading): boolean => said.has(reading);
export const noteFormatIsSaid = (reading: ReportReading): void => void said.add(reading);

/** The format a text uses: by what its tables say, else by the report year, else the one in force. @returns `told` when it is by its tables */
export function detectFormat(text: string, year: number | undefined): { readonly format: FormatDeclaration; readonly told: boolean } {
  let best: FormatDeclaration | undefined;
  let most = 0;
  for (const format of formats) {
    const count = signalsOf(format).reduce((n, word) => n + (text.includes(word) ? 1 : 0), 0);
    if (count > most) [best, most] = [format, count];
  }
  return { format: best ?? (year === undefined ? undefined : formatForYear(year)) ?? currentFormat, told: best !== undefined };
}
