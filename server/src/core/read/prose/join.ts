import { isSpace } from '../../text/characters';
import type { Span } from '../../text/span';
import type { ProseLine, ReportReading } from '../types';
import type { ParagraphReading } from './types';

/** The prose as one text for reading, with the way back to the raw offsets. */
export interface JoinedProse {
  readonly text: string;
  /** Raw offset of each character of `text`. */
  readonly offsets: Int32Array;
  readonly paragraphs: readonly ParagraphReading[];
  rawSpan(from: number, to: number): Span;
  /** Code unit of the draft at a character of `text`: tells `，` from `,`. */
  rawCode(at: number): number;
}

/** A shorter line that just ends is a heading or an item, not a sentence cut by the width of a page. */
const WRAPPED = 15;
const STOPS = new Set([...'。！？!?'].map((c) => c.charCodeAt(0)));
/** Behind these a sentence goes on, wherever the line breaks. */
const GOES_ON = new Set([...'：:；;，,、（('].map((c) => c.charCodeAt(0)));

/**
 * Puts lines of prose together: half-width, without space, emphasis marks and tags. A sentence cut by a page break or
 * a fixed line width goes on; a paragraph's end is `\n`. @param report offsets are those of its source.
 */
export function joinProse(report: ReportReading): JoinedProse {
  const raw = report.source.text;
  let room = 0;
  for (const line of report.prose) room += line.span.end - line.span.start + 1;
  const codes = new Uint16Array(room);
  const offsets = new Int32Array(room);
  const paragraphs: ParagraphReading[] = [];
  let length = 0;
  let from = 0;
  let previous: ProseLine | undefined;
  for (const line of report.prose) {
    // The title is no sentence, and must not become the beginning of one.
    if (report.title && line.span.start < report.title.span.end && line.span.end > report.title.span.start) continue;
    if (isPageNumber(raw, line.span)) continue;
    if (previous && !(previous.section === line.section && goesOn(raw, previous, line))) {
      codes[length] = 10;
      offsets[length++] = previous.span.end;
      if (paragraphEnds(raw, previous, line)) {
        paragraphs.push({ from, to: length, ...(previous.section === undefined ? {} : { section: previous.section }) });
        from = length;
      }
    }
    const { start, end } = line.span;
    for (let i = start; i < end; i++) {
      const code = raw.charCodeAt(i);
      if (code > 0x3000 && code < 0xff00) {
        codes[length] = code;
        offsets[length++] = i;
        continue;
      }
      if (code === 0x3c) {
        const close = tagEnd(raw, i, end);
        if (close > i) {
          i = close;
          continue;
        }
      }
      if (code === 0x2a || code === 0x23 || code === 0x60 || isSpace(code)) continue;
      codes[length] = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
      offsets[length++] = i;
    }
    previous = line;
  }
  if (length > from) paragraphs.push({ from, to: length, ...(previous?.section === undefined ? {} : { section: previous.section }) });
  const rawSpan = (a: number, b: number): Span => (b > a ? { start: offsets[a] ?? 0, end: (offsets[b - 1] ?? 0) + 1 } : { start: offsets[a] ?? 0, end: offsets[a] ?? 0 });
  return { text: decode(codes, length), offsets, paragraphs, rawSpan, rawCode: (at) => raw.charCodeAt(offsets[at] ?? 0) };
}

function decode(codes: Uint16Array, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += 8192) text += String.fromCharCode.apply(null, codes.subarray(i, Math.min(length, i + 8192)) as unknown as number[]);
  return text;
}

/** Whether the sentence at the end of `a` clearly goes on in `b`. */
function goesOn(raw: string, a: ProseLine, b: ProseLine): boolean {
  const last = raw.charCodeAt(a.span.end - 1);
  if (STOPS.has(last)) return false;
  for (let i = a.span.end; i < b.span.start; i++) {
    // Something else stands between (a table, a heading, a comment); page numbers and blank lines do not matter.
    const code = raw.charCodeAt(i);
    if (!isSpace(code) && !isPageMark(code)) return false;
  }
  if (GOES_ON.has(last)) return true;
  return a.span.end - a.span.start >= WRAPPED && !beginsItem(raw, b.span);
}

/** A new paragraph of the draft, as opposed to the next item of a list. */
function paragraphEnds(raw: string, a: ProseLine, b: ProseLine): boolean {
  if (a.section !== b.section) return true;
  for (let i = a.span.end; i < b.span.start; i++) {
    const code = raw.charCodeAt(i);
    if (!isSpace(code) && !isPageMark(code)) return true;
  }
  return !beginsItem(raw, b.span) && a.span.end - a.span.start >= WRAPPED && b.span.end - b.span.start >= WRAPPED;
}

const HAN_NUMERALS = '一二三四五六七八九十';

/** `（一）`, `1.`, `①`, `一是`, `一、`, `-`, `第一，`: the line begins something of its own. */
function beginsItem(raw: string, span: Span): boolean {
  const first = raw.charAt(span.start);
  const second = raw.charAt(span.start + 1);
  // A remark in brackets may begin a line that a page's width cut; （一） begins an item.
  if (first === '（' || first === '(') return /^[（(]\s*[一二三四五六七八九十\d０-９]{1,3}\s*[)）]/.test(raw.slice(span.start, Math.min(span.end, span.start + 8)));
  if ('【[-•·●■◆—*>#'.includes(first)) return true;
  if (first >= '①' && first <= '⑳') return true;
  if (HAN_NUMERALS.includes(first)) return '、是.．'.includes(second) || HAN_NUMERALS.includes(second);
  if (first === '第') return HAN_NUMERALS.includes(second);
  if (first >= '0' && first <= '9') {
    const mark = second >= '0' && second <= '9' ? raw.charAt(span.start + 2) : second;
    return '、.．)）'.includes(mark) && mark !== '';
  }
  return false;
}

const isPageMark = (code: number): boolean => (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2014 || code === 0x2013;

/** `- 4 -`, `— 3 —`, `12`, `第3页`: nothing of the text. */
function isPageNumber(raw: string, span: Span): boolean {
  if (span.end - span.start > 14) return false;
  let digits = 0;
  for (let i = span.start; i < span.end; i++) {
    const code = raw.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits++;
    else if (!isPageMark(code) && !isSpace(code) && !'第页共/'.includes(raw.charAt(i))) return false;
  }
  return digits > 0;
}

/** Offset of the `>` of a tag or an address in angle brackets; -1 when the `<` is none. */
function tagEnd(raw: string, at: number, end: number): number {
  const next = raw.charCodeAt(at + 1);
  const letter = (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7a;
  if (!letter && next !== 0x2f && next !== 0x21) return -1;
  const close = raw.indexOf('>', at);
  return close > at && close < end && close - at < 300 ? close : -1;
}
