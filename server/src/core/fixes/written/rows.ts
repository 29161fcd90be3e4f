import type { BlockDeclaration, RowDeclaration } from '../../format/types';
import { labelsOf } from '../../read/labels';
import { LineReader } from '../../read/lines';
import type { Field, Piece, Unit } from '../../read/pieces';
import type { Layout, ReportReading, RowReading, TableReading } from '../../read/types';
import type { Report } from '../../report/report';
import type { Span } from '../../text/span';

/** What a field of the text is to the table. `repeat`: the label once more, in another field its cell covers. */
export type Role = 'label' | 'repeat' | 'value' | 'group' | 'block' | 'header' | 'blank' | 'other';

export interface WrittenField {
  readonly field: Field;
  readonly role: Role;
  /** With role `group`: the heading row it names. */
  readonly group?: RowDeclaration;
  /** With role `block`: the block it opens. */
  readonly block?: BlockDeclaration;
}

/** A piece of a table as it is written: a row, or a line of group labels, block titles or header cells. */
export interface WrittenRow {
  readonly layout: Layout;
  /** What belongs to it and nothing else: whole lines without the last line end, for HTML the `<tr>`. */
  readonly span: Span;
  readonly fields: readonly WrittenField[];
  /** The row whose values stand here; absent for lines without values. */
  readonly row?: RowReading;
}

/** A table cut into the pieces it is written in, in textual order. */
export interface WrittenTable {
  readonly rows: readonly WrittenRow[];
  /** Where in `rows` the values of a row of the table stand first. */
  readonly places: ReadonlyMap<RowReading, number>;
  /** Lines of prose, headings of no section and the like between the first and the last row. */
  readonly foreign: readonly Span[];
}

const isOneCellALine = (layout: Layout): boolean => layout === 'stacked' || layout === 'indented';

const memo = new WeakMap<ReportReading, Map<TableReading, WrittenTable>>();

/** The text of a table cut into rows as they are written, header and group lines included. Remembered: every row may ask for it. */
export function writtenTable(report: Report, table: TableReading): WrittenTable {
  let tables = memo.get(report.reading);
  if (!tables) memo.set(report.reading, (tables = new Map()));
  let written = tables.get(table);
  if (!written) tables.set(table, (written = cutTable(report, table)));
  return written;
}

function cutTable(report: Report, table: TableReading): WrittenTable {
  const { source, span } = report.reading;
  const first = source.lineAt(table.span.start);
  const last = source.lineAt(table.span.end);
  const to = source.lineAt(span.end) + 1;
  // The whole report is cut, as it was when it was read, so that every line is taken for the same thing again.
  const pieces = new LineReader(source, labelsOf(report.reading.format), source.lineAt(span.start), to).read();
  const rows: WrittenRow[] = [];
  const foreign: Span[] = [];
  const place = new Places(table);
  // Header lines right above: where labels are repeated in merged cells the reading begins below them.
  let header: WrittenRow[] = [];
  for (const piece of pieces) {
    const line = lineOf(report, piece);
    if (piece.kind !== 'unit') {
      header = [];
      if (line > last) break;
      if (line >= first && piece.kind === 'prose') foreign.push(piece.span);
      else if (line >= first && piece.kind === 'heading') foreign.push(piece.heading.span);
      continue;
    }
    if (piece.lastLine < first) {
      const own = place.isHeader(piece) ? place.whole(report, piece) : undefined;
      header = own ? [...header, own] : [];
      continue;
    }
    rows.push(...header.splice(0));
    const found = isOneCellALine(piece.layout) ? place.cut(report, piece) : [place.whole(report, piece)];
    for (const row of found) {
      if (row.span.start > table.span.end && !goesOn(row, rows.at(-1))) continue;
      rows.push(row);
    }
  }
  const kept = rows.filter((row) => row.span.end >= table.span.start || isHeaderLine(row));
  const places = new Map<RowReading, number>();
  kept.forEach(({ row }, i) => row && !places.has(row) && places.set(row, i));
  return { rows: kept, places, foreign };
}

/** Behind the last row only the table's own group labels, titles and the header below a title are of interest. */
const goesOn = ({ fields }: WrittenRow, above: WrittenRow | undefined): boolean =>
  fields.some((field) => field.role === 'group' || field.role === 'block') ||
  (above !== undefined && above.fields.some((field) => field.role === 'block') && fields.every((field) => field.role === 'header' || field.role === 'blank'));

/** Header cells and block titles only. */
const isHeaderLine = ({ layout, fields }: WrittenRow): boolean => !isOneCellALine(layout) && fields.every(({ role }) => role === 'header' || role === 'block' || role === 'blank');

const lineOf = (report: Report, piece: Piece): number =>
  piece.kind === 'unit' ? piece.firstLine : piece.kind === 'heading' ? report.reading.source.lineAt(piece.heading.span.start) : piece.line;

const keyOf = (span: Span): string => `${span.start}-${span.end}`;

/** Which row of the table a field belongs to. */
class Places {
  private readonly values = new Map<string, RowReading>();
  /** Labels by their beginnings, each with the furthest end of those up to it. */
  private readonly labels: { readonly start: number; reach: number }[];
  /** Rows without values, by their labels, in the order of the table. */
  private readonly bare = new Map<string, RowReading>();

