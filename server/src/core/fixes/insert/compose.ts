import type { TableDeclaration } from '../../format/types';
import type { Report } from '../../report/report';
import type { WrittenRow } from '../written/rows';
import { cellStart, openTag, withSpans } from './html-cells';
import type { RowSpec, Rendered } from './spec';

/**
 * Writes a row of a kind of which the table has no example, out of the parts of another row. `undefined` where the group
 * label has no place on the same line.
 */
export function composeRow(report: Report, declaration: TableDeclaration, model: WrittenRow, spec: RowSpec, rows: readonly WrittenRow[]): Rendered | undefined {
  switch (model.layout) {
    case 'tab':
    case 'pipe':
      return inFields(report, model, spec, rows);
    case 'html':
      return inCells(report, declaration, model, spec, rows);
    case 'spaced':
      return spec.groups.length > 0 ? undefined : inSpaces(report, model, spec);
    default:
      return inLines(report, model, spec, rows);
  }
}

/** The field index labels of a level stand in, as other rows have it. */
function indexOfLevel(level: number, model: WrittenRow, rows: readonly WrittenRow[], labelFields: number): number {
  const seen = rows
    .filter((each) => each.layout === model.layout && each.fields.length === model.fields.length)
    .flatMap((each) => each.fields.flatMap(({ role, group }, i) => ((role === 'label' && each.row?.declaration.level === level) || group?.level === level ? [i] : [])));
  return seen[0] ?? Math.min(level - 1, labelFields - 1);
}

function inFields(report: Report, model: WrittenRow, spec: RowSpec, rows: readonly WrittenRow[]): Rendered | undefined {
  const raw = report.reading.source.slice(model.span);
  const pipe = model.layout === 'pipe';
  const firstValue = model.fields.findIndex((each) => each.role === 'value');
  const labelFields = Math.max(firstValue, spec.row.label === '' ? 0 : spec.groups.length + 1);
  const own = spec.groups.length > 0 || spec.row.level > labelFields ? Math.max(spec.row.level - 1, spec.groups.length) : indexOfLevel(spec.row.level, model, rows, labelFields);
  const place = firstValue > own ? own : Math.max(firstValue, spec.groups.length);
  const leading = Math.max(labelFields, place + 1);
  const texts = new Array<string>(leading).fill('');
  texts[place] = spec.label;
  for (const [i, group] of spec.groups.entries()) {
    const at = firstValue > own ? group.row.level - 1 : place - spec.groups.length + i;
    if (at < 0 || at >= place || texts[at] !== '') return undefined;
    texts[at] = group.label;
  }
  texts.push(...spec.values);
  while (texts.length < model.fields.length) texts.push('');
  if (!pipe) {
    const text = texts.join('\t');
    return { text, first: texts.findIndex((each) => each !== '') };
  }
  const value = model.fields[firstValue]?.field.span;
  const { text: all } = report.reading.source;
  const bar = /[|｜]/.exec(raw)?.[0] ?? '|';
  const before = value && all.charAt(value.start - 1) === ' ' ? ' ' : '';
  const behind = value && all.charAt(value.end) === ' ' ? ' ' : '';
  const open = /^[\s>]*[|｜]/.exec(raw)?.[0] ?? '';
  const close = /[|｜]\s*$/.exec(raw)?.[0] ?? '';
  const cells = texts.map((each) => `${before}${each}${behind}` || ' ');
  const first = texts.findIndex((each) => each !== '');
  return { text: open + cells.join(bar) + close, first: open.length + cells.slice(0, first).join(bar).length + (first > 0 ? bar.length : 0) + before.length };
}

