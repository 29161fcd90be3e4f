import type { CellReading } from '../read/types';
import type { Report } from '../report/report';
import { isSpace } from '../text/characters';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import type { ValueRow, ValueTable } from './moving';

/** The values of all tables, row by row: rows in textual order, which in the text of a PDF need not be that of their lines. */
export const valueTables = (reports: readonly Report[]): readonly ValueTable[] =>
  reports.flatMap(({ reading: { source, tables } }) => tables.map((table) => table.rows.map((row): ValueRow => ({
    lines: { start: source.lineSpan(row.firstLine).start, end: source.lineSpan(row.lastLine).end },
    values: row.values.map((cell) => ({ span: cell.span, target: targetOf(source, cell) })),
  }))));

/** Digits go where `writeCell` puts them: behind the first space of a blank, over all of a value that is written as a whole. */
function targetOf(source: SourceText, { state, span }: CellReading): Span {
  if (state !== 'blank' || [...source.slice(span)].some((c) => !isSpace(c.charCodeAt(0)))) return span;
  const at = span.end - span.start > 1 ? span.start + 1 : span.start;
  return { start: at, end: at };
}