  constructor(private readonly table: TableReading) {
    for (const row of table.rows) for (const value of row.values) this.values.set(keyOf(value.span), row);
    for (const row of table.rows) if (row.values.length === 0 && !this.bare.has(keyOf(row.label))) this.bare.set(keyOf(row.label), row);
    this.labels = table.rows.map(({ label }) => ({ start: label.start, reach: label.end })).sort((a, b) => a.start - b.start);
    this.labels.forEach((each, i) => (each.reach = Math.max(each.reach, this.labels[i - 1]?.reach ?? 0)));
  }

  /** Whether a stretch lies in the label of a row. */
  private inLabel({ start, end }: Span): boolean {
    let [low, high] = [0, this.labels.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.labels[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && end <= (this.labels[low - 1]?.reach ?? 0);
  }

  valueOf = (field: Field): RowReading | undefined => this.values.get(keyOf(field.span));

  private describe(field: Field): WrittenField {
    if (this.valueOf(field)) return { field, role: 'value' };
    if (field.text === '') return { field, role: 'blank' };
    if (this.inLabel(field.span)) return { field, role: 'label' };
    const { meaning } = field;
    const { declaration } = this.table;
    if (meaning?.kind === 'group' && meaning.group?.table === declaration) return { field, role: 'group', group: meaning.group.row };
    if (meaning?.kind === 'block') {
      const block = declaration.blocks?.find((each) => each.cores.some((core) => meaning.folded.includes(core)));
      if (block) return { field, role: 'block', block };
    }
    if ((meaning?.kind === 'header' || meaning?.kind === 'fragment') && !field.isValue) return { field, role: 'header' };
    return { field, role: 'other' };
  }

  /** A line of nothing but header cells and titles of this table. */
  isHeader({ layout, fields }: Unit): boolean {
    const { declaration } = this.table;
    const filled = fields.filter((field) => field.text !== '');
    return (
      !isOneCellALine(layout) &&
      filled.length > 0 &&
      filled.every(({ meaning }) => (meaning?.kind === 'header' && meaning.headerOf?.includes(declaration)) || (meaning?.kind === 'block' && declaration.blocks !== undefined))
    );
  }

  /** A unit that is one written row. */
  whole(report: Report, unit: Unit): WrittenRow {
    const fields = unit.fields.map((field) => this.describe(field));
    const row = unit.fields.map(this.valueOf).find((each) => each !== undefined) ?? this.lost(fields);
    fields.forEach((each, i) => {
      if (each.role === 'other' && each.field.meaning?.rows.some((entry) => entry.row === row?.declaration)) fields[i] = { ...each, role: 'repeat' };
    });
    return { layout: unit.layout, span: unit.layout === 'html' ? trSpan(report, unit) : linesSpan(report, unit.firstLine, unit.lastLine), fields, ...(row ? { row } : {}) };
  }

  /** One-cell lines: a row ends with its last value; titles and header cells in front of it are rows of their own. */
  cut(report: Report, unit: Unit): WrittenRow[] {
    const rows: WrittenRow[] = [];
    let open: WrittenField[] = [];
    const close = (row?: RowReading): void => {
      const fields = open;
      open = [];
      const from = fields[0];
      const to = fields.at(-1);
      if (!from || !to) return;
      const { source } = report.reading;
      rows.push({ layout: unit.layout, span: linesSpan(report, from.field.line, source.lineAt(to.field.span.end)), fields, ...(row ? { row } : {}) });
    };
    for (const [i, field] of unit.fields.entries()) {
      const described = this.describe(field);
      const previous = open.findLast((each) => each.role !== 'blank')?.role;
      const own = described.role === 'group' || described.role === 'label' || described.role === 'value' || described.role === 'blank';
      if (previous !== undefined && (own ? previous === 'block' || previous === 'header' || previous === 'other' : previous !== described.role)) close();
      // A group label behind one that is not above it: that one has no rows.
      const level = described.group?.level;
      if (level !== undefined && open.some((each) => each.group && each.group.level >= level)) close();
      // A lone pipe between rows is what is left of merged cells.
      if (described.role === 'blank' && open.length === 0 && unit.layout === 'stacked') continue;
      open.push(described);
      const row = this.valueOf(field);
      const next = unit.fields[i + 1];
      if (row && row.values.at(-1)?.span.end === field.span.end && !(next && this.valueOf(next) === row)) close(row);
    }
    close(this.lost(open));
    return rows;
  }

  /** A row that has a label and no values. */
  private lost(fields: readonly WrittenField[]): RowReading | undefined {
    const rows = new Set(fields.flatMap(({ field }) => this.bare.get(keyOf(field.span)) ?? []));
    return rows.size < 2 ? [...rows][0] : this.table.rows.find((row) => rows.has(row));
  }
}

const linesSpan = (report: Report, first: number, last: number): Span => ({ start: report.reading.source.lineSpan(first).start, end: report.reading.source.lineSpan(last).end });

/** The `<tr>` a unit was read from, tags included. */
function trSpan(report: Report, unit: Unit): Span {
  const { text } = report.reading.source;
  const from = unit.fields[0]?.span.start ?? 0;
  const to = unit.fields.at(-1)?.span.end ?? from;
  const open = Math.max(text.lastIndexOf('<tr', from), text.lastIndexOf('<TR', from));
  END.lastIndex = to;
  const end = END.exec(text);
  const stop = end ? end.index + (end[0].startsWith('</tr') || end[0].startsWith('</TR') ? end[0].length : 0) : to;
  return { start: open < 0 ? from : open, end: Math.max(stop, to) };
}

const END = /<\/tr\s*>|<tr[\s>]|<\/t(?:able|body|head|foot)/gi;
