import type { RowDeclaration } from '../../format/types';
import type { TableReading } from '../../read/types';
import type { Report } from '../../report/report';
import { fold } from '../../text/fold';
import type { TextEdit } from '../../text/span';
import { reread, rowText } from '../reread';
import { writtenTable, type WrittenRow } from '../written/rows';
import { cellStart, rowSpanDigits } from './html-cells';
import { RowWriter } from './writer';
import type { Rendered } from './spec';

/**
 * The edits that insert every missing row of a table, values 0, in the notation of the rows around them. Empty when the
 * result would not read back as the same table with the rows in their places.
 */
export function insertMissing(report: Report, table: TableReading): readonly TextEdit[] {
  const { rows } = writtenTable(report, table);
  const edits = new Insertion(report, table, rows).edits();
  const again = edits.length > 0 ? reread(report, table, edits) : undefined;
  if (!again || again.missing.length > 0) return [];
  const inserted = new Set(table.missing.map((row) => row.id));
  const before = table.rows.map(rowText);
  const after = again.rows.filter((row) => !inserted.has(row.declaration.id)).map(rowText);
  const filled = again.rows.filter((row) => inserted.has(row.declaration.id)).every((row) => row.alignment === 'exact');
  return filled && before.length === after.length && before.every((each, i) => each === after[i]) ? edits : [];
}

/** A place for rows: behind or before a written row, or inside one, behind the group label it carries. */
interface Place {
  readonly at: number;
  readonly kind: 'behind' | 'before' | 'inside';
  /** The row of the text that decides the layout. */
  readonly beside: WrittenRow;
}

class Insertion {
  private readonly order: Map<string, number>;
  private readonly writer: RowWriter;

  constructor(
    private readonly report: Report,
    private readonly table: TableReading,
    private readonly rows: readonly WrittenRow[],
  ) {
    this.order = new Map(table.declaration.rows.map((row, i) => [row.id, i]));
    this.writer = new RowWriter(report, table, rows);
  }

  private indexOf = (row: RowDeclaration): number => this.order.get(row.id) ?? -1;

  edits(): TextEdit[] {
    const groups = new Map<string, { place: Place; missing: RowDeclaration[] }>();
    for (const row of this.table.missing) {
      const place = this.placeFor(row);
      if (!place) return [];
      const id = `${place.kind} ${place.at}`;
      const known = groups.get(id);
      if (known) known.missing.push(row);
      else groups.set(id, { place, missing: [row] });
    }
    const edits: TextEdit[] = [];
    for (const { place, missing } of groups.values()) {
      const lines: Rendered[] = [];
      for (const row of missing) {
        const written = this.writer.write(row, place.beside, place.kind === 'inside');
        if (!written) return [];
        lines.push(...written);
      }
      const joined = this.join(place, lines, missing);
      if (!joined) return [];
      edits.push(...joined);
    }
    return [...edits, ...this.rowSpans()];
  }

  private join(place: Place, lines: readonly Rendered[], missing: readonly RowDeclaration[]): TextEdit[] | undefined {
    const gap = this.writer.gap(place.beside);
    const span = { start: place.at, end: place.at };
    const text = lines.map((line) => line.text).join(gap);
    if (place.kind === 'behind') return [{ span, newText: gap + text }];
    if (place.kind === 'before') return this.below(place, lines, gap) ?? [{ span, newText: text + gap }];
    // The row goes on behind the group label; what stood there gets a row of its own.
    const first = lines[0];
    const last = missing.at(-1);
    const lead = last && this.writer.leadOf(last, place.beside);
    return first && lead !== undefined ? [{ span, newText: text.slice(first.first) + gap + lead }] : undefined;
  }

  /** The `|---|` row stays below the first line of a pipe table, which is an inserted one now. */
  private below({ at, beside }: Place, [first, ...rest]: readonly Rendered[], gap: string): TextEdit[] | undefined {
    const { source } = this.report.reading;
    const line = source.lineAt(at) + 1;
    const dashes = source.lineText(line);
    if (beside.layout !== 'pipe' || !first || !/^[\s>]*[|｜:\s-]*-[|｜:\s-]*$/.test(dashes)) return undefined;
    const end = source.starts[line + 1] ?? source.lineSpan(line).end;
    return [
      { span: { start: at, end: at }, newText: [first.text, dashes, ...rest.map((each) => each.text), ''].join(gap) },
      { span: { start: source.lineSpan(line).start, end }, newText: '' },
    ];
  }

