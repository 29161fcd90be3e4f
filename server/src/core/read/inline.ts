import { skipSpace, skipSpaceBack } from '../text/characters';
import { readHeading } from './headings';
import type { Labels } from './labels';
import type { HeadingReading } from './types';

/** A stretch of a line: prose, or a heading that stands inside it. Offsets are relative to the line. */
export interface InlinePart {
  readonly start: number;
  readonly end: number;
  readonly heading?: HeadingReading;
}

const MARKER = /(?:^|[\s\u3000。；;])(?:[一二三四五六]\s*[、.．]|[（(][一二三四五六七八九][)）])/g;

/**
 * Finds section headings and topics inside a line of running text (`… 一、总体情况 (一)主动公开情况。 2024年…`), as some
 * pages come out when their line breaks are lost. A heading must stand between spaces, so that a list of sections in a
 * sentence is none. Answers with no parts when the line is one paragraph.
 */
export function splitInline(text: string, start: number, end: number, labels: Labels): InlinePart[] {
  const cuts: { at: number; heading?: HeadingReading }[] = [];
  const content = text.slice(start, end);
  for (const match of content.matchAll(MARKER)) {
    const at = skipSpace(text, start + match.index + (/^[。；;]/.test(match[0]) ? 1 : 0), end);
    if (text.charAt(at) === '（' || text.charAt(at) === '(') {
      if (at > start) cuts.push({ at });
      continue;
    }
    // `…；六、其他需要报告的事项。` ends a list of the sections.
    if (/^[；;]/.test(match[0])) continue;
    let stop = at;
    while (stop < end && !/[\s\u3000]/.test(text.charAt(stop)) && stop - at < 40) stop++;
    // `一、 总体情况`: the title may stand behind a space of its own.
    if (stop - at <= 2) {
      stop = skipSpace(text, stop, end);
      while (stop < end && !/[\s\u3000]/.test(text.charAt(stop)) && stop - at < 40) stop++;
    }
    const heading = stop > at && (stop < end || at > start) ? readHeading(text, at, stop, 0, labels) : undefined;
    if (heading?.section && (heading.wording === 'canonical' || heading.wording === 'accepted')) cuts.push({ at, heading });
  }
  if (!cuts.some((cut) => cut.heading) && cuts.length < 2) return [];
  const parts: InlinePart[] = [];
  let from = start;
  const prose = (to: number): void => {
    const first = skipSpace(text, from, to);
    const last = skipSpaceBack(text, first, to);
    if (last > first) parts.push({ start: first, end: last });
  };
  for (const { at, heading } of cuts) {
    if (at < from) continue;
    prose(at);
    from = at;
    if (heading) {
      parts.push({ start: at, end: heading.span.end, heading });
      from = heading.span.end;
    }
  }
  prose(end);
  return parts;
}
