import { valueRows } from '../../format';
import type { RowDeclaration } from '../../format/types';
import type { Layout, TableReading } from '../../read/types';
import type { Report } from '../../report/report';
import { ZERO } from '../../text/exact';
import { digitsLike } from '../digits';
import type { WrittenRow } from '../written/rows';
import { cloneRow, commonWidth, groupLevels, isModel, replaceFields, widthOf } from './clone';
import { composeRow } from './compose';
import { ancestors, inGroup } from './groups';
import { LabelStyle } from './label-style';
import type { GroupSpec, Rendered, RowSpec } from './spec';

/** Writes missing rows of a table in the manner of the rows that are there. */
export class RowWriter {
  private readonly style: LabelStyle;
  private readonly models: readonly WrittenRow[];
  /** Width of the rows of a table set out in columns by spaces. */
  private readonly width: number | undefined;
  /** Groups and blocks whose label stands in the text or has been written. */
  private readonly opened = new Set<string>();
  /** Group labels stand on lines of their own. */
  private readonly ownLines: boolean;
  /** Every row repeats the labels of its groups. */
  readonly repeats: boolean;
  /** Rows of groups are there and no label of a group is: this draft does without. */
  private readonly withoutGroups: boolean;

  constructor(
    private readonly report: Report,
    private readonly table: TableReading,
    private readonly rows: readonly WrittenRow[],
  ) {
    const { source } = report.reading;
    const fields = rows.flatMap((row) => row.fields);
    this.style = new LabelStyle(fields.flatMap(({ role, field }) => (role === 'label' || role === 'group' || role === 'block' ? [source.slice(field.span)] : [])));
    this.models = rows.filter((row) => isModel(report, row));
    this.width = commonWidth(report, rows);
    for (const { group, block } of fields) if (group ?? block) this.opened.add(group?.id ?? block?.id ?? '');
    const labelled = rows.filter(({ fields: own }) => own.some((each) => each.group));
    this.ownLines = labelled.some((row) => !row.row && !isOneCell(row.layout));
    const below = rows.filter(({ row }) => row?.declaration.parent !== undefined);
    this.repeats = below.length > 2 && below.filter((row) => row.fields.some((each) => each.group?.id === row.row?.declaration.parent)).length * 3 > below.length * 2;
    this.withoutGroups = labelled.length === 0 && rows.filter(({ row }) => row?.declaration.parent !== undefined).length > 2;
  }

  ancestors = (row: RowDeclaration): RowDeclaration[] => ancestors(this.table.declaration, row);

  private get aligned(): boolean {
    return this.width !== undefined;
  }

  rowsOf = (group: RowDeclaration): number => inGroup(this.table.declaration, group).length;

  /** The lines of a missing row: the labels and titles that open its group or block, and the row itself. */
  write(row: RowDeclaration, beside: WrittenRow, inside: boolean): Rendered[] | undefined {
    const lines = row.block === undefined ? [] : this.blockLines(row, beside);
    const groups = this.groupsFor(row);
    if (!this.ownLines || inside) {
      const inline = this.render({ ...this.spec(row), groups }, beside);
      if (inline) return [...lines, inline];
    }
    const own = groups.map((group) => this.groupLine(group, beside));
    const plain = this.render({ ...this.spec(row), groups: [] }, beside);
    return plain && own.every((line) => line !== undefined) ? [...lines, ...own, plain] : undefined;
  }

  /** What stands in front of the label of a row that opens no group. */
  leadOf(row: RowDeclaration, beside: WrittenRow): string | undefined {
    const plain = this.render({ ...this.spec(row), groups: [] }, beside);
    return plain?.text.slice(0, plain.first);
  }

