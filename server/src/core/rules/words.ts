import type { ColumnDeclaration, RowDeclaration, TableDeclaration } from '../format/types';
import { hanNumeral } from '../read/numerals';
import type { CellPlace } from '../report/reconcile';
import { both, type Bilingual } from '../text/bilingual';
import { format, type Exact } from '../text/exact';

/** A row in a message: its label without the remark in brackets behind it; a row without label by its table. */
export const rowName = (row: RowDeclaration): string => row.label.replace(/（[^一二三四五六七八九十）][^）]*）?$/, '') || '';

export const columnName = (column: ColumnDeclaration): string => column.path.join('／');

/** `（一）予以公开 · 自然人` */
export function placeName(table: TableDeclaration, place: CellPlace): Bilingual {
  const row = table.rows.find((each) => each.id === place.row);
  const column = row?.columns.find((each) => each.id === place.column);
  const label = row ? rowName(row) : place.row;
  const head = label === '' ? '' : `${label} · `;
  return both(`${head}${column ? columnName(column) : place.column}`, `${head}${column?.name.en ?? place.column}`);
}

/** `三、收到和处理政府信息公开申请情况` */
export const sectionName = (section: { readonly number: number; readonly title: string }): string => `${hanNumeral(section.number)}、${section.title}`;

/** `4 + 1 + 0`, terms that are 0 left out when there are many. */
export function sumOf(values: readonly Exact[]): string {
  const shown = values.length > 7 ? values.filter((value) => value.units !== 0n) : values;
  return shown.length === 0 ? '0' : shown.map(format).join(' + ');
}
