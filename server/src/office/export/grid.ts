/** A cell of a table that is published. */
export interface GridCell {
  /** `title`: of a block, over all columns · `header` · `label`: says what row it is · `value`: a figure · `text`: anything else */
  readonly kind: 'title' | 'header' | 'label' | 'value' | 'text';
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface Grid {
  /** What the table is, for readers that do not see it. */
  readonly name?: string;
  readonly columns: number;
  /** Columns with labels, before the values. */
  readonly labelColumns: number;
  /** Rows that are repeated on every page. */
  readonly headerRows: number;
  readonly rows: readonly (readonly GridCell[])[];
}

export const cell = (kind: GridCell['kind'], text: string, colSpan = 1, rowSpan = 1): GridCell => ({ kind, text, colSpan, rowSpan });

/** The first column of every cell, row by row, and the columns that each row leaves to cells from above. */
export function placesOf(rows: Grid['rows'], columns: number): { readonly starts: readonly number[]; readonly covered: ReadonlySet<number> }[] {
  let open = new Array<number>(columns).fill(0);
  return rows.map((cells) => {
    const covered = new Set(open.flatMap((left, column) => (left > 0 ? [column] : [])));
    const next = open.map((left) => Math.max(0, left - 1));
    let at = 0;
    const starts = cells.map(({ colSpan, rowSpan }) => {
      while (covered.has(at)) at++;
      const start = at;
      for (let i = 0; i < colSpan && at < columns; i++) next[at++] = rowSpan - 1;
      return start;
    });
    open = next;
    return { starts, covered };
  });
}

/**
 * Puts a row that the form does not know behind another: the first text is its label, the others fill the columns of values; what does
 * not fit stands in the last one.
 * @param after index of the row it stands behind; -1: before all rows
 */
export function insertRow(grid: Grid, after: number, texts: readonly string[]): Grid {
  const covering = (row: number, { rowSpan }: GridCell): boolean => row <= after && row + rowSpan > after + 1;
  const rows = grid.rows.map((cells, row) => cells.map((each) => (covering(row, each) ? { ...each, rowSpan: each.rowSpan + 1 } : each)));
  const covered = placesOf([...rows.slice(0, after + 1), []], grid.columns)[after + 1]?.covered ?? new Set<number>();
  const labels = Math.max(1, grid.labelColumns - [...covered].filter((column) => column < grid.labelColumns).length);
  const room = Math.max(1, grid.columns - covered.size - labels);
  const [label = '', ...values] = texts;
  const shown = values.length > room ? [...values.slice(0, room - 1), values.slice(room - 1).join('　')] : values;
  const cells = [cell('label', label, labels), ...shown.map((text, i) => cell('value', text, i === shown.length - 1 ? room - i : 1))];
  if (shown.length === 0) cells.push(cell('value', '', room));
  return { ...grid, rows: [...rows.slice(0, after + 1), cells, ...rows.slice(after + 1)] };
}
