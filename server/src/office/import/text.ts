import { wordsOf, type Block, type Cell, type Paragraph, type Table } from './blocks';
import { LIMITS } from './limits';
import { problems } from './problems';

/** A table's place in the text, with what it was. */
export interface TablePlace {
  readonly table: Table;
  readonly start: number;
  readonly end: number;
}

/** A document as a text the core reads: a paragraph a line, tables in HTML. */
export interface DocumentText {
  readonly text: string;
  readonly tables: readonly TablePlace[];
  /** Offsets of lines the document marks as headings, with their level. */
  readonly headings: ReadonlyMap<number, number>;
  /** Where each block begins. */
  readonly starts: readonly number[];
}

/** The part of a document between two offsets. */
export const between = ({ text, tables, headings }: DocumentText, from: number, to: number): DocumentText => ({
  text: text.slice(from, to),
  tables: tables.filter(({ start }) => from <= start && start < to).map(({ table, start, end }) => ({ table, start: start - from, end: end - from })),
  headings: new Map([...headings].filter(([at]) => from <= at && at < to).map(([at, level]) => [at - from, level])),
  starts: [],
});

/** Writes blocks one after the other with a blank line between. @throws OfficeProblem where that gets too long */
export function writeBlocks(blocks: readonly Block[]): DocumentText {
  let text = '';
  const tables: TablePlace[] = [];
  const headings = new Map<number, number>();
  const starts: number[] = [];
  for (const block of blocks) {
    if (text !== '') text += '\n';
    const start = text.length;
    starts.push(start);
    if (block.kind === 'table') {
      text += htmlTable(block);
      tables.push({ table: block, start, end: text.length });
      text += '\n';
    } else {
      const written = paragraphText(block);
      if (block.level !== undefined && !written.includes('\n')) headings.set(start, block.level);
      text += `${written}\n`;
    }
    if (text.length > LIMITS.draft) throw problems.tooLarge();
  }
  return { text, tables, headings, starts };
}

/**
 * Lines of a paragraph. A line that ends a sentence, and one that is short, ends what it says: Markdown runs lines that
 * follow each other together.
 */
function paragraphText({ lines }: Paragraph): string {
  const written = lines.map((line) => protect(line.replace(/[\r\n\u2028\u2029]+/g, ' ')));
  return written.map((line, i) => (i === 0 ? line : `${goesOn(written[i - 1] ?? '', line) ? '\n' : '\n\n'}${line}`)).join('').replace(/\n{3,}/g, '\n\n');
}

const goesOn = (before: string, line: string): boolean => before.length >= 30 && line !== '' && !/[。；：！？!?;:”）)]$/.test(before) && !/^(?:[（(第]|[一二三四五六七八九十\d]{1,3}[、.．])/.test(line);

/** Text that is no markup, where Markdown or the reader would take it for some. */
export function protect(line: string): string {
  return line.replace(/<(?=[a-zA-Z/!?])/g, '&lt;').replace(/^(#{1,6}(?=\s)|>|```|~~~|={3,}$|-{3,}$)/, '\\$1');
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const attribute = (name: string, value: number): string => (value === 1 ? '' : ` ${name}="${value}"`);

/** What a cell says on one line: Chinese words that were broken over lines are one again, numbers stay apart. */
export function cellText(cell: Cell, between?: string): string {
  const parts = cell.blocks.map(wordsOf).join('\n').split(/[\n\t]/).map((part) => part.trim()).filter((part) => part !== '');
  return parts.reduce((before, part) => (before === '' ? part : `${before}${between ?? (/[\w.,%-]$/.test(before) && /^[\w.,%-]/.test(part) ? ' ' : '')}${part}`), '');
}

function htmlTable({ rows }: Table): string {
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td${attribute('colspan', Math.min(cell.colSpan, 100))}${attribute('rowspan', Math.min(cell.rowSpan, rows.length))}>${escapeHtml(cellText(cell))}</td>`).join('')}</tr>`);
  return ['<table>', ...lines, '</table>'].join('\n');
}
