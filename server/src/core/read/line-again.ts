import { simplify } from '../text/fold';
import type { Change } from '../text/change';
import type { SourceText } from '../text/source';
import { formatIsSaid, noteFormatIsSaid, signalWords } from './format';
import { labelsOf } from './labels';
import { MovedTable, mover } from './moved';
import { readTopics } from './sections';
import { shapeOfWritten, type LineShape } from './shape';
import { neverTitle, readTitle } from './title';
import type { HeadingReading, ProseLine, ReportReading, SectionReading, TitleReading } from './types';

/** Words that tell a format are not longer than this: further off, none can come or go. */
const NEAR = 64;

/**
 * A report in whose text only the words of one line of prose have changed: everything else is where it was, or has moved. The
 * answer is what reading it would give; `undefined` where that is not certain.
 * @param from first line of the report, @param to behind its last; the change makes no more or fewer lines
 */
export function lineAgain(before: ReportReading, source: SourceText, change: Change, from: number, to: number): ReportReading | undefined {
  const old = before.source;
  const line = old.lineAt(change.start);
  if (change.oldEnd > (old.ends[line] ?? 0) || old.lineCount !== source.lineCount || /[\r\n]/.test(source.text.slice(change.start, change.newEnd))) return undefined;
  const index = proseIndex(before.prose, line);
  const own = before.prose[index];
  if (!own || own.line !== line || before.prose[index + 1]?.line === line || before.headings.some((heading) => heading.line === line)) return undefined;
  if (before.tables.some(({ span }) => span.start <= change.oldEnd && change.start <= span.end)) return undefined;
  if (decides(near(old, line, change.start, change.oldEnd)) || decides(near(source, line, change.start, change.newEnd)) || !formatIsSaid(before)) return undefined;
  const labels = labelsOf(before.format);
  const [shape, written] = [shapeOfWritten(old.lineText(line), labels), shapeOfWritten(source.lineText(line), labels)];
  // Whether lines behind tabs are cells or rows is told by how many of the lines around are long.
  if (!isPlain(shape) || !isPlain(written) || shape.text.length > LONG !== written.text.length > LONG || mayBeJoined(before, index, line)) return undefined;
  const move = mover(change);
  const first = before.headings.find((heading) => heading.section)?.line ?? to;
  const title = before.title && { ...before.title, span: move.span(before.title.span), ...(before.title.year ? { year: { ...before.title.year, span: move.span(before.title.year.span) } } : {}) };
  if (line < first && !(neverTitle(old, line) && neverTitle(source, line)) && !sameTitle(title, readTitle(source, from, first, before.format))) return undefined;
  const offset = source.starts[line] ?? 0;
  const changed: ProseLine = { ...own, span: { start: offset + written.prose.start, end: offset + written.prose.end } };
  const prose = before.prose.map((each, i) => (i < index ? each : i === index ? changed : { ...each, span: move.span(each.span) }));
  const headings = new Map(before.headings.map((heading) => [heading, move.heading(heading)]));
  const reading: ReportReading = {
    source,
    span: move.around(before.span),
    format: before.format,
    ...(title ? { title } : {}),
    headings: [...headings.values()],
    sections: before.sections.map((section) => sectionAgain(section, headings.get(section.heading) ?? move.heading(section.heading), move, source, changed)),
    tables: before.tables.map((table) => MovedTable.of(table, move.by(table.span.start))),
    prose,
  };
  noteFormatIsSaid(reading);
  return reading;
}

/** See `isIndentedRegion`. */
const LONG = 60;

/** Index of the last line of prose that is not behind a line. */
function proseIndex(prose: readonly ProseLine[], line: number): number {
  let [low, high] = [0, prose.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((prose[middle]?.line ?? Infinity) <= line) low = middle;
    else high = middle - 1;
  }
  // Of several pieces of one line, the first: then the line is not plain.
  while (low > 0 && prose[low - 1]?.line === line) low--;
  return low;
}

const near = (source: SourceText, line: number, start: number, end: number): string => source.text.slice(Math.max(source.starts[line] ?? 0, start - NEAR), Math.min(source.ends[line] ?? end, end + NEAR));

let decisive: readonly string[] | undefined;

/** Whether words stand here that tell which format the report has, or that it is to be read in simplified characters. */
function decides(text: string): boolean {
  decisive ??= ['開', '報', ...signalWords()];
  const plain = simplify(text);
  return decisive.some((word) => text.includes(word) || plain.includes(word));
}

/** A line that is prose whatever stands around it, and without signs that reach over several lines. */
function isPlain(shape: LineShape): boolean {
  if (shape.blank || shape.noise || shape.hasTab || shape.hasPipe || shape.text.includes('<') || shape.text.includes('>')) return false;
  return !shape.heading && !shape.headingAboveTable && !shape.value && shape.numbers.length === 0 && !shape.spaced(true) && !shape.spaced(false) && shape.inline.length === 0;
}

/** The line may go on with a cell above it, which is no line of prose. */
function mayBeJoined({ source, prose, headings }: ReportReading, index: number, line: number): boolean {
  if (line === 0 || prose[index - 1]?.line === line - 1 || headings.some((heading) => heading.line === line - 1)) return false;
  const above = source.lineText(line - 1);
  return above.includes('\t') || above.trim() !== '';
}

const sameTitle = (a: TitleReading | undefined, b: TitleReading | undefined): boolean =>
  a === undefined || b === undefined
    ? a === b
    : a.span.start === b.span.start && a.span.end === b.span.end && a.agency === b.agency && a.wording === b.wording && a.year?.value === b.year?.value && a.year?.span.start === b.year?.span.start && a.year?.span.end === b.year?.span.end;

function sectionAgain(section: SectionReading, heading: HeadingReading, move: ReturnType<typeof mover>, source: SourceText, changed: ProseLine): SectionReading {
  const { declaration } = section;
  const span = move.around(section.span);
  const body = { start: move.span(section.body).start, end: span.end };
  let topics = section.topics.map((topic) => (topic.line === changed.line ? topic : { ...topic, span: move.span(topic.span) }));
  if (body.start <= changed.span.start && changed.span.start < span.end && declaration.topics) {
    const own = readTopics(source, declaration.topics, [changed]);
    topics = [...topics.filter(({ line }) => line < changed.line), ...own, ...topics.filter(({ line }) => line > changed.line)];
  }
  return { declaration, heading, span, body, topics };
}