  /** What stands between two rows: seen most among those of the same layout. */
  gap(beside: WrittenRow): string {
    const { source } = this.report.reading;
    if (!isOneCell(beside.layout) && beside.layout !== 'html') return source.eol;
    const counts = new Map<string, number>();
    let previous: WrittenRow | undefined;
    for (const row of this.rows) {
      if (previous?.row && row.row && previous.layout === beside.layout && row.layout === beside.layout && previous.span.end <= row.span.start) {
        const between = source.text.slice(previous.span.end, row.span.start);
        if (/^[\s|｜]*$/.test(between)) counts.set(between, (counts.get(between) ?? 0) + 1);
      }
      previous = row;
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    return most?.[0] ?? (beside.layout === 'indented' ? source.eol + source.eol : source.eol);
  }

  private spec(row: RowDeclaration): Omit<RowSpec, 'groups'> {
    return { row, label: this.style.write(row.label), values: row.columns.map(() => digitsLike(ZERO, this.digits)) };
  }

  /** A number of the table, to be followed in width. */
  private get digits(): string {
    const written = this.table.rows.flatMap((row) => row.values.flatMap((cell) => (cell.digits ? [this.report.reading.source.slice(cell.digits)] : [])));
    return written.filter((each) => /[０-９]/.test(each)).length * 2 > written.length ? '０' : '';
  }

  private groupsFor(row: RowDeclaration): GroupSpec[] {
    if (this.withoutGroups) return [];
    const groups = this.ancestors(row).filter((group) => this.repeats || (!this.opened.has(group.id) && inGroup(this.table.declaration, group)[0] === row));
    for (const group of groups) this.opened.add(group.id);
    return groups.map((group) => ({ row: group, label: this.style.write(group.label), rows: this.rowsOf(group) }));
  }

  private render(spec: RowSpec, beside: WrittenRow): Rendered | undefined {
    const wanted = `${spec.row.level} ${spec.groups.map((group) => group.row.level).join()}`;
    const near = this.nearest(spec.row, this.models, beside.layout);
    const alike = near.filter((model) => {
      const { declaration } = model.row ?? {};
      return declaration?.columns.length === spec.row.columns.length && `${declaration.level} ${groupLevels(model).join()}` === wanted;
    });
    // A row that stands out of its columns is no example.
    const same = (this.aligned ? alike.find((model) => widthOf(this.report, model) === this.width) : undefined) ?? alike[0];
    if (same) return cloneRow(this.report, same, spec, this.aligned);
    const model = near.find((each) => each.row?.declaration.columns.length === spec.row.columns.length) ?? near[0];
    return model && composeRow(this.report, this.table.declaration, model, spec, this.rows);
  }

  private nearest(row: RowDeclaration, models: readonly WrittenRow[], layout: Layout): WrittenRow[] {
    const order = valueRows(this.table.declaration);
    const index = order.indexOf(row);
    const distance = (each: WrittenRow): number => Math.abs(order.findIndex((own) => own.id === each.row?.declaration.id) - index) + (each.layout === layout ? 0 : 1000);
    return [...models].sort((a, b) => distance(a) - distance(b));
  }

  /** A group label on a line of its own. */
  private groupLine(group: GroupSpec, beside: WrittenRow): Rendered | undefined {
    const lines = this.rows.filter((row) => !row.row && (row.layout === beside.layout || (beside.layout === 'spaced' && row.layout === 'stacked')) && row.fields.filter((each) => each.role !== 'blank').length === 1 && row.fields.some((each) => each.group));
    const model = lines.find(({ fields }) => fields.some((each) => each.group?.level === group.row.level)) ?? lines.at(-1);
    if (model) return replaceFields(this.report, model, this.aligned, (each) => (each.group ? { text: group.label } : undefined));
    const row = this.render({ row: group.row, label: group.label, groups: [], values: new Array<string>(7).fill('') }, beside);
    return row && { ...row, text: beside.layout === 'spaced' ? row.text.trimEnd() : row.text };
  }

  /** Title and header of the block a row belongs to, when the text has neither. */
  private blockLines(row: RowDeclaration, beside: WrittenRow): Rendered[] {
    const { blocks = [] } = this.table.declaration;
    const block = blocks.find((each) => each.id === row.block);
    if (!block || this.opened.has(block.id)) return [];
    const same = (each: WrittenRow | undefined): boolean => each?.layout === beside.layout;
    const titles = this.rows.flatMap((each, i) => (!each.row && same(each) && each.fields.some((field) => field.block) && each.fields.every((field) => field.block ?? field.role === 'blank') ? [i] : []));
    const texts = block.header.map((cell) => this.style.write(cell.text));
    const headerOf = (title: number): WrittenRow | undefined => {
      const header = this.rows[title + 1];
      return header && !header.row && same(header) && header.fields.filter((each) => each.role === 'header').length === texts.length ? header : undefined;
    };
    const title = titles.find((each) => headerOf(each)) ?? titles[0];
    const model = title === undefined ? undefined : this.rows[title];
    if (title === undefined || !model) return [];
    this.opened.add(block.id);
    const lines = [replaceFields(this.report, model, this.aligned, (each) => (each.block ? { text: this.style.write(block.title) } : undefined))];
    const header = headerOf(title);
    let cell = 0;
    if (header) lines.push(replaceFields(this.report, header, this.aligned, (each) => (each.role === 'header' ? { text: texts[cell++] ?? '' } : undefined)));
    return lines;
  }
}

const isOneCell = (layout: Layout): boolean => layout === 'stacked' || layout === 'indented';
