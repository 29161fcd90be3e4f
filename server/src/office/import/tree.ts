import { Parser } from 'htmlparser2';
import { LIMITS } from './limits';
import { problems } from './problems';

/** An element of a page or of a part of a Word document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}
export type Node = Element | string;

export const isElement = (node: Node): node is Element => typeof node !== 'string';
export const element = (name: string, attributes: Readonly<Record<string, string>> = {}, children: Node[] = []): Element => ({ name, attributes, children });

/** The first child of a name. */
export function child(parent: Element | undefined, name: string): Element | undefined {
  return parent?.children.find((each): each is Element => isElement(each) && each.name === name);
}

export const childrenNamed = (parent: Element | undefined, name: string): Element[] => parent?.children.filter((each): each is Element => isElement(each) && each.name === name) ?? [];

/** Every element below one, in textual order. */
export function* descendants(parent: Element): Generator<Element> {
  for (const each of parent.children) {
    if (!isElement(each)) continue;
    yield each;
    yield* descendants(each);
  }
}

/** All text below an element. */
export const textOf = (node: Node): string => (isElement(node) ? node.children.map(textOf).join('') : node);

/** Collects what a parser reports, bounded in size and depth. */
export class TreeBuilder {
  readonly root = element('');
  private readonly open: Element[] = [this.root];
  private nodes = 0;
  /** Elements too deep to be kept as such; what they hold goes to the last one kept. */
  private beyond = 0;

  /** @param deepest elements within each other that are refused; `LIMITS.depth` are kept */
  constructor(private readonly deepest: number) {}

  start(name: string, attributes: Readonly<Record<string, string>>): void {
    this.count();
    if (this.open.length > LIMITS.depth) {
      if (++this.beyond + this.open.length > this.deepest) throw problems.tooDeep();
      return;
    }
    const made = element(name, attributes);
    this.open.at(-1)?.children.push(made);
    this.open.push(made);
  }

  end(): void {
    if (this.beyond > 0) this.beyond--;
    else if (this.open.length > 1) this.open.pop();
  }

  text(text: string): void {
    const { children } = this.open.at(-1) ?? this.root;
    const last = children.at(-1);
    if (typeof last === 'string' && last.length < 1 << 16) children[children.length - 1] = last + text;
    else {
      this.count();
      children.push(text);
    }
  }

  private count(): void {
    if (++this.nodes > LIMITS.nodes) throw problems.tooLarge();
  }
}

const KEPT = ['colspan', 'rowspan', 'style', 'hidden', 'type', 'start', 'value', 'alt', 'id', 'class'];

/** A web page as a tree. Never fails but for its size and depth: whatever it is, it is read as browsers would. */
export function parsePage(html: string): Element {
  // The parser's own work grows with the number of tags that are open.
  const builder = new TreeBuilder(1500);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const kept: Record<string, string> = {};
        for (const each of KEPT) if (attributes[each] !== undefined) kept[each] = attributes[each];
        builder.start(name, kept);
      },
      ontext: (data) => builder.text(data),
      onclosetag: () => builder.end(),
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  );
  parser.write(html);
  parser.end();
  return builder.root;
}
