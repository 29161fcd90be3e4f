import { Parser } from 'htmlparser2';
import { LIMITS } from '../limits';
import { problems } from '../problems';
import { TreeBuilder, isElement, type Element, type Node } from '../tree';

/** Namespaces by the prefix they have here, whatever a document calls them. Both editions of the standard. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
};

type Scope = ReadonlyMap<string, string>;

/**
 * A part of a Word document as a tree; names carry the prefixes above, names of other namespaces `?:`.
 * No entity is expanded but those of XML itself.
 * @throws OfficeProblem where it has a DOCTYPE, is not well-formed, too large or nested too deep.
 */
export function parseXml(xml: string, part: string): Element {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw problems.doctype(part);
  const builder = new TreeBuilder(LIMITS.depth);
  const scopes: Scope[] = [new Map()];
  const named = (name: string, scope: Scope, own: string): string => {
    const colon = name.indexOf(':');
    if (colon < 0 && own === '') return name;
    const prefix = PREFIXES[scope.get(colon < 0 ? '' : name.slice(0, colon)) ?? ''];
    return `${prefix ?? own}:${name.slice(colon + 1)}`;
  };
  let closed = 0;
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        const keys = Object.keys(attributes);
        let scope = scopes.at(-1) as Scope;
        if (keys.some((key) => key.startsWith('xmlns'))) {
          const inner = new Map(scope);
          for (const key of keys) if (key === 'xmlns' || key.startsWith('xmlns:')) inner.set(key.slice(6), attributes[key] ?? '');
          if (inner.size > 300) throw problems.broken(part);
          scope = inner;
        }
        scopes.push(scope);
        if (closed > 0 && scopes.length === 2) throw problems.broken(part);
        builder.start(named(name, scope, '?'), Object.fromEntries(keys.filter((key) => !key.startsWith('xmlns')).map((key) => [named(key, scope, ''), attributes[key] ?? ''])));
      },
      ontext: (data) => builder.text(data),
      onclosetag(_name, implied) {
        // Only `<a/>` closes itself; anything else that was left open is broken.
        if (implied && xml.charAt(parser.endIndex - 1) !== '/') throw problems.broken(part);
        scopes.pop();
        builder.end();
        if (scopes.length === 1) closed++;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  if (closed !== 1) throw problems.broken(part);
  return builder.root.children.find(isElement) as Element;
}

const escape = (text: string): string => text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** XML text of a tree. */
export function writeXml(node: Node): string {
  if (!isElement(node)) return escape(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
  return node.children.length === 0 ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${node.children.map(writeXml).join('')}</${node.name}>`;
}
