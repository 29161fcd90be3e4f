import type { Report } from '../../report/report';
import { displayWidth } from '../width';
import type { WrittenField, WrittenRow } from '../written/rows';
import { cellStart, withRowSpan } from './html-cells';
import type { RowSpec, Rendered } from './spec';

/** Levels of the group labels that stand on a row's own line. */
export const groupLevels = (written: WrittenRow): readonly number[] => written.fields.flatMap(({ group }) => (group ? [group.level] : []));

/** Whether a row can be copied: read for certain, its label in one field, and nothing in it that is not label or value. */
export function isModel(report: Report, written: WrittenRow): boolean {
  const { row, fields } = written;
  if (!row?.cells || row.cells.length !== row.declaration.columns.length) return false;
  const labels = fields.filter((each) => each.role === 'label');
  const values = fields.filter((each) => each.role === 'value');
  if (labels.length !== (row.declaration.label === '' ? 0 : 1) || values.length !== row.cells.length) return false;
  if (fields.some((each) => each.role === 'other' || each.role === 'header' || each.role === 'block')) return false;
  const [label] = labels;
  // A tag that opens in the label and closes behind it would be torn.
  return !label || written.layout !== 'html' || !/<(?!br\b)/i.test(report.reading.source.slice(label.field.span));
}

/** Copies a row with other labels and values; everything between them stays as it is written there. */
export function cloneRow(report: Report, model: WrittenRow, spec: RowSpec, aligned: boolean): Rendered {
  let value = 0;
  const groups = [...spec.groups];
  return replaceFields(report, model, aligned, (each) => {
    if (each.role === 'value') return { text: spec.values[value++] ?? '0' };
    if (each.role === 'label' || each.role === 'repeat') return { text: spec.label };
    if (each.role !== 'group') return undefined;
    const group = groups.shift();
    return group ? { text: group.label, rows: group.rows } : undefined;
  });
}

/** Copies a row with the texts of some fields replaced. @param rows row span of a group cell */
export function replaceFields(report: Report, model: WrittenRow, aligned: boolean, text: (field: WrittenField) => { text: string; rows?: number } | undefined): Rendered {
  const { source } = report.reading;
  let out = '';
  let first: number | undefined;
  let at = model.span.start;
  for (const each of model.fields) {
    const { span } = each.field;
    const replacement = text(each);
    if (each.role !== 'blank') first ??= model.layout === 'html' ? out.length + (cellStart(source.text, span.start) - at) : out.length + span.start - at;
    if (!replacement) continue;
    let literal = source.text.slice(at, span.start);
    if (replacement.rows !== undefined && model.layout === 'html') literal = withRowSpan(literal, replacement.rows);
    out += literal;
    at = span.end;
    const spare = aligned ? displayWidth(source.slice(span), true) - displayWidth(replacement.text, true) : 0;
    const behind = / *$/.exec(literal)?.[0].length ?? 0;
    const ahead = /^ */.exec(source.text.slice(at, model.span.end))?.[0].length ?? 0;
    const right = each.role === 'value' && (model.layout === 'spaced' || (behind > 1 && ahead < 2));
    if (spare > 0) out += right ? ' '.repeat(spare) + replacement.text : replacement.text + ' '.repeat(spare);
    else {
      out += replacement.text;
      at += Math.min(-spare, Math.max(0, ahead - (model.layout === 'spaced' ? 2 : 1)));
    }
  }
  return { text: out + source.text.slice(at, model.span.end), first: first ?? 0 };
}

/** The width most rows of a table have in common when it is set out in columns by spaces; `undefined` when it is not. */
export function commonWidth(report: Report, rows: readonly WrittenRow[]): number | undefined {
  const own = rows.filter(({ row, layout }) => row && (layout === 'pipe' || layout === 'spaced'));
  const counts = new Map<number, number>();
  for (const row of own) counts.set(widthOf(report, row), (counts.get(widthOf(report, row)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (own.length < 3 || !most || most[1] * 2 <= own.length) return undefined;
  // Rows that are equally wide because their labels are show nothing.
  const labels = own.filter((row) => widthOf(report, row) === most[0]).map(({ row }) => (row ? displayWidth(report.reading.source.slice(row.label), true) : 0));
  return new Set(labels).size > 1 ? most[0] : undefined;
}

export const widthOf = (report: Report, { span }: WrittenRow): number => displayWidth(report.reading.source.slice(span), true);
