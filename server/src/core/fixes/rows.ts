import type { RowReading, TableReading } from '../read/types';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import { equal, isZero } from '../text/exact';
import { fold } from '../text/fold';
import type { TextEdit } from '../text/span';
import { insertMissing } from './insert';
import type { Fix } from './types';
import { writtenTable } from './written/rows';

/**
 * Inserts the missing rows of a table in the notation of the rows around them. Their numbers are not known: 0, to be filled
 * in. Computed when asked for, as a draft being typed lacks rows most of the time; no edits where the place is not certain.
 */
export function insertRows(report: Report, table: TableReading): readonly Fix[] {
  const n = table.missing.length;
  if (n === 0) return [];
  let edits: readonly TextEdit[] | undefined;
  return [{ title: both(`插入缺的 ${n} 行（填 0）`, `Insert the ${n} missing row${n === 1 ? '' : 's'} (filled with 0)`), edits: () => (edits ??= insertMissing(report, table)) }];
}

/** Deletes the later of two rows that say the same: same label, same values, and nothing else in its lines. */
export function removeRow(report: Report, table: TableReading, row: RowReading, first: RowReading): Fix | undefined {
  const { source } = report.reading;
  const label = (each: RowReading): string => fold(source.slice(each.label));
  if (!row.cells || !first.cells || row.declaration.label === '' || label(row) !== label(first)) return undefined;
  const same = row.cells.every((cell, i) => {
    const other = first.cells?.[i];
    return other && cell.state === other.state && (cell.value && other.value ? equal(cell.value, other.value) : cell.text === other.text);
  });
  if (!same) return undefined;
  const edits = deletion(report, table, row);
  return edits.length === 0 ? undefined : { title: both('删除重复的这一行', 'Delete this repeated row'), preferred: true, edits: () => edits };
}

function deletion(report: Report, table: TableReading, row: RowReading): readonly TextEdit[] {
  const { source } = report.reading;
  const { rows, places } = writtenTable(report, table);
  const at = places.get(row) ?? -1;
  const written = rows[at];
  if (!written || written.span.start > row.span.start || written.span.end < row.span.end) return [];
  if (written.fields.some((each) => each.role !== 'label' && each.role !== 'value' && each.role !== 'blank')) return [];
  // Together with the line end or what else holds it apart from the row before.
  const before = rows[at - 1];
  const gap = before && /^[\s|｜]*$/.test(source.text.slice(before.span.end, written.span.start));
  const line = source.starts[source.lineAt(written.span.start)] ?? written.span.start;
  const start = gap && before.row ? before.span.end : line === written.span.start && line > 0 ? source.lineSpan(source.lineAt(line) - 1).end : written.span.start;
  return [{ span: { start, end: written.span.end }, newText: '' }];
}

/**
 * Rows of zeros with a value too many or too few: removes or adds zeros. Only a zero too many is certain: a value that is
 * missing may have been another number.
 */
export function padRows(report: Report, rows: readonly RowReading[]): Fix | undefined {
  const zeros = rows.every((row) => row.values.length > 1 && row.values.every((cell) => cell.value && isZero(cell.value)));
  if (rows.length === 0 || !zeros || rows.some((row) => row.values.length === row.declaration.columns.length)) return undefined;
  const surplus = rows.every((row) => row.values.length > row.declaration.columns.length);
  if (surplus) return { title: both('删去多余的 0', 'Remove the zeros that are too many'), preferred: true, edits: () => rows.map((row) => cut(row)) };
  return { title: both('用 0 补足个数', 'Fill up with zeros'), edits: () => rows.flatMap((row) => (row.values.length > row.declaration.columns.length ? [cut(row)] : extend(report, row))) };
}

function cut(row: RowReading): TextEdit {
  const kept = row.values[row.declaration.columns.length - 1];
  const last = row.values.at(-1);
  const end = last?.span.end ?? row.span.end;
  return { span: { start: kept?.span.end ?? end, end }, newText: '' };
}

function extend(report: Report, row: RowReading): readonly TextEdit[] {
  const { source, tables } = report.reading;
  const [one, two] = row.values.slice(-2);
  if (!one || !two) return [];
  let wanted = row.declaration.columns.length - row.values.length;
  const zero = source.slice(two.span);
  const edits: TextEdit[] = [];
  // Empty fields behind the values are theirs; only then does the row grow.
  const table = tables.find((each) => each.rows.includes(row));
  const written = table && writtenTable(report, table).rows.find((each) => each.fields.some(({ field }) => field.span.start === two.span.start && field.span.end === two.span.end));
  for (const { role, field } of written?.layout === 'tab' || written?.layout === 'pipe' ? written.fields : []) {
    if (wanted === 0 || role !== 'blank' || field.span.start < two.span.end) continue;
    const { start, end } = field.span;
    const at = end - start > 1 ? start + 1 : start;
    edits.push({ span: { start: at, end: at }, newText: zero });
    wanted--;
  }
  const more = source.text.slice(one.span.end, two.span.start) + zero;
  if (wanted > 0) edits.unshift({ span: { start: two.span.end, end: two.span.end }, newText: more.repeat(wanted) });
  return edits;
}
