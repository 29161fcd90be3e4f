import { HeadingLevel, Paragraph, TextRun, type Table } from 'docx';
import type { Run } from '../inline';
import type { Block } from '../model';
import { ems } from './columns';
import { SIZE } from './layout';
import { STYLE } from './styles';
import { wordTable } from './table';

const textRun = ({ text, bold }: Run): TextRun => new TextRun({ text, ...(bold ? { bold, boldComplexScript: true } : {}) });

/** The blocks as Word's paragraphs and tables. @param area twips between the margins */
export function bodyOf(blocks: readonly Block[], area: number): (Paragraph | Table)[] {
  const body = blocks.map((block) => wordBlock(block, area));
  // The page's end belongs to a paragraph: Word takes a document that ends with a table for broken.
  if (blocks.at(-1)?.kind === 'table' || body.length === 0) body.push(new Paragraph({ style: STYLE.note }));
  return body.flatMap((each, i) => (blocks[i]?.kind === 'table' && blocks[i + 1]?.kind === 'table' ? [each, new Paragraph({ style: STYLE.note })] : [each]));
}

function wordBlock(block: Block, area: number): Paragraph | Table {
  switch (block.kind) {
    case 'title':
      return new Paragraph({ heading: HeadingLevel.TITLE, children: titleLines(block.lines, block.endings, area).map((text, i) => new TextRun({ text, ...(i > 0 ? { break: 1 } : {}) })) });
    case 'heading':
      // Said here too: a template's own heading may not say it.
      return new Paragraph({ heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, keepNext: true, children: [new TextRun(block.text)] });
    case 'paragraph':
      return new Paragraph({ style: STYLE.body, children: [...(block.lead === undefined ? [] : [new TextRun({ text: block.lead, style: STYLE.lead })]), ...block.runs.map(textRun)] });
    case 'signature':
      return new Paragraph({ style: STYLE.signature, children: [new TextRun(block.text)] });
    case 'note':
      return new Paragraph({ style: STYLE.note, children: [new TextRun(block.text)] });
    case 'table':
      return wordTable(block.grid, area);
  }
}

/** A title that does not fit in one line is broken below the agency or at a space, not in the middle of a word. */
function titleLines(lines: readonly string[], endings: readonly string[], area: number): readonly string[] {
  const [only = ''] = lines;
  const most = area / (SIZE.二号 * 10);
  if (lines.length !== 1 || ems(only) <= most) return lines;
  const spaces = [...only.matchAll(/(?<![\d\s])\s+(?![\d\s])/g)].map(({ index }) => index);
  const at = [...endings.map((ending) => only.length - ending.length), ...spaces.sort((a, b) => Math.abs(a - only.length / 2) - Math.abs(b - only.length / 2))];
  const fits = at.map((place) => [only.slice(0, place).trim(), only.slice(place).trim()]).find((parts) => parts.every((part) => part !== '' && ems(part) <= most));
  return fits ?? lines;
}