  private placeFor(missing: RowDeclaration): Place | undefined {
    const { rows } = this;
    const index = this.indexOf(missing);
    const groups = new Set(this.writer.ancestors(missing).map((row) => row.id));
    let previous = -1;
    let best = -1;
    rows.forEach(({ row }, i) => {
      const own = row ? this.indexOf(row.declaration) : -1;
      if (row && own < index && own >= best) [previous, best] = [i, own];
    });
    let next = rows.findIndex(({ row }, i) => i > previous && row !== undefined);
    const after = rows[next];
    if (after?.row && this.indexOf(after.row.declaration) < index) next = -1;
    const belongs = ({ fields }: WrittenRow): boolean => fields.some(({ group, block }) => (group && groups.has(group.id)) || (block !== undefined && block.id === missing.block));

    // Lines of labels and titles the row stands below.
    let behind = previous;
    const end = next < 0 ? rows.length : next;
    for (let i = previous + 1; i < end; i++) {
      const line = rows[i];
      if (!line) continue;
      const above = rows[behind];
      if (belongs(line)) behind = i;
      else if (behind === i - 1 && above && i > previous + 1 && !above.row && isHeaderLine(line) && belongs(rows[behind] as WrittenRow)) behind = i;
      else if (behind === i - 1 && above?.row && this.continuesLabel(above, line)) behind = i;
    }
    const nextRow = rows[next];
    if (nextRow && !this.writer.repeats) {
      const carried = nextRow.fields.findLastIndex(({ group }) => group !== undefined && groups.has(group.id));
      const cell = carried < 0 ? undefined : nextRow.fields.slice(carried + 1).find((each) => each.role !== 'blank');
      if (cell) {
        const { start } = cell.field.span;
        const at = nextRow.layout === 'html' ? cellStart(this.report.reading.source.text, start) : start;
        return { kind: 'inside', at, beside: nextRow };
      }
    }
    const anchor = rows[behind];
    if (anchor) return { kind: 'behind', at: anchor.span.end, beside: anchor };
    // Nothing stands before it: above the next row and the lines of labels that belong to that one alone.
    let before = next;
    const blocks = this.table.declaration.blocks !== undefined;
    while (before > 0 && rows[before - 1]?.fields.some(({ group, block, role }) => group ?? block ?? (role === 'label' || (blocks && role === 'header')))) before--;
    const below = rows[before];
    return below && nextRow ? { kind: 'before', at: below.span.start, beside: nextRow } : undefined;
  }

  /** The rest of a label wrapped behind its values. */
  private continuesLabel({ row }: WrittenRow, { fields }: WrittenRow): boolean {
    const filled = fields.filter((each) => each.role !== 'blank');
    return row !== undefined && filled.length > 0 && filled.every(({ role, field }) => role === 'label' || (field.meaning?.kind === 'fragment' && fold(row.declaration.label).endsWith(field.meaning.folded)));
  }

  /** A group cell of an HTML table spans all its rows again. */
  private rowSpans(): TextEdit[] {
    const { text } = this.report.reading.source;
    return this.rows.flatMap(({ layout, fields, row }) =>
      fields.flatMap(({ group, field }) => {
        if (layout !== 'html' || !row || !group || !this.table.missing.some((each) => this.writer.ancestors(each).includes(group))) return [];
        const digits = rowSpanDigits(text, field.span.start);
        const rows = this.writer.rowsOf(group);
        return digits && digits.value !== rows ? [{ span: { start: digits.start, end: digits.end }, newText: String(rows) }] : [];
      }),
    );
  }
}

const isHeaderLine = ({ fields }: WrittenRow): boolean => fields.some((each) => each.role === 'header') && fields.every((each) => each.role === 'header' || each.role === 'blank');
