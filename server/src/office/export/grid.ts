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
 * Puts rows that the form does not know behind others: the first text is a row's label, the others fill the columns of values; what does
 * not fit stands in the last one. Cells that reach over the place reach over the new rows too.
 * @param inserts by the index of the row they stand behind; -1: before all
 */
export function insertRows(grid: Grid, inserts: ReadonlyMap<number, readonly (readonly string[])[]>): Grid {
  const places = placesOf([...grid.rows, []], grid.columns);
  /** How many rows are put behind the rows before each. */
  const before = [0];
  grid.rows.forEach((_, row) => before.push((before[row] ?? 0) + (inserts.get(row)?.length ?? 0)));
  const more = (row: number, rowSpan: number): number => (before[row + rowSpan - 1] ?? 0) - (before[row] ?? 0);
  const made = (after: number): GridCell[][] => (inserts.get(after) ?? []).map((texts) => rowOf(grid, places[after + 1]?.covered ?? new Set(), texts));
  const rows = grid.rows.flatMap((cells, row) => [cells.map((each) => ({ ...each, rowSpan: each.rowSpan + more(row, each.rowSpan) })), ...made(row)]);
  return { ...grid, rows: [...made(-1), ...rows] };
}

function rowOf({ columns, labelColumns }: Grid, covered: ReadonlySet<number>, [label = '', ...values]: readonly string[]): GridCell[] {
  const labels = Math.max(1, labelColumns - [...covered].filter((column) => column < labelColumns).length);
  const room = Math.max(1, columns - covered.size - labels);
  const shown = values.length > room ? [...values.slice(0, room - 1), values.slice(room - 1).join('　')] : values.length > 0 ? values : [''];
  return [cell('label', label, labels), ...shown.map((text, i) => cell('value', text, i === shown.length - 1 ? room - i : 1))];
}
