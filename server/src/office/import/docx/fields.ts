import { child, descendants, isElement, type Element } from '../tree';
import { isOn } from './styles';

interface Field {
  code: string;
  /** Behind its separator: what it shows. */
  shows: boolean;
  /** What stands in it now is not wanted. */
  leftOut: boolean;
  contents: boolean;
}

/**
 * Follows the fields of a document through its runs: their codes are not text, what they show is. Tables of contents and
 * page numbers are left out, since they say nothing that the text does not.
 */
export class Fields {
  private readonly open: Field[] = [];
  /** How many of the open fields leave out what stands in them, and how many are tables of contents. */
  private leaving = 0;
  private contents = 0;
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
    return this.sound && this.leaving > 0;
  }

  get inContents(): boolean {
    return this.contents > 0;
  }

  /** Takes note of an element of a run; a text where the element itself shows something (a box with a tick). */
  step(each: Element): string | undefined {
    const field = this.open.at(-1);
    if (each.name === 'w:instrText' && field && !field.shows) field.code += each.children.filter((part) => !isElement(part)).join('');
    if (each.name !== 'w:fldChar') return undefined;
    const type = each.attributes['w:fldCharType'];
    if (type === 'begin') {
      const box = child(child(each, 'w:ffData'), 'w:checkBox');
      // Shown by the program; nothing is stored for it, so that its field has nothing to show.
      this.open.push({ code: '', shows: box !== undefined, leftOut: box === undefined, contents: false });
      if (!box) this.leaving++;
      if (box) return (isOn(box, 'w:checked') ?? isOn(box, 'w:default') ?? false) ? '☑' : '☐';
    } else if (type === 'separate' && field) {
      field.shows = true;
      const kind = /^\s*(\w{1,20})/.exec(field.code)?.[1]?.toUpperCase() ?? '';
      if (kind === 'TOC' && !field.contents) {
        field.contents = true;
        this.contents++;
      }
      if (field.leftOut && !['TOC', 'PAGE', 'NUMPAGES', 'SECTIONPAGES'].includes(kind)) {
        field.leftOut = false;
        this.leaving--;
      }
    } else if (type === 'end') {
      const ended = this.open.pop();
      if (ended?.leftOut) this.leaving--;
      if (ended?.contents) this.contents--;
    }
    return undefined;
  }
}
