import { joinProse } from '../read/prose/join';
import { matchNumeral } from '../read/numerals';
import type { ReportReading } from '../read/types';
import { isSubHeading } from './marks';

/** A line this much shorter than the longest one of its paragraph ended because its writer wanted it to. */
const SHORT = 0.6;

/**
 * The prose of a section as its sentences go: lines cut by the width of a page or by a page break are one again, page
 * numbers are gone, marks and tags too. The title is left out. @param section id of the section; `undefined` for the preamble.
 */
export function paragraphsOf(reading: ReportReading, section: string | undefined): readonly string[] {
  const { source } = reading;
  const { text, offsets } = joinProse(reading);
  const sections = new Map(reading.prose.map((line) => [source.lineAt(line.span.start), line.section]));
  const paragraphs: string[] = [];
  for (let from = 0, to: number; from < text.length; from = to + 1) {
    to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    const spans = new Map<number, { readonly start: number; end: number }>();
    for (let i = from; i < to; i++) {
      const offset = offsets[i] ?? 0;
      const line = source.lineAt(offset);
      const span = spans.get(line);
      if (span) span.end = offset + 1;
      else spans.set(line, { start: offset, end: offset + 1 });
    }
    const [first] = spans.keys();
    if (first !== undefined && sections.get(first) === section) paragraphs.push(...parts([...spans.values()].map((span) => plain(source.slice(span)))));
  }
  return paragraphs;
}

/** Lines of one paragraph put together, but for sub-headings that stand on lines of their own. */
function parts(lines: readonly string[]): string[] {
  const longest = Math.max(...lines.map((line) => line.length));
  const found: string[] = [];
  let open = false;
  for (const line of lines) {
    const numeral = matchNumeral(line, 0, line.length)?.end ?? 0;
    const heading = numeral > 0 && line.length < longest * SHORT && isSubHeading(line.slice(numeral));
    if (open && !heading) found[found.length - 1] += line;
    else found.push(line);
    open = !heading;
  }
  return found;
}

const plain = (text: string): string => text.replace(/^[#>*\s\u3000]+/, '').replace(/\*\*|<[^>]{0,200}>|\[bookmark:[^\]]*\]/g, '');
