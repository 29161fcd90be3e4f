import { currentFormat, formats, formatForYear } from '../format';
import type { FormatDeclaration } from '../format/types';

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

/** The format a text uses: by what its tables say, else by the report year, else the one in force. */
export function detectFormat(text: string, year: number | undefined): FormatDeclaration {
  let best: FormatDeclaration | undefined;
  let most = 0;
  for (const format of formats) {
    const count = signalsOf(format).reduce((n, word) => n + (text.includes(word) ? 1 : 0), 0);
    if (count > most) [best, most] = [format, count];
  }
  return best ?? (year === undefined ? undefined : formatForYear(year)) ?? currentFormat;
}
