import { child, descendants, element, isElement, textOf, type Element, type Node } from '../tree';
import type { Told } from '../told';
import { chosen } from './alternate';
import { Fields } from './fields';
import type { Numbering } from './numbering';
import { isOn, outlineLevel, valueOf, type Styles } from './styles';
import { prepareTable } from './table';

/** What stands around content without being content: what it holds counts as if it were not there. */
const AROUND = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:hyperlink', 'w:fldSimple', 'w:dir', 'w:bdo', 'w:sdtContent', 'w:ruby', 'w:rubyBase', 'mc:Choice', 'mc:Fallback', 'w:subDoc']);

/** Word's notes by kind and number. */
export type Notes = ReadonlyMap<string, Element>;

const run = (...children: Node[]): Element => element('w:r', {}, children);
const written = (text: string): Element => element('w:t', { 'xml:space': 'preserve' }, [text]);

/**
 * Makes of the body of a Word document one that says the same in plain paragraphs and tables: changes that were tracked
 * are accepted, numerals, boxes, fields and notes are written out, hidden text is left out. What was done is told.
 */
export class Body {
  private readonly fields: Fields;
  /** What a paragraph whose end was deleted gives to the next one. */
  private carried: Node[] = [];
  /** Notes referred to so far, with their numbers. */
  private readonly noted = new Map<Element, number>();

  constructor(
    body: Element,
    private readonly styles: Styles,
    private readonly numbering: Numbering,
    private readonly notes: Notes,
    readonly told: Told,
  ) {
    this.fields = new Fields(body);
  }

  /** The blocks among some nodes. */
  blocks(nodes: readonly Node[]): Element[] {
    const out: Element[] = [];
    for (const node of nodes) {
      if (!isElement(node)) continue;
      if (node.name === 'w:p') out.push(...this.paragraph(node));
      else if (node.name === 'w:tbl') out.push(prepareTable(this, node));
      else if (node.name === 'mc:AlternateContent') out.push(...this.blocks(chosen(node)));
      else if (node.name === 'w:sdt') out.push(...this.blocks(child(node, 'w:sdtContent')?.children ?? []));
      else if (AROUND.has(node.name)) {
        this.track(node);
        out.push(...this.blocks(node.children));
      } else if (node.name === 'w:del' || node.name === 'w:moveFrom') this.told.changes++;
      else if (node.name === 'w:altChunk') this.told.objects++;
      else if (node.name.startsWith('m:')) out.push(...this.paragraph(element('w:p', {}, [node])));
    }
    return out;
  }

  /** Paragraphs with the notes the text refers to, in the order they came up. */
  footnotes(): Element[] {
    const out: Element[] = [];
    // A note may refer to another one, which comes up while they are written.
    for (const [note, number] of this.noted) {
      const [first, ...rest] = this.blocks(note.children);
      if (first) out.push(element('w:p', {}, [run(written(`〔注${number}〕`)), ...first.children.filter((each) => !isElement(each) || each.name !== 'w:pPr')]), ...rest);
    }
    return out;
  }

  get noteCount(): number {
    return this.noted.size;
  }

  /** Ends what was held back at the end of a cell or of the document. */
  rest(): Element[] {
    const held = this.carried.splice(0);
    return held.length > 0 ? [element('w:p', {}, held)] : [];
  }

  private paragraph(paragraph: Element): Element[] {
    const properties = child(paragraph, 'w:pPr');
    const mark = child(properties, 'w:rPr');
    const style = this.styles.idOf(properties);
    const boxes: Element[] = [];
    const content = this.inline(paragraph.children, boxes, this.styles.hides(style));
    if (child(mark, 'w:del') || child(mark, 'w:moveFrom')) {
      this.told.changes++;
      this.carried.push(...content);
      return boxes;
    }
    if (child(mark, 'w:ins') || child(properties, 'w:pPrChange')) this.told.changes++;
    const numeral = this.numbering.next(properties);
    const all = [...this.carried.splice(0), ...content];
    if (all.length === 0) return [element('w:p'), ...boxes];
    const level = outlineLevel(properties) ?? this.styles.headingLevel(style);
    const head = level === undefined ? [] : [element('w:pPr', {}, [element('w:pStyle', { 'w:val': `Heading${Math.min(6, Number(level))}` })])];
    return [element('w:p', {}, [...head, ...together([...(numeral === '' ? [] : [run(written(numeral))]), ...all])]), ...boxes];
  }

