import { labelsOf } from '../../read/labels';
import { shapeOf } from '../../read/shape';
import type { Report } from '../../report/report';
import type { Span } from '../../text/span';
import type { WrittenRow } from '../written/rows';

export interface Place {
  /** What the new table takes the place of. */
  readonly span: Span;
  /** What each of its lines begins with: quotation marks, or the indent of a list. */
  readonly prefix: string;
  readonly blankBefore: boolean;
  readonly blankBehind: boolean;
}

const QUOTE = /^\s*>[\s>]*/;
/** Bars left over from merged cells, rows of dashes, lone tabs. */
const FILLER = /^[\s>|｜:-]*$/;

/** Where a table's text begins and ends; `undefined` when it holds lines of another kind, or lies in a code fence. */
export function placeOf(report: Report, rows: readonly WrittenRow[]): Place | undefined {
  const { source } = report.reading;
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last || rows.some((row, i) => i > 0 && row.span.start < (rows[i - 1]?.span.end ?? 0))) return undefined;
  const html = rows.some((row) => row.layout === 'html');
  if (html && rows.some((row) => row.layout !== 'html')) return undefined;
  let [from, to] = [source.lineAt(first.span.start), source.lineAt(last.span.end)];
  if (inFence(report, from)) return undefined;
  if (html) return htmlPlace(report, first.span.start, last.span.end);
  const bars = (line: number): boolean => /^[\s|｜:-]*[|｜\t][\s|｜:-]*$/.test(source.lineText(line)) && source.lineText(line).trim() !== '';
  while (from > 0 && bars(from - 1)) from--;
  while (to + 1 < source.lineCount && bars(to + 1)) to++;
  if (!allOwn(report, rows, from, to)) return undefined;
  const lines = Array.from({ length: to - from + 1 }, (_, i) => source.lineText(from + i)).filter((line) => line.trim() !== '');
  const quote = QUOTE.exec(lines[0] ?? '')?.[0] ?? '';
  if (lines.some((line) => (QUOTE.exec(line)?.[0] ?? '').trim() !== quote.trim())) return undefined;
  const indent = /^ */.exec(lines[0] ?? '')?.[0] ?? '';
  const listed = first.layout === 'pipe' && quote === '' && indent !== '' && lines.every((line) => line.startsWith(indent));
  return {
    span: { start: source.lineSpan(from).start, end: source.lineSpan(to).end },
    prefix: quote === '' ? (listed ? indent : '') : `${quote.trimEnd()} `,
    blankBefore: from > 0 && source.lineText(from - 1).replace(QUOTE, '').trim() !== '',
    blankBehind: to + 1 < source.lineCount && source.lineText(to + 1).replace(QUOTE, '').trim() !== '',
  };
}

function inFence(report: Report, line: number): boolean {
  let open = '';
  for (let i = 0; i < line; i++) {
    const mark = /^\s{0,3}(```|~~~)/.exec(report.reading.source.lineText(i))?.[1];
    if (mark) open = open === '' ? mark : open === mark ? '' : open;
  }
  return open !== '';
}

/** Whether every line is one of the table's rows, blank, filler or a page number. */
function allOwn(report: Report, rows: readonly WrittenRow[], from: number, to: number): boolean {
  const { source, format } = report.reading;
  const own = new Set<number>();
  for (const { span } of rows) for (let line = source.lineAt(span.start); line <= source.lineAt(span.end); line++) own.add(line);
  for (let line = from; line <= to; line++) {
    const text = source.lineText(line);
    if (own.has(line) || FILLER.test(text)) continue;
    if (/^\s*(?:```|~~~)/.test(text) || !shapeOf(text, labelsOf(format)).noise) return false;
  }
  return true;
}

/** An HTML table with its own tags. What else stands on its lines stays there. */
function htmlPlace(report: Report, start: number, end: number): Place | undefined {
  const { text } = report.reading.source;
  const lower = text.toLowerCase();
  const open = lower.lastIndexOf('<table', start);
  const begin = open >= 0 && !lower.slice(open, start).includes('</table') ? open : start;
  const close = /^(?:\s|<\/t(?:body|foot)\s*>)*<\/table\s*>/i.exec(text.slice(end));
  const stop = end + (close?.[0].length ?? 0);
  // Between the rows there is nothing but tags and space.
  if (/<!--|<caption/i.test(text.slice(begin, stop))) return undefined;
  const before = /[^\n\r]*$/.exec(text.slice(0, begin))?.[0] ?? '';
  const behind = /^[^\n\r]*/.exec(text.slice(stop))?.[0] ?? '';
  if (before.trim() !== '' || behind.trim() !== '') return undefined;
  const { source } = report.reading;
  const [from, to] = [source.lineAt(begin), source.lineAt(stop)];
  return {
    span: { start: begin - before.length, end: stop + behind.length },
    prefix: '',
    blankBefore: from > 0 && source.lineText(from - 1).trim() !== '',
    blankBehind: to + 1 < source.lineCount && source.lineText(to + 1).trim() !== '',
  };
}
