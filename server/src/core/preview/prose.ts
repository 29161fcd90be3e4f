import { escapeHtml } from '../fixes/table-text';
import { readProse } from '../read/prose';
import type { ProseLine, ReportReading } from '../read/types';
import type { Span } from '../text/span';
import { place, type Marks } from './marks';

/** Signs a line of Markdown opens with that are no text. */
const OPENING = /^(?:#{1,6}|>|[-*+](?=\s))\s*/;

/** A line of its own that is numbered, short and no sentence: `（一）主动公开情况`. */
const SUB_HEADING = /^(?:#{1,6}\s*|\*\*)*[（(][一二三四五六七八九十]+[)）][^。；;，,！？!?]{1,24}\**$/;

/** Paragraphs as they are meant: lines that a page's width cut are put together, page numbers left out. */
export function paragraphs(reading: ReportReading): readonly (readonly ProseLine[])[] {
  const prose = readProse(reading);
  const groups: ProseLine[][] = [];
  let from = 0;
  let next = 0;
  for (const chunk of prose.text.split('\n')) {
    const to = from + chunk.length;
    if (to > from) {
      const span = prose.rawSpan(from, to);
      const lines: ProseLine[] = [];
      for (let line = reading.prose[next]; line && line.span.start < span.end; line = reading.prose[++next]) if (line.span.end > span.start) lines.push(line);
      if (lines.length > 0) groups.push(lines);
    }
    from = to + 1;
  }
  return groups;
}

/** A paragraph, or a sub-heading that stands alone. */
export function paragraphHtml({ source }: ReportReading, lines: readonly ProseLine[], marks: Marks): string {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return '';
  const raw = source.slice(first.span);
  const tag = lines.length === 1 && SUB_HEADING.test(raw) ? 'h3' : 'p';
  const pieces = lines.map(({ span }, i) => {
    const open = OPENING.exec(source.slice(span))?.[0].length ?? 0;
    const shown: Span = { start: span.start + open, end: span.end };
    const html = marks.text(source.text, shown, plain);
    // Words in Latin letters that a line's end held apart stay apart.
    const apart = i > 0 && /[\w,.]$/.test(source.slice(lines[i - 1]?.span ?? shown)) && /^\w/.test(source.slice(shown)) && !/^\d/.test(source.slice(shown));
    return `${apart ? ' ' : ''}${html}`;
  });
  return `<${tag} data-line="${first.line}"${place({ start: first.span.start, end: last.span.end })}>${pieces.join('')}</${tag}>`;
}

/** Strong words stay so, other marks of emphasis go; what looks like a tag is shown as it was written. */
const plain = (piece: string): string => escapeHtml(piece).replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>').replace(/\*{1,3}|__/g, '');
