import type { StatementSet } from '../../format/statements';
import type { Change } from '../../text/change';
import type { JoinedProse } from './join';
import { NOTHING_KNOWN, readParagraphs, type Paragraphs } from './paragraphs';
import { putTogether } from './together';
import type { ParagraphReading } from './types';

/** What is kept of a reading for the next version: nothing in it holds on to the draft it was read from. */
export interface Kept extends Paragraphs {
  readonly text: string;
  readonly offsets: Int32Array;
  readonly paragraphs: readonly ParagraphReading[];
  readonly set: StatementSet;
  readonly agency: string;
}

export interface Before {
  readonly kept: Kept;
  /** What has changed in the raw text. */
  readonly change: Change;
}

/** Reads the prose of a report, or of a new version of one: then only the paragraphs that have changed. */
export function readAll(prose: JoinedProse, set: StatementSet, agency: string, before?: Before): Kept {
  const own = { text: prose.text, offsets: prose.offsets, paragraphs: prose.paragraphs, set, agency };
  const again = before && before.kept.set === set && before.kept.agency === agency ? changedOnly(prose, before, set, agency) : undefined;
  return { ...own, ...(again ?? readParagraphs(prose, 0, prose.paragraphs.length, NOTHING_KNOWN, set, agency)) };
}

function changedOnly(prose: JoinedProse, { kept, change }: Before, set: StatementSet, agency: string): Paragraphs | undefined {
  const { first, behind } = unchanged(prose, kept, change);
  const all = prose.paragraphs.length;
  let start = first;
  while (start > 0 && kept.marks[start]?.open) start--;
  const known = kept.marks[start];
  if (start === 0 && behind === 0) return undefined;
  const paragraph = all - kept.paragraphs.length;
  for (let end = all - behind; ; end++) {
    const middle = readParagraphs(prose, start, end, known ?? NOTHING_KNOWN, set, agency);
    const [now, then] = [middle.marks.at(-1), kept.marks[end - paragraph]];
    // Behind the change all goes on as before, where the same is known there as before.
    if (end === all || (now && then && !now.open && !then.open && now.topic === then.topic && now.section === then.section)) return putTogether(kept, start, middle, end === all ? undefined : end - paragraph, { raw: change.newEnd - change.oldEnd, joined: prose.text.length - kept.text.length, paragraph });
    // Read a little more; if that does not help, all of the rest.
    if (end - (all - behind) >= MOST_MORE) end = all - 1;
  }
}

/** So many paragraphs are tried behind the change. */
const MOST_MORE = 3;

/** How many paragraphs at the beginning and at the end are what they were, wherever the last ones stand now. */
function unchanged(prose: JoinedProse, kept: Kept, change: Change): { readonly first: number; readonly behind: number } {
  const { text, offsets, paragraphs } = prose;
  const shorter = Math.min(text.length, kept.text.length);
  const same = (a: ParagraphReading | undefined, b: ParagraphReading | undefined, moved: number): boolean => a !== undefined && b !== undefined && a.from === b.from + moved && a.to === b.to + moved && a.section === b.section;
  let at = 0;
  while (at < shorter && offsets[at] === kept.offsets[at] && (offsets[at] ?? 0) < change.start && text.charCodeAt(at) === kept.text.charCodeAt(at)) at++;
  let first = 0;
  while (first < paragraphs.length && (paragraphs[first]?.to ?? Infinity) <= at && same(paragraphs[first], kept.paragraphs[first], 0)) first++;
  const raw = change.newEnd - change.oldEnd;
  const moved = text.length - kept.text.length;
  at = text.length;
  while (at > 0 && at - moved > 0 && offsets[at - 1] === (kept.offsets[at - 1 - moved] ?? 0) + raw && (offsets[at - 1] ?? 0) >= change.newEnd && text.charCodeAt(at - 1) === kept.text.charCodeAt(at - 1 - moved)) at--;
  let behind = 0;
  const most = Math.min(paragraphs.length, kept.paragraphs.length) - first;
  const [last, lastBefore] = [paragraphs.length - 1, kept.paragraphs.length - 1];
  while (behind < most && (paragraphs[last - behind]?.from ?? 0) >= at && same(paragraphs[last - behind], kept.paragraphs[lastBefore - behind], moved)) behind++;
  return { first, behind };
}
