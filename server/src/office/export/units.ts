import type { TableDeclaration } from '../../core/format/types';
import type { Field, Unit } from '../../core/read/pieces';
import type { ReportReading, RowReading, TableReading } from '../../core/read/types';
import { both, type Bilingual } from '../../core/text/bilingual';
import { fold } from '../../core/text/fold';
import { cell, type Grid } from './grid';
import { words } from './inline';
import type { Block } from './model';
import { officialGrid, type Stray } from './official';

/** A block with the offset it stands at. */
export interface Placed {
  readonly at: number;
  readonly block: Block;
}

/** Texts of cells as they are published. */
export type Clean = (piece: { readonly span: { readonly start: number; readonly end: number }; readonly text: string }, html: boolean) => string;

const isOneCellALine = ({ layout }: Unit): boolean => layout === 'stacked' || layout === 'indented';
const keyOf = ({ span: { start, end } }: { readonly span: { readonly start: number; readonly end: number } }): string => `${start}-${end}`;

/** Which field of the text is a cell of which row, and what the tables' own words are. */
class Owned {
  private readonly values = new Map<string, { readonly table: TableReading; readonly row: RowReading }>();
  private readonly labels: { readonly start: number; reach: number }[] = [];
  private readonly vocabulary = new Map<TableDeclaration, readonly string[]>();

  constructor(reading: ReportReading) {
    for (const table of reading.tables) {
      for (const row of table.rows) {
        for (const value of row.values) this.values.set(keyOf(value), { table, row });
        this.labels.push({ start: row.label.start, reach: row.label.end });
        if (row.values.length === 0) this.values.set(keyOf({ span: row.label }), { table, row });
      }
    }
    this.labels.sort((a, b) => a.start - b.start);
    this.labels.forEach((each, i) => (each.reach = Math.max(each.reach, this.labels[i - 1]?.reach ?? 0)));
  }

  of = (field: Field): { readonly table: TableReading; readonly row: RowReading } | undefined => this.values.get(keyOf(field));

  isLabel({ span }: Field): boolean {
    let [low, high] = [0, this.labels.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.labels[middle]?.start ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && span.end <= (this.labels[low - 1]?.reach ?? 0);
  }

  /** Whether a text is (a piece of) what the official form prints anyway. */
  isPrinted(declaration: TableDeclaration, text: string): boolean {
    let known = this.vocabulary.get(declaration);
    if (!known) {
      const texts = [...declaration.header.flat().map((each) => each.text), ...(declaration.blocks ?? []).flatMap((block) => [block.title, ...block.header.map((each) => each.text)]), ...declaration.rows.map((row) => row.label)];
      this.vocabulary.set(declaration, (known = texts.map(fold)));
    }
    const folded = fold(text);
    return folded === '' || known.some((each) => each.includes(folded));
  }
}

/** Tables and what stands between two texts in the shape of one. */
export class Units {
  private readonly owned: Owned;
  private readonly strays = new Map<TableReading, Stray[]>();
  /** Where each table begins, headers above its first row included. */
  private readonly starts = new Map<TableReading, number>();
  private readonly notes = new Map<TableReading, string[]>();
  private readonly placed: Placed[] = [];
  readonly notices: Bilingual[] = [];

  constructor(
    private readonly reading: ReportReading,
    private readonly clean: Clean,
  ) {
    this.owned = new Owned(reading);
  }

  /** @param units those between two pieces of another kind */
  addRun(units: readonly Unit[]): void {
    const [first] = units;
    if (!first) return;
    const tables = new Set(units.flatMap((unit) => unit.fields.flatMap((field) => this.owned.of(field)?.table ?? [])));
    if (tables.size === 0) this.addUnknown(units);
    else this.addKnown(units, [...tables]);
  }

  /** Every table with its notes, and the tables of no format, in any order. */
  finish(): readonly Placed[] {
    for (const table of this.reading.tables) {
      const at = this.starts.get(table) ?? table.span.start;
      const { grid, notices } = officialGrid(table, this.strays.get(table) ?? [], (each) => this.clean(each, table.layout === 'html'));
      this.notices.push(...notices);
      this.placed.push({ at, block: { kind: 'table', grid } });
      const notes = this.notes.get(table) ?? [];
      for (const text of notes) this.placed.push({ at, block: { kind: 'note', text } });
      if (notes.length > 0) this.notices.push(both(`${table.declaration.name.zh}里有 ${notes.length} 处没有位置，放在表下；第一处是“${notes[0]}”`, `${notes.length} texts have no place in the ${table.declaration.name.en} and stand below it; the first is ${notes[0]}`));
    }
    return this.placed;
  }

