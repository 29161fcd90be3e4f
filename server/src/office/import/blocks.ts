import type { Element } from './tree';

/** A piece of a document: a paragraph, or a table. */
export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Lines as the document breaks them within the paragraph. */
  readonly lines: readonly string[];
  /** 1–6 where the document says that it is a heading. */
  readonly level: number | undefined;
  /** The elements it stands in, from the outermost. */
  readonly path: readonly Element[];
}

export interface Cell {
  readonly blocks: readonly Block[];
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
  readonly path: readonly Element[];
}

/** All words of a block, paragraphs and cells apart. */
export function wordsOf(block: Block): string {
  return block.kind === 'paragraph' ? block.lines.join('\n') : block.rows.map((cells) => cells.map((cell) => cell.blocks.map(wordsOf).join('\n')).join('\t')).join('\n');
}

/** Tables within a cell. */
export const tablesIn = (cell: Cell): Table[] => cell.blocks.filter((each): each is Table => each.kind === 'table');

/** Tags that begin and end a paragraph. */
export const BLOCK_TAGS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead title tr ul'.split(' '),
);

/** Never text of a page; what counts as text left out is counted elsewhere. */
const NEVER = new Set('script style head template noscript iframe object embed applet audio video canvas svg math select option datalist input textarea button map area link meta base rp rt'.split(' '));

export const isNever = (node: Element): boolean => NEVER.has(node.name);

/** Not shown: text that a reader of the page never saw. */
export const isHidden = ({ attributes: { style = '', hidden } }: Element): boolean => hidden !== undefined || /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style);

/** Embedded documents and the like, which cannot be read. */
export const isObject = ({ name }: Element): boolean => name === 'iframe' || name === 'object' || name === 'embed';

export const level = (name: string): number | undefined => (/^h[1-6]$/.test(name) ? Number(name.charAt(1)) : undefined);

/** The elements of a list's items that say their number; a name of a counter style is turned into one of Word's formats. */
export function listFormat({ name, attributes: { type = '', style = '' } }: Element): string | undefined {
  if (name !== 'ol') return undefined;
  const named = /list-style(?:-type)?\s*:[^;]*?\b(none|decimal|cjk-ideographic|cjk-decimal|simp-chinese-(?:in)?formal|trad-chinese-(?:in)?formal|(?:upper|lower)-(?:alpha|latin|roman))\b/i.exec(style)?.[1]?.toLowerCase();
  if (named === 'none') return undefined;
  if (named && /cjk|chinese/.test(named)) return 'chineseCountingThousand';
  const wanted = named ?? { a: 'lower-alpha', A: 'upper-alpha', i: 'lower-roman', I: 'upper-roman' }[type] ?? 'decimal';
  return { 'lower-alpha': 'lowerLetter', 'lower-latin': 'lowerLetter', 'upper-alpha': 'upperLetter', 'upper-latin': 'upperLetter', 'lower-roman': 'lowerRoman', 'upper-roman': 'upperRoman' }[wanted] ?? 'decimal';
}