  /** Runs of text. @param boxes takes the blocks of text boxes, which come behind the paragraph */
  private inline(nodes: readonly Node[], boxes: Element[], hidden: boolean): Node[] {
    const out: Node[] = [];
    for (const node of nodes) {
      if (!isElement(node)) continue;
      if (node.name === 'w:r') out.push(...this.run(node, boxes, hidden));
      else if (node.name === 'mc:AlternateContent') out.push(...this.inline(chosen(node), boxes, hidden));
      else if (node.name === 'w:sdt') out.push(...this.inline(child(node, 'w:sdtContent')?.children ?? [], boxes, hidden));
      else if (AROUND.has(node.name)) {
        this.track(node);
        out.push(...this.inline(node.children, boxes, hidden));
      } else if (node.name === 'w:del' || node.name === 'w:moveFrom') this.told.changes++;
      else if (node.name === 'm:oMath' || node.name === 'm:oMathPara') out.push(...this.formula(node));
    }
    return out;
  }

  private run(node: Element, boxes: Element[], hidden: boolean): Node[] {
    const properties = child(node, 'w:rPr');
    const vanishes = isOn(properties, 'w:vanish') ?? (this.styles.hides(valueOf(properties, 'w:rStyle')) || hidden);
    const out: Node[] = [];
    for (const each of node.children) {
      if (!isElement(each)) continue;
      const text = this.fields.step(each) ?? this.text(each);
      if (text !== undefined) {
        if (this.fields.leavesOut) this.told.contents ||= this.fields.inContents;
        else if (vanishes) this.told.hidden += text.trim().length;
        else if (text !== '') out.push(run(...split(text)));
      } else if (['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent'].includes(each.name)) this.graphic(each, boxes);
      else if (each.name === 'w:ruby') out.push(...this.inline(child(each, 'w:rubyBase')?.children ?? [], boxes, vanishes));
      else if (each.name === 'w:sym' && !vanishes) out.push(run(element('w:sym', { 'w:font': each.attributes['w:font'] ?? '', 'w:char': (each.attributes['w:char'] ?? '').toUpperCase() })));
    }
    return out;
  }

  /** What an element of a run says in characters; `undefined` when it is none of text. */
  private text(each: Element): string | undefined {
    switch (each.name) {
      case 'w:t': return each.children.filter((part): part is string => !isElement(part)).join('');
      case 'w:tab': case 'w:ptab': return '\t';
      case 'w:br': case 'w:cr': return '\n';
      case 'w:noBreakHyphen': return '-';
      case 'w:footnoteReference': case 'w:endnoteReference': {
        const note = this.notes.get(`${each.name} ${each.attributes['w:id'] ?? ''}`);
        if (!note) return '';
        const number = this.noted.get(note) ?? this.noted.size + 1;
        this.noted.set(note, number);
        return `〔注${number}〕`;
      }
      case 'w:delText': this.told.changes++; return undefined;
      default: return undefined;
    }
  }

  private formula(node: Element): Node[] {
    const text = [...descendants(node)].filter(({ name }) => name === 'm:t').flatMap(({ children }) => children).filter((each): each is string => !isElement(each)).join('');
    this.told.formulas++;
    return text === '' ? [] : [run(written(text))];
  }

  /** Text boxes of a drawing; what else it shows is counted. @param embedded in an object, whose picture is none of its own */
  private graphic(node: Element, boxes: Element[], embedded = node.name === 'w:object'): void {
    const content = node.name === 'mc:AlternateContent' ? chosen(node) : node.children;
    for (const each of content) {
      if (!isElement(each)) continue;
      if (each.name === 'w:txbxContent') boxes.push(...this.blocks(each.children), ...this.rest());
      else if (each.name === 'pic:pic' || each.name === 'v:imagedata') this.told.images += embedded ? 0 : 1;
      else if (each.name === 'a:graphicData' && /chart|diagram/.test(each.attributes['uri'] ?? '')) this.told.objects++;
      else if (each.name === 'o:OLEObject' || each.name === 'w:control') this.told.objects++;
      else this.graphic(each, boxes, embedded);
    }
  }

  private track({ name }: Element): void {
    if (name === 'w:ins' || name === 'w:moveTo') this.told.changes++;
  }
}

/** Runs as one, and texts within it: Word cuts a sentence into many for reasons of its own. */
function together(runs: readonly Node[]): Element[] {
  const parts: Element[] = [];
  let text = '';
  const close = (): void => {
    if (text !== '') parts.push(written(text));
    text = '';
  };
  for (const each of runs.flatMap((node) => (isElement(node) ? node.children : []))) {
    if (isElement(each) && each.name === 'w:t') text += textOf(each);
    else if (isElement(each)) {
      close();
      parts.push(each);
    }
  }
  close();
  return parts.length === 0 ? [] : [run(...parts)];
}

/** Text with its tabs and line breaks as Word's elements. */
function split(text: string): Element[] {
  return text.split(/([\t\n])/).filter((part) => part !== '').map((part) => (part === '\t' ? element('w:tab') : part === '\n' ? element('w:br') : written(part)));
}