  private addKnown(units: readonly Unit[], tables: readonly TableReading[]): void {
    let table = tables[0] as TableReading;
    let behind: string | undefined;
    let from = units[0]?.fields[0]?.span.start;
    for (const unit of units) {
      const owners = unit.fields.flatMap((field) => this.owned.of(field) ?? []);
      const owner = owners[0];
      if (owner && owner.table !== table) {
        table = owner.table;
        behind = undefined;
        from = unit.fields[0]?.span.start;
      }
      if (owner && !this.starts.has(table)) this.starts.set(table, Math.min(from ?? table.span.start, table.span.start));
      this.addStray(unit, table, owners.length > 0, behind);
      behind = owners.at(-1)?.row.declaration.id ?? behind;
    }
  }

  /** What a unit among the rows of a table holds besides them. */
  private addStray(unit: Unit, table: TableReading, holdsRow: boolean, behind: string | undefined): void {
    const filled = unit.fields.filter(({ text }) => text !== '');
    const text = (field: Field): string => this.clean(field, unit.layout === 'html');
    // The last value of a row of few is a merged cell, which may be repeated in every field it covers.
    const last = unit.fields.findLast((field) => this.owned.of(field));
    const few = last && (this.owned.of(last)?.row.declaration.columns.length ?? 0) < table.declaration.width - table.declaration.labelColumns;
    const repeats = (field: Field): boolean => few === true && field.span.start > last.span.start && field.text === last.text;
    const strange = filled.filter((field) => !repeats(field) && !this.isPageNumber(field) && !this.owned.of(field) && !this.owned.isLabel(field) && !(field.meaning && field.meaning.kind !== 'other') && !this.owned.isPrinted(table.declaration, field.text) && text(field) !== '');
    if (strange.length === 0) return;
    const isHeader = filled.every(({ isValue }) => !isValue) && filled.some(({ meaning }) => meaning?.kind === 'header' || meaning?.kind === 'block');
    if (isHeader && !isOneCellALine(unit)) return;
    if (holdsRow || isOneCellALine(unit) || filled.length < 2) push(this.notes, table, strange.map(text).join('　'));
    else push(this.strays, table, { ...(behind === undefined ? {} : { behind }), texts: filled.map(text) });
  }

  /** A small number alone on its line, behind a blank one: the reader cannot tell it from a value everywhere. */
  private isPageNumber({ text, line }: Field): boolean {
    const { source } = this.reading;
    return /^\d{1,3}$/.test(text) && source.lineText(line).trim() === text && source.lineText(line - 1).trim() === '';
  }

  /** A table of no format: a plain grid, or lines where it has but one column. */
  private addUnknown(units: readonly Unit[]): void {
    let rows: Unit[] = [];
    const close = (): void => {
      const [first] = rows;
      if (first) this.placed.push({ at: first.fields[0]?.span.start ?? 0, block: { kind: 'table', grid: this.plain(rows) } });
      rows = [];
    };
    for (const unit of units) {
      const filled = unit.fields.filter(({ text }) => text !== '');
      const row = !isOneCellALine(unit) && unit.fields.length > 1;
      if (row && (rows.length === 0 || (rows[0]?.layout === unit.layout && (unit.layout === 'html' || unit.firstLine <= (rows.at(-1)?.lastLine ?? 0) + 2)))) {
        rows.push(unit);
        continue;
      }
      close();
      if (row) rows.push(unit);
      else for (const field of filled) this.placed.push({ at: field.span.start, block: { kind: 'paragraph', runs: [{ text: this.clean(field, unit.layout === 'html') }] } });
    }
    close();
  }

  private plain(units: readonly Unit[]): Grid {
    const texts = units.map((unit) => unit.fields.map((field) => ({ text: this.clean(field, unit.layout === 'html'), isValue: field.isValue })));
    const width = Math.max(...texts.map((row) => row.length));
    // Bars and tabs at the ends of rows show empty columns that the table does not have.
    const columns = Math.max(1, Array.from({ length: width }, (_, i) => i + 1).filter((i) => texts.some((row) => (row[i - 1]?.text ?? '') !== '')).at(-1) ?? 1);
    const head = texts.length > 1 && !(texts[0] ?? []).some(({ isValue }) => isValue);
    const rows = texts.map((row, line) => {
      const cells = row.slice(0, columns).map(({ text, isValue }) => cell(head && line === 0 ? 'header' : isValue ? 'value' : 'text', text));
      return [...cells, ...Array.from({ length: columns - cells.length }, () => cell('text', ''))];
    });
    return { columns, labelColumns: 0, headerRows: head ? 1 : 0, rows };
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** A text of a cell in one line. */
export const cellWords = (text: string): string => words(text).replace(/\s*\n\s*/g, '\n').trim();