/** HTML: cells merged as in the official form where the table merges cells, else blank. */
function inCells(report: Report, { labelColumns, width }: TableDeclaration, model: WrittenRow, spec: RowSpec, rows: readonly WrittenRow[]): Rendered | undefined {
  const { text } = report.reading.source;
  const label = model.fields.find((each) => each.role === 'label');
  const values = model.fields.filter((each) => each.role === 'value');
  const [value] = values;
  const lead = model.fields[0];
  if (!label || !value || !lead) return undefined;
  const merged = rows.some(({ span, layout }) => layout === 'html' && /\s(?:row|col)span\s*=/i.test(report.reading.source.slice(span)));
  const cell = (at: number, from: number, content: string, colSpan: number, rowSpan: number): string => {
    const tag = openTag(text, at);
    return `${merged ? withSpans(tag, colSpan, rowSpan) : tag}${text.slice(at + tag.length, from)}${content}`;
  };
  const labelAt = cellStart(text, label.field.span.start);
  const valueAt = cellStart(text, value.field.span.start);
  // From the end of one cell's text to the next cell's tag: the closing tags and the space between.
  const between = text.slice(label.field.span.end, valueAt);
  const groups = spec.groups.map((group) => cell(labelAt, label.field.span.start, group.label, 1, group.rows));
  const blanks = merged ? [] : new Array<string>(Math.max(0, spec.row.level - 1 - groups.length)).fill(cell(labelAt, label.field.span.start, '', 1, 1));
  const behind = merged ? [] : new Array<string>(Math.max(0, labelColumns - spec.row.level)).fill(cell(labelAt, label.field.span.start, '', 1, 1));
  const wide = width - labelColumns - spec.values.length + 1;
  const cells = [
    ...blanks,
    ...groups,
    cell(labelAt, label.field.span.start, spec.label, labelColumns - spec.row.level + 1, 1),
    ...behind,
    ...spec.values.map((each, i) => cell(valueAt, value.field.span.start, each, i === spec.values.length - 1 ? wide : 1, 1)),
  ];
  const open = text.slice(model.span.start, cellStart(text, lead.field.span.start));
  const last = values.at(-1)?.field.span.end ?? model.span.end;
  return { text: `${open}${cells.join(between)}${text.slice(last, model.span.end)}`, first: open.length + blanks.join(between).length + (blanks.length > 0 ? between.length : 0) };
}

function inSpaces(report: Report, model: WrittenRow, spec: RowSpec): Rendered | undefined {
  const { text } = report.reading.source;
  const label = model.fields.find((each) => each.role === 'label')?.field.span;
  const values = model.fields.flatMap((each) => (each.role === 'value' ? [each.field.span] : []));
  const [first] = values;
  if (!label || !first) return undefined;
  const gap = values[1] ? text.slice(first.end, values[1].start) : ' ';
  const indent = /^[\s>]*/.exec(text.slice(model.span.start, label.start))?.[0] ?? '';
  return { text: `${indent}${spec.label}${text.slice(label.end, first.start)}${spec.values.join(gap)}`, first: indent.length };
}

/** A cell a line: labels and values in lines like those of the model. */
function inLines(report: Report, model: WrittenRow, spec: RowSpec, rows: readonly WrittenRow[]): Rendered | undefined {
  const { source } = report.reading;
  const line = (span: { start: number; end: number }, content: string): string => {
    const whole = source.lineSpan(source.lineAt(span.start));
    return source.text.slice(whole.start, span.start) + content + source.text.slice(span.end, whole.end);
  };
  const label = model.fields.find((each) => each.role === 'label')?.field.span;
  const value = model.fields.find((each) => each.role === 'value')?.field.span;
  if (!label || !value) return undefined;
  const break_ = source.text.slice(source.lineSpan(source.lineAt(label.end)).end, source.lineSpan(source.lineAt(value.start)).start);
  const deep = rows.filter((each) => each.layout === 'indented' && (each.row?.declaration.level ?? 1) > 1);
  const covered = model.layout === 'indented' && (deep.length === 0 || deep.some(({ fields }) => fields[0]?.role === 'blank'));
  const lines: string[] = [];
  let first = 0;
  for (let level = 1; level < spec.row.level; level++) {
    const group = spec.groups.find((each) => each.row.level === level);
    if (group) lines.push(line(label, group.label));
    else if (covered) {
      lines.push('\t');
      first += 1 + break_.length;
    }
  }
  lines.push(line(label, spec.label), ...spec.values.map((each) => line(value, each)));
  const written = lines.join(break_);
  return { text: written, first: first + (/^[\s|｜]*/.exec(written.slice(first))?.[0].length ?? 0) };
}
