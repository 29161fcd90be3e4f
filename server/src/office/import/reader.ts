import { formats } from '../../core/format';
import { BLOCK_TAGS, isHidden, isNever, isObject, level, listFormat, type Block, type Cell, type Table } from './blocks';
import { numeral } from './docx/numerals';
import type { Told } from './told';
import { isElement, textOf, type Element, type Node } from './tree';

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f]|[\ud840-\ud87f][\udc00-\udfff]/;
const whole = (text: string | undefined): number => Math.min(1000, Math.max(1, Math.trunc(Number(text ?? 1)) || 1));

/** A caption that says no more than which table it is, as our own pages have it. */
const TABLE_NAMES = new Set(formats.flatMap((format) => format.tables.map((table) => table.name.zh)));

/** Fewer fields in a line than this are words with a space between, not cells of a row. */
const FIELDS = 4;

/** A line without the space around it; tabs stay where they hold the cells of a row apart. */
function tidyLine(line: string): string {
  const plain = line.replace(/[\u200b\ufeff]/g, '');
  if (!plain.includes('\t')) return plain.trim();
  return plain.split('\t').length >= FIELDS ? plain.trimEnd() : plain.split('\t').map((part) => part.trim()).filter((part) => part !== '').join(' ');
}

/**
 * The paragraphs and tables of a page, in textual order.
 * @param tabs whether tabs are characters of the text, as they are in Word; in the source of a page they are not
 */
export function readBlocks(root: Element, told: Told, tabs = false): Block[] {
  const reader = new Reader(told, tabs);
  reader.walk(root.children, []);
  return reader.finish();
}

class Reader {
  private readonly blocks: Block[] = [];
  /** The paragraph's text in pieces, and its last character. */
  private text: string[] = [];
  private last = '';
  private level: number | undefined;
  private path: readonly Element[] = [];
  /** A numeral a list makes, waiting for the text of its item. */
  private numeral = '';
  private keep = false;

  constructor(
    private readonly told: Told,
    private readonly tabs: boolean,
  ) {}

  finish(): Block[] {
    this.flush();
    return this.blocks;
  }

  walk(nodes: readonly Node[], path: readonly Element[]): void {
    for (const node of nodes) {
      if (!isElement(node)) this.write(node, path);
      else this.enter(node, path);
    }
  }

  private enter(node: Element, path: readonly Element[]): void {
    const { name } = node;
    if (isObject(node)) this.told.objects++;
    if (name === 'del' || isHidden(node)) {
      const length = textOf(node).trim().length;
      if (name === 'del') this.told.changes++;
      else this.told.hidden += length;
      return;
    }
    if (isNever(node)) return;
    if (name === 'img') {
      this.told.images++;
      return;
    }
    if (name === 'br') {
      this.add('\n');
      return;
    }
    if (!BLOCK_TAGS.has(name)) {
      this.walk(node.children, path);
      return;
    }
    this.flush();
    const inner = [...path, node];
    if (name === 'table') this.table(node, inner);
    else if (name === 'ol' || name === 'ul' || name === 'menu' || name === 'dir') this.list(node, inner);
    else {
      const [before, kept] = [this.level, this.keep];
      this.level = level(name) ?? this.level;
      this.keep ||= name === 'pre';
      this.walk(node.children, inner);
      this.flush();
      [this.level, this.keep] = [before, kept];
    }
  }

  private write(text: string, path: readonly Element[]): void {
    if (this.text.length === 0) this.path = path;
    const plain = text.replace(/\u00a0/g, ' ');
    this.add(this.keep ? plain.replace(/\r\n?/g, '\n') : plain.replace(this.tabs ? /[ \r\n\f]+/g : /[ \t\r\n\f]+/g, (space, at: number) => {
      // Lines of the source are no lines of the text, and no space between characters of Chinese.
      if (!/[\r\n]/.test(space)) return ' ';
      const before = plain.charAt(at - 1) || this.last;
      const after = plain.slice(at + space.length, at + space.length + 2);
      return WIDE.test(before) && WIDE.test(after) ? '' : ' ';
    }));
  }

  private add(text: string): void {
    if (text === '') return;
    this.text.push(text);
    this.last = text.slice(-1);
  }

  /** Ends the paragraph. */
  private flush(): void {
    if (this.text.length === 0) return;
    const lines = this.text.join('').split('\n').map(tidyLine);
    this.text = [];
    this.last = '';
    while (lines[0]?.trim() === '') lines.shift();
    while (lines.at(-1)?.trim() === '') lines.pop();
    if (lines.length === 0) return;
    if (this.numeral !== '') lines[0] = `${this.numeral}${lines[0] ?? ''}`;
    this.numeral = '';
    this.blocks.push({ kind: 'paragraph', lines, level: this.level, path: this.path });
  }

  private list(node: Element, path: readonly Element[]): void {
    const format = listFormat(node);
    let next = whole(node.attributes['start']);
    for (const each of node.children) {
      if (!isElement(each) || each.name !== 'li') {
        this.walk([each], path);
        continue;
      }
      if (each.attributes['value'] !== undefined) next = whole(each.attributes['value']);
      this.flush();
      const said = textOf(each).trimStart();
      // Some pages write the numerals and hide those of the list.
      const own = /^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．])/.test(said);
      if (format !== undefined && said !== '' && !own) this.numeral = format === 'chineseCountingThousand' ? `${numeral(next, format)}、` : `${numeral(next, format)}.`;
      if (format !== undefined) next++;
      this.enter(each, path);
      this.numeral = '';
    }
    this.flush();
  }

  private table(node: Element, path: readonly Element[]): void {
    const rows: Cell[][] = [];
    const loose: Node[] = [];
    const collect = (nodes: readonly Node[], row: Cell[] | undefined): void => {
      for (const each of nodes) {
        if (!isElement(each)) {
          if (each.trim() !== '') loose.push(each);
        } else if (each.name === 'tr') {
          if (isHidden(each)) this.told.hidden += textOf(each).trim().length;
          else {
            const cells: Cell[] = [];
            collect(each.children, cells);
            rows.push(cells);
          }
        } else if (each.name === 'td' || each.name === 'th') {
          // A cell outside of a row begins one.
          const target = row ?? rows[rows.push([]) - 1] as Cell[];
          target.push(this.cell(each, path));
        } else if (['tbody', 'thead', 'tfoot'].includes(each.name)) collect(each.children, undefined);
        else if (!['colgroup', 'col'].includes(each.name) && !(each.name === 'caption' && TABLE_NAMES.has(textOf(each).trim()))) loose.push(each);
      }
    };
    collect(node.children, undefined);
    // A caption, or what somebody wrote between the rows, stands before the table, as browsers show it.
    this.walk(loose, path);
    this.flush();
    const filled = rows.filter((cells) => cells.length > 0);
    if (filled.length > 0) this.blocks.push({ kind: 'table', rows: filled, path } satisfies Table);
  }

  private cell(node: Element, path: readonly Element[]): Cell {
    const reader = new Reader(this.told, this.tabs);
    if (isHidden(node)) this.told.hidden += textOf(node).trim().length;
    else reader.walk(node.children, [...path, node]);
    return { blocks: reader.finish(), colSpan: whole(node.attributes['colspan']), rowSpan: whole(node.attributes['rowspan']) };
  }
}
