import { HeadingLevel, Paragraph, TextRun, type Table } from 'docx';
import type { Run } from '../inline';
import type { Block } from '../model';
import { ems } from './columns';
import { AREA, SIZE } from './layout';
import { STYLE } from './styles';
import { wordTable } from './table';

const textRun = ({ text, bold }: Run): TextRun => new TextRun({ text, ...(bold ? { bold, boldComplexScript: true } : {}) });

/** The blocks as Word's paragraphs and tables. */
export function bodyOf(blocks: readonly Block[]): (Paragraph | Table)[] {
  const body = blocks.map(wordBlock);
  // The page's end belongs to a paragraph: Word takes a document that ends with a table for broken.
  if (blocks.at(-1)?.kind === 'table' || body.length === 0) body.push(new Paragraph({ style: STYLE.note }));
  return body.flatMap((each, i) => (blocks[i]?.kind === 'table' && blocks[i + 1]?.kind === 'table' ? [each, new Paragraph({ style: STYLE.note })] : [each]));
}

function wordBlock(block: Block): Paragraph | Table {
  switch (block.kind) {
    case 'title':
      return new Paragraph({ heading: HeadingLevel.TITLE, children: titleLines(block.lines, block.ending).map((text, i) => new TextRun({ text, ...(i > 0 ? { break: 1 } : {}) })) });
    case 'heading':
      return new Paragraph({ heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, children: [new TextRun(block.text)] });
    case 'paragraph':
      return new Paragraph({ style: STYLE.body, children: [...(block.lead === undefined ? [] : [new TextRun({ text: block.lead, style: STYLE.lead })]), ...block.runs.map(textRun)] });
    case 'signature':
      return new Paragraph({ style: STYLE.signature, children: [new TextRun(block.text)] });
    case 'note':
      return new Paragraph({ style: STYLE.note, children: [new TextRun(block.text)] });
    case 'table':
      return wordTable(block.grid);
  }
}

/** A title that does not fit in one line is broken before its last words, not in the middle of one. */
function titleLines(lines: readonly string[], ending: string): readonly string[] {
  const [only = ''] = lines;
  const at = only.length - ending.length;
  return lines.length === 1 && at > 0 && only.endsWith(ending) && ems(only) > AREA / (SIZE.二号 * 10) ? [only.slice(0, at).trim(), ending] : lines;
}
