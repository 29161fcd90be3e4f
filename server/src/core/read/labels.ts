import { fold } from '../text/fold';
import { own } from '../text/own';
import type { FormatDeclaration, HeaderCell, RowDeclaration, TableDeclaration } from '../format/types';

/** A declared row with its table and its place in the table's list of rows. */
export interface RowEntry {
  readonly row: RowDeclaration;
  readonly table: TableDeclaration;
  /** Index in `table.rows` (group rows counted). */
  readonly index: number;
}

/** What a field's text is in the vocabulary of a format. */
export interface FieldMeaning {
  readonly kind:
    /** Label of a row with values. */
    | 'row'
    /** Label of a heading row. */
    | 'group'
    /** Title of a block (第二十条第（一）项). */
    | 'block'
    /** Header cell. */
    | 'header'
    /** Part of a label or header, cut by a line or page break. */
    | 'fragment'
    | 'other';
  /** The rows whose core the text holds, in the order the cores stand in the text (rows that need a whole label last). */
  readonly rows: readonly RowEntry[];
  readonly group?: RowEntry;
  readonly folded: string;
  /** For header cells: the tables whose header has this text. */
  readonly headerOf?: readonly TableDeclaration[];
}

const NUMERAL = /^[一二三四五六七八九十\d]{1,2}(?=.)/;

/** Tags and entities inside a cell: `（一）予以<br>公开`, `3.危及&ldquo;三安全一稳定&rdquo;`. */
const MARKUP = /<\/?[a-zA-Z][^<>]{0,100}>|&(?:[a-zA-Z]{2,8}|#\d{1,5});/g;

/** Bracketed words at the end of a label. */
const REMARK = /(?<=\S)\s*[（(](?![一二三四五六七八九十\d]{1,3}[）)])[^（）()]{1,60}[）)]\s*$/;

/** The vocabulary of one format, compiled once: labels, header cells and their fragments. */
export class Labels {
  readonly format: FormatDeclaration;
  private readonly rows: readonly RowEntry[];
  private readonly foldedLabels: readonly string[];
  /** Labels without their numerals. */
  private readonly bareLabels: readonly string[];
  private readonly foldedGroups: readonly string[];
  private readonly wholeRows = new Map<string, RowEntry[]>();
  private readonly groups: readonly RowEntry[];
  private readonly headers = new Map<string, TableDeclaration[]>();
  private readonly blockCores: readonly string[];
  private readonly vocabulary: string;
  private readonly begun = new Map<string, readonly RowEntry[]>();
  private readonly cache = new Map<string, FieldMeaning>();

  constructor(format: FormatDeclaration) {
    this.format = format;
    const entries = format.tables.flatMap((table) => table.rows.map((row, index) => ({ row, table, index })));
    this.rows = entries.filter(({ row }) => !row.group && row.label !== '');
    this.foldedLabels = this.rows.map(({ row }) => fold(row.label));
    this.bareLabels = this.foldedLabels.map((label) => label.replace(NUMERAL, ''));
    this.groups = entries.filter(({ row }) => row.group);
    this.foldedGroups = this.groups.map(({ row }) => fold(row.label));
    for (const entry of this.rows) {
      if (!entry.row.whole) continue;
      for (const core of entry.row.cores) this.wholeRows.set(core, [...(this.wholeRows.get(core) ?? []), entry]);
    }
    const words: string[] = entries.map(({ row }) => fold(row.label));
    for (const table of format.tables) {
      const cells: readonly HeaderCell[] = [...table.header.flat(), ...(table.blocks ?? []).flatMap((block) => block.header)];
      for (const { text } of cells) {
        const key = fold(text);
        words.push(key);
        const tables = this.headers.get(key) ?? [];
        if (!tables.includes(table)) tables.push(table);
        this.headers.set(key, tables);
      }
      for (const block of table.blocks ?? []) words.push(fold(block.title));
    }
    this.blockCores = format.tables.flatMap((table) => (table.blocks ?? []).flatMap((block) => block.cores));
    this.vocabulary = words.join('\n');
  }

