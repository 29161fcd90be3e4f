import { both } from '../../../core/text/bilingual';
import { OfficeProblem } from '../../types';
import { readPackage, textOf, type Parts } from './package';

/** An office's document as far as a report takes it over. */
export interface Template {
  readonly parts: Parts;
  /** Path of the document itself. */
  readonly main: string;
  /** `<w:document …>` with its namespaces. */
  readonly open: string;
  /** What stands in its body before and behind the place of the report. */
  readonly before: string;
  readonly behind: string;
  /** Its body says something that is not taken over. */
  readonly saysMore: boolean;
  /** The last section's properties: paper, margins, header and footer. */
  readonly section: string;
  /** Twips between the margins. */
  readonly area: number;
}

/** Stands in a template where the report goes. */
export const PLACE = '{{正文}}';

/** Sizes an office's document with pictures does not reach; what claims to be larger is no such document. */
const MOST_FILES = 2000;
const MOST_BYTES = 60_000_000;

const NONE = both('模板不是 Word 文档（.docx），或者坏了', 'The template is no Word document (.docx), or is damaged');
const problem = (zh: string, en: string): OfficeProblem => new OfficeProblem(both(zh, en));

/** @throws OfficeProblem where it is no `.docx`, or holds what must not get into a report */
export function readTemplate(bytes: Uint8Array): Template {
  const parts = unpacked(bytes);
  const main = targetOf(textOf(parts, '_rels/.rels') ?? '') ?? 'word/document.xml';
  const xml = textOf(parts, main);
  if (xml === undefined || !parts.has('[Content_Types].xml')) throw new OfficeProblem(NONE);
  for (const [name, content] of parts) if (/\.(?:xml|rels)$/.test(name) && /<!(?:DOCTYPE|ENTITY)/.test(textOf(new Map([[name, content]]), name)?.slice(0, 2000) ?? '')) throw problem('模板里有外部定义，不能用', 'The template declares entities and cannot be used');
  const open = /<w:document\s[^>]*>/.exec(xml)?.[0];
  const body = /<w:body>([\s\S]*)<\/w:body>\s*<\/w:document>\s*$/.exec(xml)?.[1];
  if (open === undefined || body === undefined || !open.includes('http://schemas.openxmlformats.org/wordprocessingml/2006/main')) throw new OfficeProblem(NONE);
  const at = body.lastIndexOf('<w:sectPr');
  const section = at < 0 ? '<w:sectPr/>' : (/^<w:sectPr[^>]*\/>|^<w:sectPr[\s\S]*?<\/w:sectPr>/.exec(body.slice(at))?.[0] ?? '<w:sectPr/>');
  const text = at < 0 ? body : body.slice(0, at);
  const place = placeIn(text);
  const plain = text.replace(/<[^>]*>/g, '').trim();
  const around = place ? { before: text.slice(0, place.start), behind: text.slice(place.end) } : { before: '', behind: '' };
  if (/<w:(?:ins|del|moveFrom|moveTo|commentReference)[\s>/]/.test(around.before + around.behind)) throw problem('模板里有修订或批注，请先接受或删去', 'The template has tracked changes or comments; accept or delete them first');
  return { parts, main, open, ...around, saysMore: !place && plain !== '', section: section.replace(/<w:(sectPrChange|printerSettings)\b(?:[^>]*\/>|[\s\S]*?<\/w:\1>)/g, ''), area: areaOf(section) };
}

function unpacked(bytes: Uint8Array): Parts {
  let files = 0;
  let size = 0;
  try {
    return readPackage(bytes, ({ originalSize }) => {
      files++;
      size += originalSize;
      if (files > MOST_FILES || size > MOST_BYTES) throw problem('模板太大', 'The template is too large');
      return true;
    });
  } catch (error) {
    throw error instanceof OfficeProblem ? error : new OfficeProblem(NONE);
  }
}

const targetOf = (relations: string): string | undefined => {
  const relation = /<Relationship\s[^>]*relationships\/officeDocument"[^>]*>/.exec(relations)?.[0];
  return relation && /Target="\/?([^"]*)"/.exec(relation)?.[1];
};

/** The paragraph that says where the report goes; not one inside a table or a text box. */
function placeIn(body: string): { readonly start: number; readonly end: number } | undefined {
  const said = body.indexOf('正文');
  if (said < 0) return undefined;
  for (const match of body.matchAll(/<w:p[ >](?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g)) {
    if (match[0].replace(/<[^>]*>/g, '').trim() !== PLACE) continue;
    const before = body.slice(0, match.index);
    const open = (tag: string): number => before.split(new RegExp(`<${tag}[ >]`)).length - before.split(`</${tag}>`).length;
    if (open('w:tbl') === 0 && open('w:txbxContent') === 0 && open('w:sdtContent') === 0) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** A section without a size or margins has Word's: a letter's page with an inch around. */
function areaOf(section: string): number {
  const number = (element: string, attribute: string, otherwise: number): number => Number(new RegExp(`<w:${element}\\s[^>]*w:${attribute}="(-?\\d+)"`).exec(section)?.[1] ?? otherwise);
  const area = number('pgSz', 'w', 12240) - number('pgMar', 'left', 1440) - number('pgMar', 'right', 1440) - number('pgMar', 'gutter', 0);
  return Math.min(Math.max(area, 2000), 31_000);
}
