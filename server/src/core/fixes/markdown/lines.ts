import type { BlockDeclaration } from '../../format/types';
import { labelsOf } from '../../read/labels';
import type { RowReading, TableReading } from '../../read/types';
import type { Report } from '../../report/report';
import { blockGrid, tableGrid } from '../../snippets/grid';
import { fold } from '../../text/fold';
import type { WrittenField, WrittenRow } from '../written/rows';

/** The cells of a table line by line as Markdown is to hold them; `undefined` when a text has no place in it. */
export function linesOf(report: Report, table: TableReading, rows: readonly WrittenRow[]): string[][] | undefined {
  const lines = new Lines(report, table, rows);
  for (const row of rows) if (!lines.add(row)) return undefined;
  return lines.finish();
}

/** A text as it can stand in a cell; `undefined` where it would be cut in two. */
const cellText = (text: string): string | undefined => (text.includes('｜') ? undefined : text.replace(/[ \t]*[\r\n]+\s*/g, '').replace(/(?<!\\)\|/g, '\\|'));

class Lines {
  private readonly lines: string[][] = [];
  /** Group labels read and not yet written, by level. */
  private readonly pending = new Map<number, string>();
  /** The groups the next row stands in, by level. */
  private readonly within = new Map<number, string>();
  private block: { readonly declaration: BlockDeclaration; readonly texts: string[] } | undefined;
  private readonly headers = new Map<string, string>();
  private previous: { readonly row: RowReading; readonly cells: string[] } | undefined;
  private readonly width: number;
  private readonly labelColumns: number;

  constructor(
    private readonly report: Report,
    private readonly table: TableReading,
    private readonly rows: readonly WrittenRow[],
  ) {
    ({ width: this.width, labelColumns: this.labelColumns } = table.declaration);
  }

  add(written: WrittenRow): boolean {
    const fields = written.fields.filter((each) => each.role !== 'blank');
    if (written.row) return this.addRow(written.row, fields);
    if (fields.length === 0) return true;
    if (fields.every((each) => each.role === 'label')) return true;
    if (this.continuesLabel(fields)) return true;
    if (fields.every((each) => each.role === 'header')) return this.addHeader(fields);
    if (fields.every((each) => each.role === 'block')) return this.addBlock(fields);
    if (fields.every((each) => each.role === 'group' || each.role === 'label')) return fields.every((each) => this.open(each));
    return this.addUnknown(written);
  }

  finish(): string[][] | undefined {
    if (!this.closeBlock() || !this.closeGroups()) return undefined;
    const { declaration } = this.table;
    if (declaration.blocks) return this.lines;
    const header = tableGrid(declaration).slice(0, declaration.header.length).map((cells) => cells.map((cell) => this.asWritten(String(cell))));
    return [...header, ...this.lines];
  }

  /** A header cell in the draft's own wording, where it has one. */
  private asWritten(canonical: string): string {
    return canonical === '' ? '' : this.headers.get(fold(canonical)) ?? canonical;
  }

  private addHeader(fields: readonly WrittenField[]): boolean {
    for (const { field } of fields) {
      const text = cellText(field.text);
      if (text === undefined) return false;
      if (this.block) this.block.texts.push(text);
      else if (field.meaning?.headerOf && !this.headers.has(fold(text))) this.headers.set(fold(text), text);
    }
    return true;
  }

  private addBlock([first]: readonly WrittenField[]): boolean {
    const title = first && cellText(first.field.text);
    if (!first?.block || title === undefined || !this.closeBlock() || !this.closeGroups()) return false;
    this.lines.push(this.padded([title]));
    this.block = { declaration: first.block, texts: [] };
    return true;
  }

  /** The header line of the block that was opened last. */
  private closeBlock(): boolean {
    const { block } = this;
    this.block = undefined;
    if (!block || block.texts.length === 0) return true;
    // Merged cells may be repeated in every field they cover.
    const texts = block.texts.filter((text, i) => i === 0 || fold(text) !== fold(block.texts[i - 1] ?? ''));
    const canonical = blockGrid(this.table.declaration, block.declaration)[1]?.map(String) ?? [];
    const wanted = canonical.filter((text) => text !== '');
    const own = texts.length === wanted.length && texts.every((text, i) => fold(text) === fold(wanted[i] ?? ''));
    this.lines.push(this.padded(own ? texts : wanted));
    return true;
  }

