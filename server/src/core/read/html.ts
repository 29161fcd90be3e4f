import { Parser } from 'htmlparser2';
import { isSpace, skipSpace, skipSpaceBack } from '../text/characters';
import type { SourceText } from '../text/source';
import { looksLikeValue } from './cells';
import { readHeading } from './headings';
import type { Labels } from './labels';
import type { Field, Unit } from './pieces';

export interface HtmlRegion {
  readonly firstLine: number;
  /** Inclusive. */
  readonly lastLine: number;
  readonly units: readonly Omit<Unit, 'grid'>[];
}

const OPEN = /<(?:table|tr)[\s>]/gi;
/** Tags open at once, beyond which it is no table any more: the parser's own work grows with their number. */
const DEEPEST = 2000;
const TOO_DEEP = new Error('tags nested too deep');
const CLOSE = /<\/table\s*>/gi;

/** Rows of every HTML table between two lines. Costs one search in a text without tables. */
export function htmlRegions(source: SourceText, labels: Labels, fromLine: number, toLine: number): HtmlRegion[] {
  const { text } = source;
  const end = source.ends[toLine - 1] ?? text.length;
  const regions: HtmlRegion[] = [];
  let at = source.starts[fromLine] ?? 0;
  if (!source.hasTags) return regions;
  for (;;) {
    OPEN.lastIndex = at;
    const open = OPEN.exec(text);
    if (!open || open.index >= end) return regions;
    CLOSE.lastIndex = open.index;
    const close = CLOSE.exec(text);
    const nextOpen = /^<table/i.test(open[0]) ? -1 : open.index;
    let stop = close && close.index < end ? close.index + close[0].length : nextOpen >= 0 ? lastRowEnd(text, open.index, end) : end;
    stop = Math.min(stop, nextHeading(source, labels, open.index, stop));
    const firstLine = source.lineAt(open.index);
    regions.push({ firstLine, lastLine: source.lineAt(Math.max(open.index, stop - 1)), units: readRows(source, labels, open.index, stop) });
    at = Math.max(stop, source.ends[source.lineAt(stop - 1)] ?? stop);
  }
}

function lastRowEnd(text: string, from: number, end: number): number {
  const close = text.lastIndexOf('</tr>', end);
  return close > from ? close + 5 : end;
}

/** A table whose end tag is lost ends at the next section heading. */
function nextHeading(source: SourceText, labels: Labels, from: number, to: number): number {
  const last = source.lineAt(to);
  for (let line = source.lineAt(from) + 1; line < last; line++) {
    const start = skipSpace(source.text, source.starts[line] ?? 0, source.ends[line] ?? 0);
    const end = skipSpaceBack(source.text, start, source.ends[line] ?? 0);
    if (end <= start || source.text.charCodeAt(start) === 0x3c) continue;
    if (readHeading(source.text, start, end, line, labels)?.section) return source.starts[line] ?? to;
  }
  return to;
}

/** The cells of each `<tr>`, spans of HTML included; cells merged from the row above are not repeated. */
function readRows(source: SourceText, labels: Labels, from: number, to: number): Omit<Unit, 'grid'>[] {
  const html = source.text.slice(from, to);
  const units: Omit<Unit, 'grid'>[] = [];
  let fields: Field[] | undefined;
  let cell: { open: number; text: string; start: number; end: number } | undefined;
  let depth = 0;
  const finishCell = (closeAt: number): void => {
    if (!cell || !fields) return;
    const { text } = cell;
    const blank = cell.start < 0 || [...text].every((c) => isSpace(c.charCodeAt(0)));
    // A blank cell is the place of its `&nbsp;` or space, else the point between its innermost tags.
    const span = blank
      ? cell.start >= 0
        ? { start: from + cell.start, end: from + cell.end }
        : { start: from + Math.min(cell.open, closeAt), end: from + Math.min(cell.open, closeAt) }
      : { start: from + cell.start, end: from + cell.end };
    const content = blank ? '' : trim(text);
    const isValue = content !== '' && looksLikeValue(content);
    fields.push({ span, text: content, line: source.lineAt(span.start), isValue, ...(isValue || content === '' ? {} : { meaning: labels.meaning(content) }) });
    cell = undefined;
  };
  const finishRow = (closeAt: number): void => {
    finishCell(closeAt);
    const first = fields?.[0];
    const last = fields?.at(-1);
    if (fields && first && last) units.push({ kind: 'unit', layout: 'html', fields, firstLine: source.lineAt(first.span.start), lastLine: source.lineAt(last.span.end) });
    fields = undefined;
  };
  const parser: Parser = new Parser(
    {
      onopentag(name) {
        if (++depth > DEEPEST) throw TOO_DEEP;
        if (name === 'tr') {
          finishRow(parser.startIndex);
          fields = [];
        } else if ((name === 'td' || name === 'th') && fields) {
          finishCell(parser.startIndex);
          cell = { open: parser.endIndex + 1, text: '', start: -1, end: -1 };
        } else if (cell && cell.start < 0 && name !== 'br') cell.open = parser.endIndex + 1;
      },
      ontext(data) {
        if (!cell) return;
        const space = [...data].every((c) => isSpace(c.charCodeAt(0)));
        // Line breaks and indentation between tags are not content; `&nbsp;` is a written blank.
        if (space && cell.start < 0 && html.charAt(parser.startIndex) !== '&') return;
        if (space && cell.start >= 0 && cell.text.trim() !== '') {
          cell.text += data;
          return;
        }
        if (cell.start < 0 || cell.text.trim() === '') cell.start = parser.startIndex + (space ? 0 : leading(data));
        cell.text += data;
        cell.end = parser.endIndex + 1 - (space ? 0 : trailing(html, parser.startIndex, parser.endIndex + 1));
      },
      onclosetag(name) {
        depth--;
        if (name === 'td' || name === 'th') finishCell(parser.startIndex);
        else if (name === 'tr') finishRow(parser.startIndex);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  );
  try {
    parser.write(html);
    parser.end();
  } catch (error) {
    if (error !== TOO_DEEP) throw error;
  }
  finishRow(html.length);
  return units;
}

const trim = (text: string): string => text.slice(skipSpace(text, 0, text.length), skipSpaceBack(text, 0, text.length));
const leading = (text: string): number => skipSpace(text, 0, text.length);
const trailing = (html: string, start: number, end: number): number => end - skipSpaceBack(html, start, end);
