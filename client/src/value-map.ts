import type { ValuePlace, ValueRow, ValueTable } from '../../server/src/core/writing/moving';

/** A change of a text: `length` characters at `offset` become `text`. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** Characters that part cells or lines somewhere: after them the tables have to be read anew. */
const PARTS = /[\s|<>&｜]/;

/**
 * The values after a change, as far as it is plain typing in one value or lies outside of all rows; `undefined` where only
 * reading the text anew can tell. So a key finds its way at once, however fast one types.
 */
export function follow(tables: readonly ValueTable[], { offset, length, text }: TextChange): readonly ValueTable[] | undefined {
  const end = offset + length;
  const grown = text.length - length;
  const rows = tables.flat().filter(({ lines }) => offset <= lines.end && end >= lines.start);
  const touched = rows.flatMap(({ values }) => values.filter(({ span }) => span.start <= offset && end <= span.end));
  const [value] = touched;
  if (rows.length > 0) {
    if (!value || touched.length > 1 || PARTS.test(text)) return undefined;
    if (offset < value.target.start || end > value.target.end) return undefined;
  }
  const moved = ({ start, end: last }: { readonly start: number; readonly end: number }): ValuePlace['span'] => ({ start: start >= end ? start + grown : start, end: last >= end ? last + grown : last });
  const widened = ({ start, end: last }: { readonly start: number; readonly end: number }): ValuePlace['span'] => ({ start, end: last + grown });
  const place = (each: ValuePlace): ValuePlace => (each === value ? { span: widened(each.span), target: widened(each.target) } : { span: moved(each.span), target: moved(each.target) });
  return tables.map((table) => table.map((row): ValueRow => ({ lines: rows.includes(row) ? widened(row.lines) : moved(row.lines), values: row.values.map(place) })));
}
