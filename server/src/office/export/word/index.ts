import { AlignmentType, Document, DocumentGridType, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { Bilingual } from '../../../core/text/bilingual';
import type { Publication } from '../model';
import { bodyOf } from './body';
import { AREA, FOOTER, LINE, NUMBER_INDENT, PAGE } from './layout';
import { readPackage, writePackage } from './package';
import { withOwnParts } from './parts';
import { STYLE, styles } from './styles';
import { intoTemplate } from './template';
import { readTemplate } from './template-read';

/**
 * A report as Word's document in the layout of official documents.
 * @param template an office's own document, whose page, header and fonts it takes
 */
export async function wordDocument(publication: Publication, template?: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly notices: readonly Bilingual[] }> {
  const office = template && readTemplate(template);
  const document = new Document({
    styles,
    title: publication.title,
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.PORTRAIT },
            margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right, header: PAGE.top / 2, footer: FOOTER, gutter: 0 },
          },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: bodyOf(publication.blocks, office?.area ?? AREA),
      },
    ],
  });
  const parts = withOwnParts(readPackage(await Packer.pack(document, 'uint8array')), publication.title);
  if (!office) return { bytes: writePackage(parts), notices: [] };
  const merged = intoTemplate(parts, office);
  return { bytes: writePackage(merged.parts), notices: merged.notices };
}

/** `— 1 —`: at the right of odd pages and the left of even ones, a character from the edge. */
function pageNumber(alignment: (typeof AlignmentType)['RIGHT' | 'LEFT']): Footer {
  const indent = alignment === AlignmentType.RIGHT ? { right: NUMBER_INDENT } : { left: NUMBER_INDENT };
  return new Footer({ children: [new Paragraph({ style: STYLE.footer, alignment, indent, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })] });
}
