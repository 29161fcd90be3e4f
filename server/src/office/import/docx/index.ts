import JSZip from 'jszip';
import mammoth from 'mammoth';
import { OfficeProblem } from '../../types';
import { problems } from '../problems';
import type { Told } from '../told';
import { child, childrenNamed, element, parsePage, type Element } from '../tree';
import { Body, type Notes } from './body';
import { Numbering } from './numbering';
import { openPackage, type Parts } from './package';
import { Styles } from './styles';
import { writeXml } from './xml';

/**
 * A Word document as a page. Mammoth reads it; before that the document is written anew in plain paragraphs and tables,
 * for Mammoth does not know the numerals Word makes, nor hidden text, and it would be given whatever bytes came.
 * @throws OfficeProblem where it cannot be read.
 */
export async function readDocx(bytes: Uint8Array, told: Told): Promise<Element> {
  const parts = openPackage(bytes);
  const file = await plainDocument(prepare(parts, told));
  let html: string;
  try {
    // Its build for Node takes a buffer, the one for browsers the other.
    ({ value: html } = await mammoth.convertToHtml({ buffer: file, arrayBuffer: file } as unknown as { arrayBuffer: ArrayBuffer }, { includeEmbeddedStyleMap: false }));
  } catch (error) {
    if (error instanceof OfficeProblem) throw error;
    throw problems.broken('word/document.xml');
  }
  return parsePage(html);
}

/** The body in plain paragraphs and tables. */
function prepare({ document, styles, numbering, footnotes, endnotes, comments, margins }: Parts, told: Told): Element[] {
  const found = new Styles(styles);
  const source = child(document, 'w:body');
  if (!source) throw problems.broken('word/document.xml');
  const body = new Body(source, found, new Numbering(numbering, found), notesOf(footnotes, endnotes), told);
  const blocks = [...body.blocks(source.children), ...body.rest()];
  const notes = body.footnotes();
  told.notes = body.noteCount;
  told.comments = childrenNamed(comments, 'w:comment').length;
  told.margins = margins;
  return [...blocks, ...notes];
}

function notesOf(footnotes: Element | undefined, endnotes: Element | undefined): Notes {
  const notes = new Map<string, Element>();
  for (const [kind, part] of [['footnote', footnotes], ['endnote', endnotes]] as const) {
    // Separators are notes too, of a type of their own.
    for (const each of childrenNamed(part, `w:${kind}`)) if ((each.attributes['w:type'] ?? 'normal') === 'normal') notes.set(`w:${kind}Reference ${each.attributes['w:id'] ?? ''}`, each);
  }
  return notes;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const MAIN = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** A Word file with nothing but these blocks. */
async function plainDocument(blocks: Element[]): Promise<ArrayBuffer> {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', writeXml(element('Types', { xmlns: `${PACKAGE}/content-types` }, [element('Override', { PartName: '/word/document.xml', ContentType: TYPE })])));
  zip.file('_rels/.rels', writeXml(element('Relationships', { xmlns: `${PACKAGE}/relationships` }, [element('Relationship', { Id: 'r1', Type: MAIN, Target: 'word/document.xml' })])));
  zip.file('word/document.xml', writeXml(element('w:document', { 'xmlns:w': W }, [element('w:body', {}, blocks)])));
  return zip.generateAsync({ type: 'arraybuffer' });
}
