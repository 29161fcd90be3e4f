import type { CellReading, RowReading, TableReading } from '../../core/read/types';
import { mergedForm, type MergedCell } from '../../core/snippets/merged';
import { both, type Bilingual } from '../../core/text/bilingual';
import { cell, insertRows, type Grid } from './grid';

/** What a table of the draft holds that is none of the format's cells. */
export interface Stray {
  /** The declared row behind which it stands; absent: before all. */
  readonly behind?: string;
  readonly texts: readonly string[];
}

/**
 * A recognised table in the official form, with the draft's own values: wrong numbers stay, empty cells stay empty, and a row the draft
 * does not have stays empty too. Rows the format does not know stand where they stood.
 */
export function officialGrid(table: TableReading, strays: readonly Stray[], clean: (cell: CellReading) => string): { readonly grid: Grid; readonly notices: readonly Bilingual[] } {
  const { declaration } = table;
  const first = new Map<string, RowReading>();
  for (const row of table.rows) if (!first.has(row.declaration.id)) first.set(row.declaration.id, row);
  const values = new Map<string, string>();
  const uneven: string[] = [];
  for (const [id, row] of first) {
    const { columns, label } = row.declaration;
    const texts = row.values.map(clean);
    if (texts.length !== columns.length) uneven.push(label || declaration.name.zh);
    columns.forEach((column, i) => values.set(`${id}/${column.id}`, i === columns.length - 1 ? texts.slice(i).join('　') : (texts[i] ?? '')));
  }
  const notices: Bilingual[] = uneven.length === 0 ? [] : [both(`${declaration.name.zh}有 ${uneven.length} 行的值数与列数不同，照次序放入；第一行是“${uneven[0]}”`, `${declaration.name.en}: ${uneven.length} rows with more or fewer values than columns, put in as they come; the first is ${uneven[0]}`)];
  const form = mergedForm(declaration);
  const rowOf = (cells: readonly MergedCell[]): string | undefined => cells.find((each) => each.kind === 'value')?.row;
  const rows = form.map((cells) =>
    cells.map((each) => {
      const kind = each.kind === 'header' && each.colSpan === declaration.width ? 'title' : each.kind;
      return cell(kind, each.kind === 'value' ? (values.get(`${each.row}/${each.column}`) ?? '') : each.text, each.colSpan, each.rowSpan);
    }),
  );
  const grid: Grid = { name: declaration.name.zh, columns: declaration.width, labelColumns: declaration.labelColumns, headerRows: declaration.header.length, rows };
  const lines = new Map(form.map((cells, line) => [rowOf(cells), line]));
  const inserts = new Map<number, (readonly string[])[]>();
  const more = [...duplicates(table, first, clean), ...strays];
  for (const { behind, texts } of more) {
    const at = behind === undefined ? declaration.header.length - 1 : (lines.get(behind) ?? form.length - 1);
    const list = inserts.get(at);
    if (list) list.push(texts);
    else inserts.set(at, [texts]);
  }
  if (more.length > 0) notices.push(both(`${declaration.name.zh}有 ${more.length} 行不在格式里，照草稿放在表中；第一行是“${more[0]?.texts[0] ?? ''}”`, `${declaration.name.en}: ${more.length} rows that are not in the format stand in the table as they are; the first is ${more[0]?.texts[0] ?? ''}`));
  return { grid: inserts.size === 0 ? grid : insertRows(grid, inserts), notices };
}

/** A row that stands in the draft a second time is a row of its own. */
function duplicates(table: TableReading, first: ReadonlyMap<string, RowReading>, clean: (cell: CellReading) => string): Stray[] {
  return table.rows
    .filter((row) => first.get(row.declaration.id) !== row)
    .map((row) => ({ behind: row.declaration.id, texts: [row.declaration.label, ...row.values.map(clean)] }));
}