  /** What the text of a field means. Tolerates spaces, punctuation, width, traditional characters and small slips. */
  meaning(text: string): FieldMeaning {
    if (text.length > 200) return { kind: 'other', rows: [], folded: '' };
    let meaning = this.cache.get(text);
    if (!meaning) {
      const plain = text.includes('<') || text.includes('&') ? text.replace(MARKUP, '') : text;
      meaning = this.compute(fold(plain));
      if (REMARK.test(plain)) {
        // `规章（县级无此项）`, `其他对外管理服务事项（行政许可以外的）`: what a remark names is not the row. Some headers end in a bracket.
        const bare = this.compute(fold(plain.replace(REMARK, '')));
        if (bare.kind === 'row' || meaning.kind === 'other') meaning = { ...bare, folded: meaning.folded };
      }
      if (this.cache.size > 4096) this.cache.clear();
      this.cache.set(own(text), meaning);
    }
    return meaning;
  }

  /** Whether a folded text is a label or header, or part of one. */
  isVocabulary(folded: string): boolean {
    return this.vocabulary.includes(folded);
  }

  /** Whether a folded text is part of the label of a heading row and of no other row. */
  isGroupOnly(folded: string): boolean {
    return folded.length > 1 && this.inGroup(folded) && !this.foldedLabels.some((label) => label.includes(folded));
  }

  /** Whether a folded text is part of the label of a heading row. */
  inGroup(folded: string): boolean {
    return this.foldedGroups.some((label) => label.includes(folded));
  }

  /** Whether a folded text is how the label of a value row begins, numeral included. */
  startsRow(folded: string): boolean {
    return this.rowsBegun(folded).length > 0;
  }

  /** The value rows whose label begins with a folded text or is how it begins. */
  rowsBegun(folded: string): readonly RowEntry[] {
    let rows = this.begun.get(folded);
    if (!rows) {
      rows = folded.length < 2 ? [] : this.rows.filter((_, i) => this.begins(this.foldedLabels[i] ?? '', this.bareLabels[i] ?? '', folded));
      if (this.begun.size > 4096) this.begun.clear();
      this.begun.set(own(folded), rows);
    }
    return rows;
  }

  private begins(label: string, bare: string, folded: string): boolean {
    return label.startsWith(folded) || folded.startsWith(label) || (folded.length >= 3 && bare.startsWith(folded));
  }

  /** Value rows whose core stands in a folded text; the one whose core ends last comes last. */
  matchRows(folded: string): readonly RowEntry[] {
    const found: { entry: RowEntry; at: number }[] = [];
    for (const entry of this.rows) {
      if (entry.row.whole || entry.row.notCores?.some((core) => folded.includes(core))) continue;
      let at = -1;
      for (const core of entry.row.cores) at = Math.max(at, folded.lastIndexOf(core));
      if (at >= 0) found.push({ entry, at });
    }
    return found.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
  }

  /** Rows recognised only by their whole label (`3.其他`, `（七）总计`, `规章`), numeral and brackets aside. */
  matchWhole(folded: string): readonly RowEntry[] {
    // `（六）其他`, with 处理 on the next line, is how a heading row begins.
    return this.wholeRows.get(folded) ?? (this.foldedGroups.some((label) => label.startsWith(folded)) ? [] : this.wholeRows.get(folded.replace(NUMERAL, ''))) ?? [];
  }

  private compute(folded: string): FieldMeaning {
    if (folded === '') return { kind: 'other', rows: [], folded };
    const headerOf = this.headers.get(folded);
    const whole = this.matchWhole(folded);
    const rows = this.matchRows(folded);
    if (rows.length > 0 || whole.length > 0) {
      return { kind: rows.length > 0 || !headerOf ? 'row' : 'header', rows: [...whole, ...rows], folded, ...(headerOf ? { headerOf } : {}) };
    }
    if (headerOf) return { kind: 'header', rows: [], folded, headerOf };
    const group = this.groups.find(({ row }) => row.cores.some((core) => folded.includes(core)));
    if (group) return { kind: 'group', rows: [], group, folded };
    if (this.blockCores.some((core) => folded.includes(core))) return { kind: 'block', rows: [], folded };
    if (folded.length <= 40 && this.vocabulary.includes(folded)) return { kind: 'fragment', rows: [], folded };
    return { kind: 'other', rows: [], folded };
  }
}

const compiled = new WeakMap<FormatDeclaration, Labels>();

export function labelsOf(format: FormatDeclaration): Labels {
  let labels = compiled.get(format);
  if (!labels) {
    labels = new Labels(format);
    compiled.set(format, labels);
  }
  return labels;
}
