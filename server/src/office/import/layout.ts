import { readHeading } from '../../core/read/headings';
import { labelsOf } from '../../core/read/labels';
import { currentFormat, formats } from '../../core/format';
import { tablesIn, wordsOf, type Block, type Cell, type Paragraph, type Table } from './blocks';

/**
 * Tables as the text means them: those that only set a page are taken apart, headings and sentences that stand in rows
 * of their own come out of them, and the pieces of a table that a page's end cut are one again.
 */
export function arrange(blocks: readonly Block[]): Block[] {
  return joined(blocks.flatMap((block) => (block.kind === 'table' ? taken(block) : [block])));
}

/** A table that sets a page gives its cells one after the other. */
function taken(table: Table): Block[] {
  if (!setsPage(table)) return cut(table);
  return arrange(table.rows.flatMap((cells) => cells.flatMap((cell) => cell.blocks)));
}

function setsPage({ rows }: Table): boolean {
  const nested = rows.flatMap((cells) => cells.flatMap(tablesIn));
  if (nested.length > 3 || nested.some((inner) => inner.rows.length >= 3 || setsPage(inner))) return true;
  const single = rows.every((cells) => cells.length === 1);
  return single && (rows.length === 1 || nested.length > 0 || rows.some(([cell]) => cell !== undefined && (cell.blocks.length > 2 || cell.blocks.some((block) => isSentence(wordsOf(block))))));
}

const isSentence = (text: string): boolean => text.length > 30 && /[。；]/.test(text);

/** Takes rows that are no rows out of a table. */
function cut(table: Table): Block[] {
  const out: Block[] = [];
  let rows: (readonly Cell[])[] = [];
  const close = (): void => {
    // Between two texts a line of a single cell is one more of them.
    const words = rows.every((cells) => cells.length === 1) && rows.length < table.rows.length;
    if (words) out.push(...rows.flatMap((cells) => cells.flatMap((cell) => cell.blocks)));
    else if (rows.length > 0) out.push({ ...table, rows });
    rows = [];
  };
  // What a cell merged over several rows covers cannot be taken apart.
  let until = 0;
  table.rows.forEach((cells, i) => {
    const filled = cells.filter((cell) => cell.blocks.length > 0);
    const [only] = filled;
    if (i >= until && filled.length === 1 && only && only.rowSpan === 1 && only.blocks.every((block) => block.kind === 'paragraph') && isText(only.blocks as readonly Paragraph[], cells.length === 1)) {
      close();
      out.push(...only.blocks);
    } else rows.push(cells);
    for (const cell of cells) if (cell.rowSpan > 1) until = Math.max(until, Math.min(table.rows.length, i + cell.rowSpan));
  });
  close();
  return out;
}

/** Sentences, a section's heading or the title. @param alone the row has no other cell */
function isText(paragraphs: readonly Paragraph[], alone: boolean): boolean {
  return paragraphs.some(({ lines }) => {
    const text = lines.join('');
    if (alone && text.length <= 60 && text.endsWith(currentFormat.title.ending)) return true;
    return ((alone || text.length > 60) && text.includes('。')) || formats.some((format) => readHeading(text, 0, text.length, 0, labelsOf(format))?.section !== undefined);
  });
}

/** Tables right behind each other of which the second begins with the header of the first again. */
function joined(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    const repeated = last?.kind === 'table' && block.kind === 'table' ? repeatedRows(last, block) : 0;
    if (last?.kind === 'table' && block.kind === 'table' && repeated > 0) out[out.length - 1] = { ...last, rows: [...last.rows, ...block.rows.slice(repeated)] };
    else out.push(block);
  }
  return out;
}

/** How many rows at the beginning of a table say the same as those at the beginning of the one before, none of them with numbers. */
function repeatedRows(first: Table, second: Table): number {
  const say = (cells: readonly Cell[] | undefined): string => (cells ?? []).map((cell) => `${cell.colSpan} ${cell.rowSpan} ${cell.blocks.map(wordsOf).join('')}`).join('|');
  let same = 0;
  while (same < second.rows.length - 1 && same < 6 && say(first.rows[same]) === say(second.rows[same]) && !(second.rows[same] ?? []).some((cell) => /^\d+$/.test(cell.blocks.map(wordsOf).join('').trim()))) same++;
  const words = (second.rows.slice(0, same)).map(say).join('').replace(/[\d\s|]/g, '');
  return words === '' ? 0 : same;
}