  private open({ field, group }: WrittenField): boolean {
    const text = cellText(field.text);
    if (!group) return true;
    if (text === undefined) return false;
    // Some drafts repeat the label of a merged cell in every row.
    if (this.within.get(group.level) === group.id) return true;
    for (const level of [...this.within.keys()]) if (level >= group.level) this.within.delete(level);
    this.within.set(group.level, group.id);
    for (const level of [...this.pending.keys()]) if (level >= group.level && !this.closeGroups()) return false;
    this.pending.set(group.level, text);
    return true;
  }

  /** Group labels without a row get a line of their own. */
  private closeGroups(): boolean {
    if (this.pending.size === 0) return true;
    const cells = new Array<string>(this.labelColumns).fill('');
    for (const [level, text] of this.pending) cells[level - 1] = text;
    this.pending.clear();
    this.lines.push(this.padded(cells));
    return true;
  }

  private addRow(row: RowReading, fields: readonly WrittenField[]): boolean {
    if (!this.closeBlock()) return false;
    const values = row.values.map((cell) => cellText(cell.text));
    const label = this.labelOf(row);
    if (label === undefined || values.some((value) => value === undefined)) return false;
    const extra: string[] = [];
    for (const each of fields) {
      if (each.role === 'group' && !this.open(each)) return false;
      if (each.role === 'group' || each.role === 'label' || each.role === 'repeat' || each.role === 'value') continue;
      const text = cellText(each.field.text);
      // Only a remark behind the values has a place in the line.
      if (each.role !== 'other' || text === undefined || each.field.span.start < (row.values.at(-1)?.span.end ?? 0)) return false;
      extra.push(text);
    }
    const labels = new Array<string>(this.labelColumns).fill('');
    for (const [level, text] of this.pending) labels[level - 1] = text;
    this.pending.clear();
    // Blank fields between label and values would make a row with a value lost look complete.
    const place = row.cells ? row.declaration.level - 1 : this.labelColumns - 1;
    if (this.labelColumns > 0) {
      if (labels[place] !== '') return false;
      labels[place] = label;
    }
    const cells = [...labels, ...(values as string[]), ...extra];
    const line = row.cells && values.every((value) => value !== '') ? this.padded(cells) : cells;
    this.lines.push(line);
    this.previous = { row, cells: line };
    return true;
  }

  private labelOf(row: RowReading): string | undefined {
    if (row.declaration.label === '') return '';
    const parts = this.rows.flatMap((each) => each.fields.filter(({ role, field }) => role === 'label' && row.label.start <= field.span.start && field.span.end <= row.label.end));
    const text = parts.map(({ field }) => field.text).join('');
    // Parts picked up from several lines must make up the label and nothing else.
    if (parts.length > 1 && !fold(row.declaration.label).includes(fold(text))) return undefined;
    return text === '' ? undefined : cellText(text);
  }

  /** The rest of a label wrapped behind the row's values goes back to the label. */
  private continuesLabel(fields: readonly WrittenField[]): boolean {
    const { previous } = this;
    const rest = fields.map(({ field }) => field.text).join('');
    const at = previous?.cells.findIndex((cell) => cell !== '' && fold(previous.row.declaration.label).includes(fold(cell) + fold(rest))) ?? -1;
    if (!previous || at < 0 || at >= this.labelColumns || fields.some(({ field }) => field.isValue || field.meaning?.headerOf)) return false;
    previous.cells[at] += rest;
    return true;
  }

  /** A row the format does not know is kept as it is; a line of text that is no row is not. */
  private addUnknown({ layout, fields }: WrittenRow): boolean {
    if (layout === 'stacked' || layout === 'indented' || !this.closeBlock() || !this.closeGroups()) return false;
    const texts = fields.map(({ field }) => cellText(field.text));
    if (texts.some((text) => text === undefined)) return false;
    const known = labelsOf(this.report.reading.format);
    if (fields.some(({ role, field }) => role === 'other' && known.meaning(field.text).kind !== 'other' && !field.isValue)) return false;
    this.lines.push(texts as string[]);
    return true;
  }

  private padded(cells: readonly string[]): string[] {
    return [...cells, ...new Array<string>(Math.max(0, this.width - cells.length)).fill('')];
  }
}
