import { OTHER_NAMES } from './layout';
import { setText, textOf, type Parts } from './package';
import { STYLE } from './styles';

export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What a document says of itself: its title and language, and neither who made it nor when or where. */
export const coreXml = (title: string): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`;

/** The fonts with the names of others that may take their place. */
function fontTableXml(): string {
  const fonts = Object.entries(OTHER_NAMES).map(([name, { names, family, chinese }]) => `<w:font w:name="${name}"><w:altName w:val="${names.join(',')}"/><w:charset w:val="${chinese ? '86' : '00'}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`);
  return `${HEAD}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}

/** Styles whose lines stand closer, or further apart, than the page's 22. */
const OFF_GRID = ['Title', STYLE.table, STYLE.note, STYLE.footer];

/** Puts in what the library writes otherwise, or cannot write. @param parts changed in place */
export function withOwnParts(parts: Parts, title: string): Parts {
  setText(parts, 'docProps/core.xml', coreXml(title));
  setText(parts, 'word/fontTable.xml', fontTableXml());
  parts.delete('docProps/custom.xml');
  change(parts, '_rels/.rels', (xml) => xml.replace(/<Relationship [^>]*custom-properties"[^>]*\/>/, ''));
  change(parts, '[Content_Types].xml', (xml) => xml.replace(/<Override [^>]*custom-properties[^>]*\/>/, ''));
  change(parts, 'word/settings.xml', (xml) => xml.replace('<w:displayBackgroundShape/>', '').replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>').replace('</w:compat>', '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'));
  change(parts, 'word/styles.xml', (xml) => OFF_GRID.reduce(offGrid, xml));
  return parts;
}

export function change(parts: Parts, path: string, how: (xml: string) => string): void {
  const xml = textOf(parts, path);
  if (xml !== undefined) setText(parts, path, how(xml));
}

/** The place of `snapToGrid` among a paragraph's properties is before `spacing`. */
function offGrid(xml: string, id: string): string {
  return xml.replace(new RegExp(`(<w:style [^>]*w:styleId="${id}"[^>]*>)([\\s\\S]*?)(</w:style>)`), (_, open: string, inner: string, close: string) => {
    const own = '<w:snapToGrid w:val="0"/>';
    if (inner.includes('<w:spacing ')) return open + inner.replace('<w:spacing ', `${own}<w:spacing `) + close;
    return open + inner.replace(/(?=<w:rPr>)/, `<w:pPr>${own}</w:pPr>`) + close;
  });
}
