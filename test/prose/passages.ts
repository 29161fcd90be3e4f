import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import type { Span } from '../../server/src/core/text/span';

/**
 * Passages: pieces of prose with the expectation beside the text, each put into a faultless report. The format is
 * described in `README.md` of this folder.
 */
export interface Passage {
  /** Path of the file below `test/prose`, and 1-based line of the `===` line. */
  readonly file: string;
  readonly line: number;
  readonly name: string;
  /** The whole report, marks taken out. */
  readonly text: string;
  readonly expected: readonly Expected[];
  /** Codes the file speaks of; findings of other codes are not looked at. Empty: all codes. */
  readonly only: ReadonlySet<string>;
}

/** A finding a mark asks for. */
export interface Expected {
  readonly code: string;
  readonly severity?: string;
  readonly span: Span;
}

const BASE_YEAR = '2024';
const BASE_AGENCY = '青禾县柳溪镇';
const base = readFileSync(new URL('../docs/complete-report.md', import.meta.url), 'utf8');
const OPTIONS = ['in', 'year', 'agency'];

/** Every passage of every `*.txt` below `test/prose` (or below `folder` in it). @throws Error on a malformed file. */
export function readPassages(folder = ''): Passage[] {
  const root = new URL(`./${folder}`, import.meta.url);
  return globSync(['**/*.txt'], { cwd: root.pathname }).sort().flatMap((name) => parsePassages(`${folder}${name}`, readFileSync(new URL(name, `${root.href.replace(/\/?$/, '/')}`), 'utf8')));
}

export function parsePassages(file: string, content: string): Passage[] {
  const passages: Passage[] = [];
  let only: ReadonlySet<string> = new Set();
  let head: { name: string; options: Map<string, string>; line: number } | undefined;
  let lines: string[] = [];
  const finish = (): void => {
    if (head) passages.push(passage(file, head, lines, only));
    lines = [];
  };
  content.split('\n').forEach((line, i) => {
    if (line.startsWith('=== ')) {
      finish();
      const words = line.slice(4).split(' ');
      const options = new Map(words.filter((word) => word.includes('=')).map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]));
      for (const option of options.keys()) if (!OPTIONS.includes(option)) throw new Error(`${file}:${i + 1}: unknown option ${option}`);
      head = { name: words.filter((word) => !word.includes('=')).join(' '), options, line: i + 1 };
    } else if (head) lines.push(line);
    else if (line.startsWith('only: ')) only = new Set(line.slice(6).split(/[,\s]+/).filter((code) => code !== ''));
    else if (line.trim() !== '' && !line.startsWith('#')) throw new Error(`${file}:${i + 1}: text before the first ===`);
  });
  finish();
  return passages;
}

function passage(file: string, head: { name: string; options: Map<string, string>; line: number }, lines: readonly string[], only: ReadonlySet<string>): Passage {
  const prose = lines.filter((line) => !line.startsWith('|')).join('\n').trim();
  const rows = lines.filter((line) => line.startsWith('|'));
  const where = `${file}:${head.line}`;
  const agency = head.options.get('agency');
  // Another agency does not call itself 我镇.
  const own = agency === undefined ? base : base.replaceAll('我镇', '本机关').replaceAll(BASE_AGENCY, agency);
  const report = own.replaceAll(BASE_YEAR, head.options.get('year') ?? BASE_YEAR);
  const marked = place(rows.reduce((text, row) => replaceRow(text, row, where), report), head.options.get('in') ?? 'overview', prose, where);
  return { file, line: head.line, name: head.name, only, ...unmark(marked, where) };
}

/** Puts prose into a report. */
function place(report: string, where: string, prose: string, at: string): string {
  if (prose === '') return report;
  const headings = { overview: '一、', proactiveDisclosure: '二、', requests: '三、', reviewLitigation: '四、', problems: '五、', other: '六、' };
  const lines = report.split('\n');
  const starts = Object.values(headings).map((numeral) => lines.findIndex((line) => line.startsWith(numeral) && /情况$|事项$/.test(line)));
  const between = (from: number, to: number | undefined, text: string): string => [...lines.slice(0, from), text, '', ...(to === undefined ? [] : lines.slice(to))].join('\n');
  switch (where) {
    case 'text':
      return prose;
    case 'top':
      return between(0, starts[0], prose);
    case 'preamble':
      return between(2, starts[0], prose);
    case 'problems':
      return between((starts[4] ?? 0) + 2, starts[5], prose);
    case 'other':
      return between((starts[5] ?? 0) + 2, undefined, prose);
    case 'topic': {
      // In the topic on disclosure on request, as its only text.
      const topic = lines.findIndex((line) => line.startsWith('（二）依申请公开情况。'));
      return between(topic, topic + 1, `（二）依申请公开情况。${prose}`);
    }
    default: {
      // At the end of the section, as paragraphs of their own (before the table where it has one).
      const i = Object.keys(headings).indexOf(where);
      if (i < 0) throw new Error(`${at}: no place ${where}`);
      const end = i === 0 ? (starts[1] ?? 0) : (starts[i] ?? 0) + 2;
      return between(end, end, prose);
    }
  }
}

const cellsOf = (line: string): string[] => line.split('|').slice(1, -1).map((cell) => cell.replace(/⟦(?:[a-z-]+(?:\/[a-z]+)?:)?|⟧/g, '').trim());

/** A row takes the place of the row with the same innermost label; a row of fifteen values that of table 四. */
function replaceRow(report: string, row: string, at: string): string {
  const key = keyOf(row);
  const lines = report.split('\n');
  const i = lines.findIndex((line) => line.startsWith('|') && keyOf(line) === key);
  if (key === '' || i < 0) throw new Error(`${at}: no row for ${row}`);
  lines[i] = row;
  return lines.join('\n');
}

function keyOf(line: string): string {
  const cells = cellsOf(line);
  if (cells.length === 15) return cells.every((cell) => /^\d*$/.test(cell)) && cells.some((cell) => cell !== '') ? 'cases' : '';
  return cells.slice(0, 3).filter((cell) => cell !== '' && !/^[-\d]/.test(cell) || /^\d\./.test(cell)).at(-1) ?? '';
}

/** Takes `⟦code:…⟧` and `⟦code/severity:…⟧` out; marks may be nested. */
function unmark(marked: string, at: string): { text: string; expected: Expected[] } {
  const expected: Expected[] = [];
  const open: { code: string; severity?: string; start: number }[] = [];
  let text = '';
  for (let i = 0; i < marked.length; i++) {
    const c = marked.charAt(i);
    if (c === '⟦') {
      const head = /^⟦([a-z-]+)(?:\/([a-z]+))?:/.exec(marked.slice(i, i + 60));
      if (!head?.[1]) throw new Error(`${at}: a mark names its code: ⟦code:…⟧`);
      open.push({ code: head[1], ...(head[2] ? { severity: head[2] } : {}), start: text.length });
      i += head[0].length - 1;
    } else if (c === '⟧') {
      const mark = open.pop();
      if (!mark) throw new Error(`${at}: ⟧ without ⟦`);
      const { start, ...rest } = mark;
      expected.push({ ...rest, span: { start, end: text.length } });
    } else text += c;
  }
  if (open.length > 0) throw new Error(`${at}: ⟦ is not closed`);
  return { text, expected };
}
