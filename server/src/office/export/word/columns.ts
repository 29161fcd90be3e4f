import { placesOf, type Grid } from '../grid';
import { SIZE } from './layout';

export interface Widths {
  /** Twips of each column; together the room between the margins. */
  readonly columns: readonly number[];
  /** Half points. */
  readonly size: number;
}

/** Space at both sides of a cell's text, in twips. */
export const CELL_MARGIN = 60;

/** Width of a text in ems: a character of Latin letters or figures is half as wide as a Chinese one. */
export const ems = (text: string): number => Math.max(0, ...text.split('\n').map((line) => [...line].reduce((width, c) => width + (c < '\u0250' ? 0.5 : 1), 0)));

/** The largest size at which every figure stands in its column in one line. */
export function widthsOf(grid: Grid, area: number): Widths {
  const figures = longestFigures(grid);
  const sizes = grid.columns <= 6 ? [SIZE.小四, SIZE.五号, SIZE.小五, SIZE.六号] : [SIZE.五号, SIZE.小五, SIZE.六号];
  for (const size of sizes) {
    const columns = grid.labelColumns > 0 ? withLabels(grid, figures, size, area) : even(grid, figures, size, area);
    if (columns) return { columns: exactly(columns, area), size };
  }
  const last = SIZE.六号;
  // Figures that fit nowhere are broken: a table may not leave the page.
  return { columns: exactly(withLabels(grid, figures.map((each) => Math.min(each, grid.labelColumns === 1 ? 12 : 4)), last, area) ?? new Array<number>(grid.columns).fill(area / grid.columns), area), size: last };
}

/** The widest figure of each column, in ems; what spans several counts for each its share. */
function longestFigures(grid: Grid): number[] {
  const longest = new Array<number>(grid.columns).fill(0);
  const places = placesOf(grid.rows, grid.columns);
  grid.rows.forEach((cells, row) =>
    cells.forEach(({ kind, text, colSpan }, i) => {
      if (kind !== 'value') return;
      const start = places[row]?.starts[i] ?? 0;
      for (let at = start; at < start + colSpan && at < grid.columns; at++) longest[at] = Math.max(longest[at] ?? 0, ems(text) / colSpan);
    }),
  );
  return longest;
}

const room = (width: number, size: number): number => width * size * 10 + 2 * CELL_MARGIN + 20;

/** Labels take what the figures leave, at least a share that keeps them readable. */
function withLabels(grid: Grid, figures: readonly number[], size: number, area: number): number[] | undefined {
  const { labelColumns } = grid;
  const least = figures.slice(labelColumns).map((width) => room(Math.max(width, 2), size));
  const needed = least.reduce((sum, width) => sum + width, 0);
  // One label column of a few words, or three of which the last holds sentences.
  const [usual, most] = (labelColumns === 1 ? [0.66, 0.75] : [0.48, 0.64]).map((share) => area * share) as [number, number];
  if (needed > most) return undefined;
  const values = levelled(least, Math.max(needed, usual));
  const labels = area - values.reduce((sum, width) => sum + width, 0);
  const shares = labelColumns === 1 ? [1] : labelColumns === 3 ? [0.2, 0.22, 0.58] : new Array<number>(labelColumns).fill(1 / labelColumns);
  return [...shares.map((each) => labels * each), ...values];
}

/** Columns that together are `total` wide and as equal as what each needs at least allows. */
function levelled(least: readonly number[], total: number): number[] {
  const sorted = [...least].sort((a, b) => b - a);
  let left = total;
  // The widest ones keep what they need, until the others can share the rest in equal parts.
  let wide = 0;
  while (wide < sorted.length && (sorted[wide] ?? 0) > left / (sorted.length - wide)) left -= sorted[wide++] ?? 0;
  const level = left / Math.max(1, sorted.length - wide);
  return least.map((width) => Math.max(width, level));
}

/** Columns of equal width where the figures allow; else as wide as their contents ask. */
function even(grid: Grid, figures: readonly number[], size: number, area: number): number[] | undefined {
  const texts = new Array<number>(grid.columns).fill(1);
  const places = placesOf(grid.rows, grid.columns);
  grid.rows.forEach((cells, row) => cells.forEach(({ kind, text, colSpan }, i) => colSpan === 1 && kind !== 'value' && (texts[places[row]?.starts[i] ?? 0] = Math.max(texts[places[row]?.starts[i] ?? 0] ?? 0, Math.min(ems(text), 16)))));
  const least = figures.map((width) => room(Math.max(width, 1), size));
  const total = least.reduce((sum, width) => sum + width, 0);
  if (total > area) return undefined;
  const weights = figures.map((width, i) => Math.max(width, texts[i] ?? 1, 2));
  const sum = weights.reduce((all, each) => all + each, 0);
  const same = area / grid.columns;
  if (grid.headerRows > 1 && least.every((width) => width <= same)) return new Array<number>(grid.columns).fill(same);
  return weights.map((each, i) => (least[i] ?? 0) + ((area - total) * each) / sum);
}

/** Whole twips that add up. */
function exactly(widths: readonly number[], area: number): number[] {
  let done = 0;
  let exact = 0;
  return widths.map((width, i) => {
    exact += width;
    const end = i === widths.length - 1 ? area : Math.round(exact);
    const own = Math.max(1, end - done);
    done += own;
    return own;
  });
}
