import type { FormatDeclaration, TopicDeclaration } from '../format/types';
import { fold } from '../text/fold';
import type { SourceText } from '../text/source';
import { matchNumeral } from './numerals';
import type { HeadingReading, ProseLine, SectionReading, TopicReading } from './types';

/**
 * Recognised sections from the headings. Headings that follow each other without a line between them and come again
 * later are a table of contents, not sections.
 */
export function buildSections(source: SourceText, format: FormatDeclaration, headings: readonly HeadingReading[], prose: readonly ProseLine[], end: number): SectionReading[] {
  const known = headings.filter((heading) => heading.section);
  let line = 0;
  return known.map((heading, i) => {
    const next = known[i + 1];
    const stop = next ? startOf(source, next) : end;
    const declaration = heading.section as NonNullable<HeadingReading['section']>;
    const start = startOf(source, heading);
    const body = { start: Math.min(stop, heading.span.end), end: stop };
    // Sections and prose are both in textual order: one pass over each.
    while (line < prose.length && (prose[line]?.span.start ?? 0) < body.start) line++;
    const first = line;
    while (line < prose.length && (prose[line]?.span.start ?? 0) < stop) line++;
    const lines = prose.slice(first, line);
    return { declaration, heading, span: { start, end: stop }, body, topics: readTopics(source, declaration.topics ?? [], lines) };
  });
}

/** Where a heading's section starts: with its line, unless other text stands before it on that line. */
function startOf(source: SourceText, heading: HeadingReading): number {
  const line = source.starts[heading.line] ?? heading.span.start;
  return /[\p{L}\p{N}]/u.test(source.text.slice(Math.max(line, heading.span.start - 200), heading.span.start).replace(/<[^>]*>|\[bookmark[^\]]*\]/g, '')) ? heading.span.start : line;
}

/** Headings without those of a table of contents. */
export function withoutContents(source: SourceText, headings: readonly HeadingReading[]): HeadingReading[] {
  const drop = new Set<HeadingReading>();
  const lastOf = new Map<string | undefined, number>();
  headings.forEach((heading, i) => lastOf.set(heading.section?.id, i));
  for (let i = 0; i < headings.length; i++) {
    let j = i;
    const seen = new Set([headings[i]?.section?.id]);
    while (j + 1 < headings.length && adjacent(source, headings[j], headings[j + 1]) && !seen.has(headings[j + 1]?.section?.id)) seen.add(headings[++j]?.section?.id);
    const run = headings.slice(i, j + 1);
    if (run.length >= 3 && run.every((heading) => !heading.section || (lastOf.get(heading.section.id) ?? 0) > j)) for (const heading of run) drop.add(heading);
    i = j;
  }
  return headings.filter((heading) => !drop.has(heading));
}

/**
 * Headings without the numbered lines inside a section: under 一、 the lines `1、基本情况`, `2.依申请公开政府信息情况` are no
 * sections. A line numbered like an item stays a section only when it says a section's title and none numbered 一、 says the same.
 */
export function withoutItems(headings: readonly HeadingReading[]): HeadingReading[] {
  const top = headings.filter((heading) => heading.numeral?.style === 'han');
  const first = top[0]?.line ?? Infinity;
  const named = new Set(top.flatMap(({ section }) => (section ? [section.id] : [])));
  return headings.filter(({ numeral, section, wording, line }) => numeral?.style !== 'digit' || line < first || (section !== undefined && (wording === 'canonical' || wording === 'accepted') && !named.has(section.id)));
}

/** A first section under a name of its own: 一、工作总体推进情况 above 二、主动公开政府信息情况 is the first one, whatever it is called. */
export function withFirst(format: FormatDeclaration, headings: readonly HeadingReading[]): HeadingReading[] {
  const [section] = format.sections;
  const [first, next] = headings;
  const own = section && first && !first.section && first.numeral?.style === 'han' && first.numeral.value === section.number && !headings.some((heading) => heading.section === section);
  // Without the second section behind it, it may be anything.
  return own && next?.section === format.sections[1] ? [{ ...first, section, wording: 'nonStandard' }, ...headings.slice(1)] : [...headings];
}

/** Nothing but blank lines between two headings. */
function adjacent(source: SourceText, a: HeadingReading | undefined, b: HeadingReading | undefined): boolean {
  if (!a || !b) return false;
  if (b.line - a.line > 6) return false;
  for (let line = a.line + 1; line < b.line; line++) if (source.lineText(line).trim() !== '') return false;
  return true;
}

const LABEL = /^(?:[#*\s　]*)(?:[一二三四五]是)?/;

/** The topics a section's lines open with: `（一）主动公开情况。…`, `1．…`, `一是…`, bold or plain. */
export function readTopics(source: SourceText, topics: readonly TopicDeclaration[], lines: readonly ProseLine[]): TopicReading[] {
  if (topics.length === 0) return [];
  const found: TopicReading[] = [];
  for (const { span, line } of lines) {
    const text = source.slice(span);
    const lead = LABEL.exec(text)?.[0].length ?? 0;
    const numeral = matchNumeral(source.text, span.start + lead, span.end);
    const at = numeral ? numeral.end - span.start : lead;
    const stop = labelEnd(text, at);
    if (stop - at > 30) continue;
    const label = fold(text.slice(at, stop));
    const marked = numeral !== undefined || lead > 0;
    const whole = topics.find((topic) => titlesOf(topic).has(label));
    const declaration = whole && (marked || stop === text.length || label.length <= 16) ? whole : marked || stop === text.length ? topics.find((topic) => topic.cores.some((core) => label.includes(core))) : undefined;
    if (declaration) found.push({ declaration, span: { start: span.start, end: span.start + stop }, line });
  }
  return found;
}

const titles = new WeakMap<TopicDeclaration, ReadonlySet<string>>();

/** Folded titles of a topic. */
function titlesOf(topic: TopicDeclaration): ReadonlySet<string> {
  let own = titles.get(topic);
  if (!own) titles.set(topic, (own = new Set([topic.title, ...topic.accepted].map(fold))));
  return own;
}

/** A topic's label ends at the first punctuation, or with the line. */
function labelEnd(text: string, from: number): number {
  for (let i = from; i < text.length && i < from + 40; i++) if ('。：:，,；;*'.includes(text.charAt(i))) return i;
  return text.length;
}
