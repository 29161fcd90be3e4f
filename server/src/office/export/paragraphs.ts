import { paragraphs } from '../../core/preview/prose';
import { matchNumeral } from '../../core/read/numerals';
import type { ProseLine, ReportReading } from '../../core/read/types';
import { isSubHeading } from '../../core/writing/marks';
import type { Cleaner } from './clean';
import { inline, type Run } from './inline';
import type { Block } from './model';
import type { Placed } from './units';

/** Signs a line of Markdown opens with that are no text. */
const OPENING = /^(?:(#{1,6})(?=[\s\u3000]|[一二三四五六七八九十（(])|>|[-*+](?=\s))[\s>]*/;

/** A line this much shorter than the longest of the report ended because its writer wanted it to. */
const SHORT = 0.6;

interface Line {
  readonly at: number;
  readonly runs: readonly Run[];
  readonly text: string;
  /** Marked as a heading in Markdown. */
  readonly marked: boolean;
  /** The line ends here, whatever its length. */
  readonly ends: boolean;
}

/** The prose of a report as headings of parts and paragraphs; lines that the width of a page cut are one. */
export function paragraphBlocks(reading: ReportReading, clean: Cleaner): Placed[] {
  const { source } = reading;
  const breaks = breaksMeant(reading);
  const placed: Placed[] = [];
  const longest = reading.prose.reduce((most, { span }) => Math.max(most, span.end - span.start), 0);
  for (const group of paragraphs(reading)) {
    const lines = group.flatMap((line) => linesOf(line));
    let open: Line[] = [];
    const close = (): void => {
      const [first] = open;
      if (first) placed.push({ at: first.at, block: paragraphOf(joined(open)) });
      open = [];
    };
    for (const line of lines) {
      if (isHeading(line) && (lines.length === 1 || line.ends || line.marked || line.text.length < longest * SHORT)) {
        close();
        placed.push({ at: line.at, block: { kind: 'heading', level: 2, text: line.text } });
        continue;
      }
      // `改进措施如下：` and the items behind it.
      if (/[：:；;]$/.test(open.at(-1)?.text ?? '') && matchNumeral(line.text, 0, line.text.length)) close();
      open.push(line);
      if (line.ends) close();
    }
    close();
  }
  return placed;

  /** The pieces of a raw line, which a `<br>` or the end of a block cuts. */
  function linesOf({ span }: ProseLine): Line[] {
    const raw = clean.text(span);
    const opening = OPENING.exec(raw);
    const hard = breaks(span.end);
    const shown = raw.slice(opening?.[0].length ?? 0);
    const pieces = split(inline(hard ? shown.replace(/\\$/, '') : shown));
    return pieces.map((runs, i) => ({ at: span.start, runs, text: textOf(runs), marked: opening?.[1] !== undefined, ends: hard || i < pieces.length - 1 })).filter(({ text }) => text !== '');
  }

  /** `（一）主动公开情况`: a heading of a part, not the beginning of its text. */
  function isHeading({ text, marked }: Line): boolean {
    const numeral = matchNumeral(text, 0, text.length);
    return marked ? text.length <= 60 && !/[。；;]./.test(text) : numeral?.numeral.style === 'parenthesised' && isSubHeading(text.slice(numeral.end).replace(/[。.]$/, '')) && numeral.end < text.length;
  }

  /** Two spaces or a backslash at the end of a line of Markdown; not where most lines end so. */
  function breaksMeant({ prose }: ReportReading): (end: number) => boolean {
    const spaced = (end: number): boolean => /^ {2}(?:\r|\n|$)/.test(source.text.slice(end, end + 3));
    const many = prose.filter(({ span }) => spaced(span.end)).length * 2 > prose.length;
    return (end) => (!many && spaced(end)) || /^\\[\r\n]/.test(source.text.slice(end - 1, end + 1));
  }
}

/** A paragraph, the heading of a part in front of it told apart. */
function paragraphOf(runs: readonly Run[]): Block {
  const text = textOf(runs);
  const lead = leadOf(text);
  if (lead === 0) return { kind: 'paragraph', runs };
  return { kind: 'paragraph', lead: text.slice(0, lead), runs: behind(runs, lead) };
}

/** Length of `（一）主动公开情况。` in front of a text; 0 where there is none. */
function leadOf(text: string): number {
  const numeral = matchNumeral(text, 0, text.length);
  if (numeral?.numeral.style !== 'parenthesised') return 0;
  const stop = text.indexOf('。', numeral.end);
  if (stop >= 0 && stop + 1 < text.length && stop > numeral.end && isSubHeading(text.slice(numeral.end, stop))) return stop + 1;
  const gap = /^[^\s\u3000]{2,24}(?=[ \u3000]+[^\s\u3000]{8})/.exec(text.slice(numeral.end))?.[0];
  return gap !== undefined && isSubHeading(gap) && !/[。、]/.test(gap) ? numeral.end + gap.length : 0;
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('').trim();

/** Runs without the first `length` characters of their trimmed text. */
function behind(runs: readonly Run[], length: number): Run[] {
  let left = length;
  return trimmed(runs).flatMap((run) => {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** Runs without space at both ends. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept = runs.map((run) => ({ ...run }));
  for (let run = kept[0]; run && (run.text = run.text.trimStart()) === ''; run = kept[0]) kept.shift();
  for (let run = kept.at(-1); run && (run.text = run.text.trimEnd()) === ''; run = kept.at(-1)) kept.pop();
  return kept;
}

/** Runs cut at line breaks. */
function split(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, i) => {
      if (i > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines.map(trimmed);
}

/** Lines put together. Words in Latin letters that a line's end held apart stay apart. */
function joined(lines: readonly Line[]): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    const apart = last && /[A-Za-z,.]$/.test(last.text) && /^[A-Za-z]/.test(line.text);
    line.runs.forEach((run, i) => {
      const text = apart && i === 0 ? ` ${run.text}` : run.text;
      const before = runs.at(-1);
      if (before && before.bold === run.bold) runs[runs.length - 1] = { ...before, text: before.text + text };
      else runs.push({ ...run, text });
    });
  }
  return runs;
}
