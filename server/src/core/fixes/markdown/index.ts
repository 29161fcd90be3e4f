import type { TableReading } from '../../read/types';
import type { Report } from '../../report/report';
import type { TextEdit } from '../../text/span';
import { reread, rowText } from '../reread';
import { displayWidth } from '../width';
import { writtenTable } from '../written/rows';
import { linesOf } from './lines';
import { placeOf } from './place';

export interface MarkdownOptions {
  /** Characters of ambiguous East Asian width (“ ” — …) count two columns. */
  readonly ambiguousWide: boolean;
}

/**
 * Writes a table, whatever its layout, as an aligned Markdown table in its place: labels and values as they are written,
 * merged cells in their first field. No edits when it stands so already; `undefined` when something would be lost or the
 * result would not read back as the same rows.
 */
export function toMarkdown(report: Report, table: TableReading, options: MarkdownOptions): readonly TextEdit[] | undefined {
  const { source } = report.reading;
  const written = writtenTable(report, table);
  if (written.foreign.length > 0) return undefined;
  const place = placeOf(report, written.rows);
  const lines = place && linesOf(report, table, written.rows);
  if (!lines || lines.length === 0) return undefined;
  const body = align(lines, options.ambiguousWide).map((line) => place.prefix + line);
  const newText = [...(place.blankBefore ? [place.prefix.trimEnd()] : []), ...body, ...(place.blankBehind ? [place.prefix.trimEnd()] : [])].join(source.eol);
  if (source.slice(place.span) === newText) return [];
  const edits = [{ span: place.span, newText }];
  const again = reread(report, table, edits);
  const same = again?.rows.length === table.rows.length && again.rows.every((row, i) => rowText(row) === rowText(table.rows[i] as TableReading['rows'][number]));
  return same ? edits : undefined;
}

/** Cells below each other in columns of equal width; the first line is the header, since Markdown has but one. */
function align(lines: readonly (readonly string[])[], ambiguousWide: boolean): string[] {
  const columns = Math.max(...lines.map((cells) => cells.length));
  const [head = [], ...rest] = lines;
  const full = [[...head, ...new Array<string>(columns - head.length).fill('')], ...rest];
  const widths = Array.from({ length: columns }, (_, i) => Math.max(3, ...full.map((cells) => displayWidth(cells[i] ?? '', ambiguousWide))));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - displayWidth(cell, ambiguousWide))).join(' | ')} |`;
  const [first = '', ...others] = full.map(line);
  return [first, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...others];
}
