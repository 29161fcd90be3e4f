import { displayWidth } from '../../core/fixes/width';
import type { Table } from './blocks';
import { LIMITS } from './limits';
import { cellText, protect } from './text';

/** Cells wider than this are not waited for by the others of their column. */
const WIDEST = 60;

/**
 * A table as a Markdown table of its own: what a merged cell says stands in its first field. `undefined` where it is too
 * large for one.
 */
export function markdownTable(table: Table): string | undefined {
  const grid = fieldsOf(table);
  if (!grid) return undefined;
  if (grid.length === 0) return '';
  const texts = grid.map((row) => row.map((text) => text.split('\n').map(protect).join('<br>').replace(/(?<!\\)[|｜]/g, '\\|')));
  const columns = Math.max(...texts.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(3, ...texts.map((row) => Math.min(WIDEST, displayWidth(row[i] ?? '', true)))));
  const line = (row: readonly string[]): string => `| ${widths.map((width, i) => (row[i] ?? '') + ' '.repeat(Math.max(0, width - displayWidth(row[i] ?? '', true)))).join(' | ')} |`;
  const [head = [], ...rest] = texts;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line)].join('\n');
}

/** The fields of every row, those that merged cells cover empty; columns in which nothing stands are left out. */
function fieldsOf({ rows }: Table): string[][] | undefined {
  const grid: (string | undefined)[][] = rows.map(() => []);
  let count = 0;
  for (const [line, cells] of rows.entries()) {
    let at = 0;
    for (const cell of cells) {
      const text = cellText(cell, '\n');
      while (grid[line]?.[at] !== undefined) at++;
      const [across, down] = [Math.min(cell.colSpan, 64), Math.min(cell.rowSpan, rows.length - line)];
      if ((count += across * down) > LIMITS.fields) return undefined;
      for (let below = 0; below < down; below++) {
        for (let beside = 0; beside < across; beside++) {
          const target = grid[line + below] as (string | undefined)[];
          target[at + beside] ??= below + beside === 0 ? text : '';
        }
      }
      at += across;
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length));
  const used = Array.from({ length: width }, (_, i) => i).filter((i) => grid.some((row) => (row[i] ?? '') !== ''));
  if (used.length === 0) return [];
  return grid.map((row) => used.map((i) => row[i] ?? ''));
}
