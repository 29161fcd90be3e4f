import { STYLE } from './styles';

/** A style of a document by what it is for. */
interface Style {
  readonly xml: string;
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

const attribute = (xml: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(xml)?.[1] ?? '';

const stylesIn = (xml: string): Style[] =>
  [...xml.matchAll(/<w:style\s[^>]*>[\s\S]*?<\/w:style>/g)].map(([each]) => {
    const head = /^<w:style\s[^>]*>/.exec(each)?.[0] ?? '';
    return { xml: each, id: attribute(head, 'w:styleId'), type: attribute(head, 'w:type'), name: /<w:name\s[^>]*w:val="([^"]*)"/.exec(each)?.[1] ?? '' };
  });

/** A style that names a Chinese font was made for such a document; Word's own ones do not. */
const namesFont = (xml: string): boolean => /<w:rFonts\s[^>]*w:eastAsia="/.test(xml);

/** Body text of this size (half points) or more is meant for an official document, and not what Word begins with. */
const OFFICIAL_SIZE = 28;

export interface MergedStyles {
  readonly xml: string;
  /** What our styles are called there. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Our styles put to those of a template. A style it has under the same name stays as it is there, headings where they name a Chinese
 * font; the text takes font and size of its normal style where that is set for an official document.
 */
export function mergedStyles(template: string, ours: string): MergedStyles {
  const known = stylesIn(template);
  const own = stylesIn(ours).filter(({ id }) => id === 'Title' || id === 'Heading1' || id === 'Heading2' || Object.values(STYLE).includes(id as never));
  const normal = known.find(({ xml, type }) => type === 'paragraph' && /^<w:style\s[^>]*w:default="(?:1|true|on)"/.test(xml));
  const ids = new Map<string, string>();
  const added: Style[] = [];
  const taken = new Set(known.map(({ id }) => id));
  const replaced = new Map<string, string>();
  for (const style of own) {
    const same = known.find(({ name, type }) => type === style.type && name.toLowerCase() === style.name.toLowerCase());
    const builtIn = !style.id.startsWith('Report');
    if (same && (!builtIn || namesFont(same.xml))) {
      ids.set(style.id, same.id);
      continue;
    }
    // Word takes two styles of one name for a fault: the template's gives way.
    if (same) replaced.set(same.id, style.xml);
    const id = same?.id ?? free(style.id, taken);
    taken.add(id);
    ids.set(style.id, id);
    if (!same) added.push(style);
  }
  const official = normal !== undefined && namesFont(normal.xml) && Number(/<w:sz\s[^>]*w:val="(\d+)"/.exec(normal.xml)?.[1] ?? 0) >= OFFICIAL_SIZE;
  const defaults = /<w:rPrDefault><w:rPr>([\s\S]*?)<\/w:rPr><\/w:rPrDefault>/.exec(ours)?.[1]?.replace(/<w:lang [^>]*\/>/, '') ?? '';
  const written = (xml: string): string => renamed(official ? xml : withDefaults(xml, defaults), ids, normal?.id);
  const kept = known.reduce((xml, style) => {
    const by = replaced.get(style.id);
    return by === undefined ? xml : xml.replace(style.xml, () => written(by));
  }, template);
  return { xml: kept.replace(/<\/w:styles>\s*$/, () => `${added.map(({ xml }) => written(xml)).join('')}</w:styles>`), ids };
}

const free = (id: string, taken: ReadonlySet<string>): string => (taken.has(id) ? free(`${id}_`, taken) : id);

/** Font and size that our styles have from our document's defaults, put into each that has none of its own. */
function withDefaults(xml: string, defaults: string): string {
  // What is based on another of ours has them from there.
  if (/<w:style\s[^>]*w:type="character"/.test(xml) || /<w:basedOn\s+w:val="Report/.test(xml)) return xml;
  const font = /<w:rFonts\s[^>]*\/>/.exec(defaults)?.[0] ?? '';
  const sizes = /<w:sz\s[^>]*\/>\s*<w:szCs\s[^>]*\/>/.exec(defaults)?.[0] ?? '';
  if (!xml.includes('<w:rPr>')) return xml.replace('</w:style>', () => `<w:rPr>${font}${sizes}</w:rPr></w:style>`);
  return xml.replace(/<w:rPr>([\s\S]*?)<\/w:rPr>/, (_, inner: string) => `<w:rPr>${inner.includes('<w:rFonts') ? '' : font}${inner}${inner.includes('<w:sz ') ? '' : sizes}</w:rPr>`);
}

/** The style's own id and those it is based on, as they are called in the template. */
function renamed(xml: string, ids: ReadonlyMap<string, string>, normal: string | undefined): string {
  return xml
    .replace(/(\sw:styleId=")([^"]*)"/, (_, open: string, id: string) => `${open}${ids.get(id) ?? id}"`)
    .replace(/<w:(basedOn|next)\s+w:val="([^"]*)"\/>/g, (_, element: string, id: string) => {
      const there = id === 'Normal' ? normal : ids.get(id);
      return there === undefined ? '' : `<w:${element} w:val="${there}"/>`;
    });
}
