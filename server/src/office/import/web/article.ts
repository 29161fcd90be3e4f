import { readDocument } from '../../../core/read';
import { isObject, wordsOf, type Block } from '../blocks';
import { arrange } from '../layout';
import { writeBlocks } from '../text';
import type { Told } from '../told';
import { descendants, textOf, type Element } from '../tree';

/**
 * The blocks of a page that belong to the report: those of the smallest element that holds it. What stands around is
 * left out and told. All of them where no report is recognised.
 */
export function article(all: readonly Block[], told: Told): readonly Block[] {
  const blocks = arrange(all);
  const { text, starts } = writeBlocks(blocks);
  const { reports } = readDocument(text);
  if (reports.length === 0) return blocks;
  const indexAt = (offset: number): number => starts.findLastIndex((start) => start <= offset);
  const own = new Set<number>();
  for (const { sections, tables, title } of reports) {
    if (title) own.add(indexAt(title.span.start)).add(indexAt(title.span.end));
    for (const { heading } of sections) own.add(indexAt(heading.span.start));
    for (const { span } of tables) own.add(indexAt(span.start)).add(indexAt(span.end - 1));
  }
  own.delete(-1);
  const holder = common([...own].map((i) => blocks[i]?.path ?? []));
  // Without a title of its own nothing tells what stands before the report.
  const first = reports[0]?.title ? Math.min(...own) : 0;
  const last = Math.max(...own);
  // Before the title there are navigation, date and source; what stands beside it (the head of a document) belongs to it.
  const beside = blocks[first]?.path.at(-2);
  const kept = blocks.filter(({ path }, i) => {
    if (own.has(i)) return true;
    const inside = holder === undefined || path.includes(holder);
    if (!inside || (i < first && path.at(-2) !== beside) || path.some((each) => AROUND.has(each.name))) return false;
    // Behind the report there are links to others.
    return i < last || !isLinks(path.at(-1));
  });
  told.around = letters(blocks) - letters(kept);
  if (holder) {
    const within = [...descendants(holder)];
    told.images = within.filter(({ name }) => name === 'img').length;
    told.objects = within.filter(isObject).length;
  }
  return kept;
}

const AROUND = new Set(['nav', 'footer', 'menu']);

const known = new WeakMap<Element, boolean>();

/** Whether what an element says is mostly links. */
function isLinks(holder: Element | undefined): boolean {
  if (!holder) return false;
  const before = known.get(holder);
  if (before !== undefined) return before;
  const linked = [...descendants(holder)].filter(({ name }) => name === 'a').reduce((sum, each) => sum + textOf(each).trim().length, 0);
  const mostly = linked > 0 && linked * 2 > textOf(holder).trim().length;
  known.set(holder, mostly);
  return mostly;
}

const letters = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + wordsOf(block).replace(/\s/g, '').length, 0);

/** The innermost element that all of some paths go through. */
function common(paths: readonly (readonly Element[])[]): Element | undefined {
  const [first = [], ...rest] = paths;
  let found: Element | undefined;
  for (const [depth, each] of first.entries()) {
    if (!rest.every((path) => path[depth] === each)) break;
    found = each;
  }
  return found;
}
