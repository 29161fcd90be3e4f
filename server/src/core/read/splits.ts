import { currentFormat } from '../format';
import type { Change } from '../text/change';
import type { SourceText } from '../text/source';

/** What tells where one report of a text ends and another begins. */
interface Splits {
  /** Offsets of the lines that are a report's title and nothing else. */
  readonly titles: readonly number[];
  /** Offsets of the sections' titles where they are headings, by section. */
  readonly headings: readonly (readonly number[])[];
  /** Of the titles, those that begin another report. */
  readonly begin: readonly boolean[];
  /** First line of each report. */
  readonly cuts: readonly number[];
}

/** Longest table of contents, in UTF-16 units. */
const CONTENTS = 400;
/** Longest title, and longest line it stands on, space around it included. */
const TITLE = 60;
const LINE = 200;
/** Longer than the lines of an agency and a title together: what is changed further off has nothing to say here. */
const NEAR = 2 * LINE;

const known = new WeakMap<SourceText, Splits>();

/** First lines of the reports in a text: a second title with a second set of sections behind it starts another. */
export function splitReports(source: SourceText): readonly number[] {
  let splits = known.get(source);
  if (!splits) known.set(source, (splits = find(source)));
  return splits.cuts;
}

/**
 * The same in a new version of a text, by what is known of the one before. A change inside a report makes its lines
 * longer or shorter, and what stands behind it moves. @param lines how many lines there are more than before
 */
export function splitAgain(before: SourceText, source: SourceText, change: Change, lines: number): readonly number[] {
  const old = known.get(before);
  if (!old || decides(before, change.start, change.oldEnd) || decides(source, change.start, change.newEnd)) return splitReports(source);
  const shift = change.newEnd - change.oldEnd;
  const moved = (offsets: readonly number[]): number[] => offsets.map((at) => (at >= change.oldEnd ? at + shift : at));
  const titles = moved(old.titles);
  const headings = old.headings.map(moved);
  const begin = beginning(titles, headings, source.text.length);
  if (!begin.every((each, i) => each === old.begin[i])) return splitReports(source);
  const line = before.lineAt(change.start);
  const splits = { titles, headings, begin, cuts: old.cuts.map((cut) => (cut > line ? cut + lines : cut)) };
  known.set(source, splits);
  return splits.cuts;
}

/** Whether the title of a section stands in the lines of a change, or that of a report in them or beside them: it may be another by it. */
function decides(source: SourceText, start: number, end: number): boolean {
  const [first, last] = [source.lineAt(start), source.lineAt(end)];
  const lines = (from: number, to: number): string => source.text.slice(Math.max(source.starts[from] ?? 0, start - NEAR), Math.min(source.ends[to] ?? source.text.length, end + NEAR));
  const own = lines(first, last);
  return lines(Math.max(0, first - 1), last + 1).includes(currentFormat.title.ending) || currentFormat.sections.some(({ title }) => own.includes(title));
}

function find(source: SourceText): Splits {
  const { text } = source;
  const ending = currentFormat.title.ending;
  const titles: number[] = [];
  let from = text.indexOf(ending);
  // One title, one report: nothing else has to be looked for.
  const several = from >= 0 && text.indexOf(ending, from + 1) >= 0;
  while (several && from >= 0) {
    const line = source.lineAt(from);
    const content = source.lineText(line).trim();
    const span = source.lineSpan(line);
    if (line > 0 && span.end - span.start <= LINE && content.length <= TITLE && content.endsWith(ending) && /[\d０-９]{4}/.test(content.replace(/\s/g, ''))) titles.push(source.starts[line] ?? 0);
    from = text.indexOf(ending, (source.ends[line] ?? from) + 1);
  }
  const headings = titles.length > 0 ? currentFormat.sections.map((section) => headingsLike(source, section.title)) : [];
  const begin = beginning(titles, headings, text.length);
  return { titles, headings, begin, cuts: [0, ...titles.filter((_, i) => begin[i]).map((at) => agencyLine(source, source.lineAt(at)))] };
}

/**
 * Which titles begin another report. A page header repeats the title as well, and a table of contents the sections: behind a title of
 * its own a report has sections again that stand, with text of some length, in the one before.
 */
function beginning(titles: readonly number[], headings: readonly (readonly number[])[], length: number): boolean[] {
  let previous = 0;
  return titles.map((at) => {
    const begins = headings.slice(0, 2).some((offsets) => hasOne(offsets, at, length)) && headings.filter((offsets) => hasOne(offsets, previous, at - CONTENTS) && hasOne(offsets, at, length)).length >= 3;
    if (begins) previous = at;
    return begins;
  });
}

/** Offsets of the lines that say little more than a section's title. */
function headingsLike(source: SourceText, title: string): number[] {
  const offsets: number[] = [];
  for (let at = source.text.indexOf(title); at >= 0; at = source.text.indexOf(title, at + 1)) {
    const { start, end } = source.lineSpan(source.lineAt(at));
    if (end - start <= LINE && source.text.slice(start, end).trim().length <= title.length + 16) offsets.push(at);
  }
  return offsets;
}

/** Whether a sorted list has an offset in `[start, end)`. */
function hasOne(offsets: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (offsets[low] ?? Infinity) < end;
}

/** The agency may stand on the line above the title. */
function agencyLine(source: SourceText, line: number): number {
  const written = source.lineText(line - 1);
  const above = written.trim();
  return line > 1 && written.length <= LINE && above.length > 1 && above.length <= 30 && !/[。，；：|\t]/.test(above) && !/^[\d０-９二]/.test(above) && /^[\d０-９]/.test(source.lineText(line).trim()) ? line - 1 : line;
}
