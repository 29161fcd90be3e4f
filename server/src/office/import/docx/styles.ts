import { child, childrenNamed, type Element } from '../tree';

/** What a style says that matters for the text. */
interface Style {
  readonly basedOn: string | undefined;
  readonly name: string;
  readonly properties: Element | undefined;
  readonly run: Element | undefined;
}

export const valueOf = (parent: Element | undefined, name: string): string | undefined => child(parent, name)?.attributes['w:val'];

/** A switch that is on when it is there and not said to be off. */
export function isOn(parent: Element | undefined, name: string): boolean | undefined {
  const found = child(parent, name);
  if (!found) return undefined;
  const value = found.attributes['w:val'];
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}

/** The styles of a Word document, each with those it is based on. */
export class Styles {
  private readonly styles = new Map<string, Style>();
  private standard: string | undefined;

  constructor(root: Element | undefined) {
    for (const each of childrenNamed(root, 'w:style')) {
      const { 'w:styleId': id = '', 'w:type': type, 'w:default': standard } = each.attributes;
      this.styles.set(id, { basedOn: valueOf(each, 'w:basedOn'), name: valueOf(each, 'w:name') ?? '', properties: child(each, 'w:pPr'), run: child(each, 'w:rPr') });
      if (type === 'paragraph' && standard !== undefined && standard !== '0' && standard !== 'false') this.standard ??= id;
    }
  }

  /** A style and those it is based on, nearest first. */
  private *chain(id: string | undefined): Generator<readonly [string, Style]> {
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at) && seen.size < 30; ) {
      seen.add(at);
      const style = this.styles.get(at);
      if (!style) return;
      yield [at, style];
      at = style.basedOn;
    }
  }

  /** The paragraph style in force where a paragraph names none. */
  idOf(properties: Element | undefined): string | undefined {
    return valueOf(properties, 'w:pStyle') ?? this.standard;
  }

  /** List and level a style gives its paragraphs; with the style that says so, since a list names the style of each level. */
  numbering(id: string | undefined): { readonly list: string; readonly level: string | undefined; readonly style: string } | undefined {
    for (const [style, { properties }] of this.chain(id)) {
      const found = child(properties, 'w:numPr');
      const list = valueOf(found, 'w:numId');
      if (list !== undefined) return { list, level: valueOf(found, 'w:ilvl'), style };
    }
    return undefined;
  }

  /** 1–9 for a heading, by the style's name or its outline level. */
  headingLevel(id: string | undefined): number | undefined {
    for (const [, { name, properties }] of this.chain(id)) {
      const level = /^heading ([1-9])$/i.exec(name)?.[1] ?? (/^(?:title|标题)$/i.test(name) ? '1' : undefined) ?? outlineLevel(properties);
      if (level !== undefined) return Number(level);
    }
    return undefined;
  }

  hides(id: string | undefined): boolean {
    for (const [, { run }] of this.chain(id)) {
      const hidden = isOn(run, 'w:vanish');
      if (hidden !== undefined) return hidden;
    }
    return false;
  }
}

export function outlineLevel(properties: Element | undefined): string | undefined {
  const value = Number(valueOf(properties, 'w:outlineLvl') ?? 9);
  return Number.isInteger(value) && value >= 0 && value < 9 ? String(value + 1) : undefined;
}
