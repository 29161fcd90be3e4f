import { problems } from '../problems';
import { childrenNamed, textOf, type Element } from '../tree';
import { parseXml } from './xml';
import { Zip } from './zip';

/** The parts of a Word document that its text is made of. */
export interface Parts {
  readonly document: Element;
  readonly styles: Element | undefined;
  readonly numbering: Element | undefined;
  readonly footnotes: Element | undefined;
  readonly endnotes: Element | undefined;
  readonly comments: Element | undefined;
  /** Words in page headers and footers. */
  readonly margins: string;
}

interface Relation {
  /** The last word of its type: `styles`, `header` … */
  readonly kind: string;
  readonly target: string;
}

/** Opens a `.docx`. @throws OfficeProblem where it is none, broken, encrypted or too large. */
export function openPackage(bytes: Uint8Array): Parts {
  const zip = new Zip(bytes);
  const main = mainPart(zip);
  const at = relationsOf(zip, main);
  const part = (kind: string): Element | undefined => {
    const name = at.find((each) => each.kind === kind)?.target;
    return name !== undefined && zip.has(name) ? parse(zip, name) : undefined;
  };
  const document = parse(zip, main);
  if (document.name !== 'w:document') throw problems.broken(main);
  return { document, styles: part('styles'), numbering: part('numbering'), footnotes: part('footnotes'), endnotes: part('endnotes'), comments: part('comments'), margins: marginsOf(zip, at) };
}

function parse(zip: Zip, name: string): Element {
  return parseXml(decode(zip.read(name)), name);
}

function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const label = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(bytes);
}

/** The part with the text; tells what the archive is where it has none. */
function mainPart(zip: Zip): string {
  if (zip.has('[Content_Types].xml') || zip.has('word/document.xml')) {
    const named = relationsOf(zip, '').find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml';
    if (zip.has(named) && !/^(?:xl|ppt)\//.test(named)) return named;
    if (zip.names.some((name) => /^(?:xl|ppt)\//.test(name))) throw problems.spreadsheet();
    throw problems.broken(named);
  }
  if (zip.has('OFD.xml')) throw problems.ofd();
  if (zip.has('mimetype') && zip.has('content.xml')) throw problems.openDocument();
  throw problems.noDocx();
}

/** What a part names as belonging to it. @param part its name; empty for the archive itself */
function relationsOf(zip: Zip, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!zip.has(name)) return [];
  return childrenNamed(parse(zip, name), 'rel:Relationship')
    .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => ({ kind: (attributes['Type'] ?? '').replace(/^.*\//, ''), target: resolve(folder, attributes['Target'] ?? '') }));
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Words in page headers and footers, each once; page numbers are none. */
function marginsOf(zip: Zip, relations: readonly Relation[]): string {
  const found = new Set<string>();
  for (const { target } of relations.filter(({ kind }) => kind === 'header' || kind === 'footer').slice(0, 20)) {
    if (!zip.has(target) || zip.sizeOf(target) > 1 << 20) continue;
    const text = words(parse(zip, target)).replace(/\s+/g, ' ').trim();
    if (/\p{L}/u.test(text.replace(/[第共页PAGEMRSTNUOF\\*]/g, ''))) found.add(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  }
  return [...found].slice(0, 6).join('；');
}

const words = (part: Element): string => (part.name === 'w:instrText' ? '' : part.name === 'w:t' ? textOf(part) : part.children.map((each) => (typeof each === 'string' ? '' : words(each))).join(part.name === 'w:p' ? ' ' : ''));
