import type { StatementDeclaration, StatementObject } from '../../format/statements';
import type { Lexicon } from './statements-lexicon';
import type { Word } from './statements-phrases';
import { WORK } from './statements-state';
import { isKind, NEUTRAL, type LabelView, type View } from './statements-view';

export interface Choice {
  readonly families: readonly StatementDeclaration[];
  readonly joined: 'sum' | 'no';
  readonly each: boolean;
  /** One word that can mean either family. */
  readonly either: boolean;
  readonly carriedYear?: number;
}

const COMING = new Set(['received', 'newReceived']);

/** The families the words say of the objects; `undefined` when they say none, or more than one thing. */
export function chooseFamilies(seen: View, objects: readonly StatementObject[], lexicon: Lexicon, closedSaid: boolean): Choice | undefined {
  const [object] = objects;
  if (!object) return undefined;
  const own = seen.labels.map((label) => ({ ...label, families: label.families.filter((family) => objects.includes(family.object)) }));
  const labels = own.filter(({ families }) => families.length > 0);
  // 因答复申请引发行政复议: what was done about the request is the cause.
  const onCases = object === 'review' || object === 'litigation';
  // A word of another object that does not go with this one either.
  const foreign = own.filter(({ families, word }) => families.length === 0 && !objects.some((each) => word.meaning?.acts.has(each)) && !NEUTRAL.some((kind) => isKind(word, kind)) && !(onCases && word.meaning?.families.every(({ id }) => WORK.has(id))));
  if (foreign.length > 0) return undefined;
  const last = labels.at(-1);
  if (!last) {
    const families = objects.flatMap((each) => lexicon.set.families.filter((family) => family.object === each && family.role === 'whole' && family.words.length === 0));
    if (families.length === 0 || seen.nouns.length === 0) return undefined;
    if (objects.length > 1 && !linked(seen, seen.nouns.filter(({ object: each }) => objects.includes(each)).map(({ word }) => word))) return undefined;
    return { families, joined: families.length > 1 ? 'sum' : 'no', each: seen.each, either: false };
  }
  if (objects.length > 1) return undefined;
  const chain = chainOf(seen, labels);
  const rest = labels.slice(0, labels.length - chain.length);
  let families = chain.length > 1 ? [...new Set(chain.flatMap((label) => label.families.slice(0, 1)))] : last.families;
  let either = chain.length === 1 && families.length > 1;
  if (either && families.some(({ id }) => id === 'carriedOut')) {
    families = closedSaid ? families.filter(({ id }) => id === 'carriedOut') : families;
    either = families.length > 1;
  }
  const first = families[0];
  if (!first) return undefined;
  if (new Set(families.map(({ role }) => role)).size > 1) return undefined;
  if (rest.length > 0) {
    const ids = new Set(rest.flatMap((label) => label.families.map(({ id }) => id)));
    const all = (set: ReadonlySet<string>): boolean => [...ids].every((id) => set.has(id));
    if (first.role === 'class' && (all(WORK) || [...ids].every((id) => id === first.id || WORK.has(id)))) void 0;
    else if (ids.size === 1 && ids.has(first.id)) void 0;
    else if (COMING.has(first.id) && all(COMING)) families = ids.has('newReceived') ? lexicon.set.families.filter(({ id }) => id === 'newReceived') : families;
    else if (WORK.has(first.id) && all(WORK)) families = ids.has('closed') || first.id === 'closed' ? lexicon.set.families.filter(({ id }) => id === 'closed') : families;
    else if (WORK.has(first.id) && [...ids].every((id) => WORK.has(id) || COMING.has(id))) families = lexicon.set.families.filter(({ id }) => id === 'handled');
    else if (WORK.has(first.id) && ids.size === 1 && ids.has('carriedOut')) families = rest[0]?.families ?? families;
    else if (first.role === 'class' && [...ids].every((id) => isPrefix(id, first.id))) void 0;
    else if (first.role === 'class' && ids.size === 1 && isPrefix(first.id, [...ids][0] ?? '')) {
      // 因不掌握等原因无法提供: one leaf is named for others as well, or for itself alone.
      const named = rest[0]?.families ?? [];
      either = seen.words.some((word, i) => word.text.startsWith('等') && i > (rest.at(-1)?.index ?? 0) && i < last.index);
      families = either ? [...families, ...named] : named;
    }
    else return undefined;
  }
  // 受理群众事项30件: without the noun, a thing beside the verb may be what was counted.
  if (first.role === 'whole' && seen.nouns.length === 0 && seen.stuff) return undefined;
  if (first.object === 'documents' && seen.nouns.length === 0 && seen.stuff) return undefined;
  const year = labels.map((label) => label.year).find((each) => each !== undefined);
  return { families, joined: chain.length > 1 && families.length > 1 && first.role === 'class' ? 'sum' : 'no', each: seen.each, either, ...(year === undefined ? {} : { carriedYear: year }) };
}

/** 不予公开(属于国家秘密): the class before its leaf. */
const isPrefix = (id: string, leaf: string): boolean => id !== leaf && leaf.startsWith(`${id}.`);

/** The labels at the end that are linked by 、和及 only. */
function chainOf(seen: View, labels: readonly LabelView[]): readonly LabelView[] {
  let first = labels.length - 1;
  while (first > 0) {
    const [a, b] = [labels[first - 1], labels[first]];
    if (!a || !b || !between(seen, a.word, b.word)) break;
    first--;
  }
  const chain = labels.slice(first);
  return new Set(chain.flatMap(({ families }) => families.map(({ role }) => role))).size > 1 ? labels.slice(-1) : chain;
}

function between(seen: View, a: Word, b: Word): boolean {
  const inside = seen.words.slice(seen.words.indexOf(a) + 1, seen.words.indexOf(b));
  return inside.length > 0 && inside.some((word) => isKind(word, 'joiner')) && inside.every((word) => isKind(word, 'joiner') || isKind(word, 'fill'));
}

const linked = (seen: View, nouns: readonly Word[]): boolean => nouns.every((noun, i) => i === 0 || acts(seen, nouns[i - 1] as Word, noun));

/** 被申请行政复议、提起行政诉讼: an act may stand between the nouns. */
function acts(seen: View, a: Word, b: Word): boolean {
  const inside = seen.words.slice(seen.words.indexOf(a) + 1, seen.words.indexOf(b));
  return inside.some((word) => isKind(word, 'joiner')) && inside.every((word) => isKind(word, 'joiner') || isKind(word, 'fill') || (word.meaning?.acts.size ?? 0) > 0);
}
