import { child, descendants, element, isElement, textOf, type Element, type Node } from '../tree';
import { chosen } from './alternate';
import type { Body } from './body';
import { isOn, valueOf } from './styles';

const whole = (text: string | undefined): number => Math.min(63, Math.max(1, Math.trunc(Number(text ?? 1)) || 1));

/** Rows or cells, also those inside of changes, controls and the like. */
function* within(nodes: readonly Node[], name: string): Generator<Element> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.name === name) yield node;
    else if (node.name === 'mc:AlternateContent') yield* within(chosen(node), name);
    else if (node.name === 'w:sdt') yield* within(child(node, 'w:sdtContent')?.children ?? [], name);
    else if (['w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag'].includes(node.name)) yield* within(node.children, name);
  }
}

interface Cell {
  readonly span: number;
  merge: 'restart' | 'continue' | undefined;
  readonly content: Element[];
}

/** A table with its rows and merged cells and nothing else; deleted and hidden rows are gone. */
export function prepareTable(body: Body, table: Element): Element {
  const rows: Cell[][] = [];
  /** Columns whose merged cell began in a row that is gone. */
  const orphaned = new Set<number>();
  for (const row of within(table.children, 'w:tr')) {
    const properties = child(row, 'w:trPr');
    const gone = child(properties, 'w:del') !== undefined;
    const left = gone || isOn(properties, 'w:hidden') === true;
    if (gone || child(properties, 'w:ins')) body.told.changes++;
    else if (left) body.told.hidden += written(row).length;
    const cells = cellsOf(body, row, left);
    let column = 0;
    for (const cell of cells) {
      if (left && cell.merge === 'restart') orphaned.add(column);
      else if (!left && cell.merge !== 'continue') orphaned.delete(column);
      else if (!left && orphaned.delete(column)) cell.merge = 'restart';
      column += cell.span;
    }
    if (!left) rows.push(cells);
  }
  return element('w:tbl', {}, rows.map((cells) => element('w:tr', {}, cells.map(cellElement))));
}

function cellElement({ span, merge, content }: Cell): Element {
  const properties = [...(span > 1 ? [element('w:gridSpan', { 'w:val': String(span) })] : []), ...(merge ? [element('w:vMerge', { 'w:val': merge })] : [])];
  return element('w:tc', {}, [element('w:tcPr', {}, properties), ...content]);
}

/** @param bare without what they hold, of which nothing is counted then */
function cellsOf(body: Body, row: Element, bare: boolean): Cell[] {
  const cells: Cell[] = [];
  const before = Number(valueOf(child(row, 'w:trPr'), 'w:gridBefore') ?? 0);
  if (before >= 1) cells.push({ span: whole(String(before)), merge: undefined, content: [] });
  for (const each of within(row.children, 'w:tc')) {
    const properties = child(each, 'w:tcPr');
    if (child(properties, 'w:cellDel')) {
      body.told.changes++;
      continue;
    }
    const vertical = child(properties, 'w:vMerge');
    const covered = vertical !== undefined && vertical.attributes['w:val'] !== 'restart';
    // Programs show nothing of a cell that a merged one covers.
    if (covered && !bare) body.told.hidden += written(each).length;
    const content = bare || covered ? [] : [...body.blocks(each.children), ...body.rest()];
    const cell: Cell = { span: whole(valueOf(properties, 'w:gridSpan')), merge: covered ? 'continue' : vertical && 'restart', content };
    const last = cells.at(-1);
    // How programs of old merged cells beside each other.
    if (last && valueOf(properties, 'w:hMerge') !== 'restart' && child(properties, 'w:hMerge')) cells[cells.length - 1] = { ...last, span: last.span + cell.span, content: [...last.content, ...content] };
    else cells.push(cell);
  }
  return cells;
}

const written = (part: Element): string => [...descendants(part)].filter(({ name }) => name === 'w:t').map(textOf).join('').trim();
