import { child, descendants, isElement, type Element } from '../tree';
import { isOn } from './styles';

interface Field {
  code: string;
  /** Behind its separator: what it shows. */
  shows: boolean;
  contents: boolean;
  page: boolean;
}

/**
 * Follows the fields of a document through its runs: their codes are not text, what they show is. Tables of contents and
 * page numbers are left out, since they say nothing that the text does not.
 */
export class Fields {
  private readonly open: Field[] = [];
  /** Fields that do not begin and end in pairs would swallow the text behind them. */
  private readonly sound: boolean;

  constructor(body: Element) {
    let depth = 0;
    let sound = true;
    for (const { name, attributes } of descendants(body)) {
      if (name !== 'w:fldChar') continue;
      if (attributes['w:fldCharType'] === 'begin') depth++;
      else if (attributes['w:fldCharType'] === 'end' && --depth < 0) sound = false;
    }
    this.sound = sound && depth === 0;
  }

  /** Whether text here belongs to a code, a table of contents or a page number. */
  get leavesOut(): boolean {
    return this.sound && this.open.some((field) => !field.shows || field.contents || field.page);
  }

  get inContents(): boolean {
    return this.open.some((field) => field.contents);
  }

  /** Takes note of an element of a run; a text where the element itself shows something (a box with a tick). */
  step(each: Element): string | undefined {
    const field = this.open.at(-1);
    if (each.name === 'w:instrText' && field && !field.shows) field.code += each.children.filter((part) => !isElement(part)).join('');
    if (each.name !== 'w:fldChar') return undefined;
    const type = each.attributes['w:fldCharType'];
    if (type === 'begin') {
      this.open.push({ code: '', shows: false, contents: false, page: false });
      const box = child(child(each, 'w:ffData'), 'w:checkBox');
      // Shown by the program; nothing is stored for it.
      if (box) return (isOn(box, 'w:checked') ?? isOn(box, 'w:default') ?? false) ? '☑' : '☐';
    } else if (type === 'separate' && field) {
      field.shows = true;
      field.contents = /^\s*TOC\b/i.test(field.code);
      field.page = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(field.code);
    } else if (type === 'end') this.open.pop();
    return undefined;
  }
}
