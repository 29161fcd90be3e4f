import JSZip from 'jszip';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NAMESPACES = `${W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The inside of a Word file, part by part; each is XML without its root. */
export interface Word {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly footer?: string;
  /** Further files of the archive, or others in place of the usual ones. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const PARTS = { styles: 'w:styles', numbering: 'w:numbering', footnotes: 'w:footnotes', comments: 'w:comments', header: 'w:hdr', footer: 'w:ftr' } as const;

/** The bytes of a Word file. */
export async function docx(word: Word): Promise<Uint8Array> {
  const zip = new JSZip();
  const date = new Date(0);
  const put = (name: string, content: string | Uint8Array): void => void zip.file(name, content, { date });
  const there = Object.entries(PARTS).filter(([name]) => word[name as keyof typeof PARTS] !== undefined);
  put('[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
  put('_rels/.rels', relations([['officeDocument', 'word/document.xml']]));
  put('word/document.xml', `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMESPACES}><w:body>${word.body}<w:sectPr/></w:body></w:document>`);
  put('word/_rels/document.xml.rels', relations(there.map(([name]) => [name, `${name}.xml`])));
  for (const [name, root] of there) put(`word/${name}.xml`, `<${root} ${NAMESPACES}>${word[name as keyof typeof PARTS] ?? ''}</${root}>`);
  for (const [name, content] of Object.entries(word.files ?? {})) put(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const relations = (all: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${TYPES}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A run of text. @param properties inside of `w:rPr` */
export const r = (text: string, properties = ''): string => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A paragraph of runs, or of one text. @param properties inside of `w:pPr` */
export const p = (content: string, properties = ''): string => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : r(content)}</w:p>`;

export const tc = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.map((cell) => (cell.startsWith('<w:t') ? cell : tc(cell))).join('')}</w:tr>`;
export const tbl = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

/** Level of a list for `numbering`. */
export const lvl = (i: number, format: string, text: string, more = ''): string => `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
export const abstractNum = (id: number, ...levels: readonly string[]): string => `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
export const num = (id: number, abstract: number, overrides = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
export const numPr = (list: number, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
