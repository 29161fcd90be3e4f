import { readFileSync } from 'node:fs';
import { format2021 } from '../../server/src/core/format';
import type { SectionDeclaration } from '../../server/src/core/format/types';
import type { Span } from '../../server/src/core/text/span';

/**
 * The examples of a rule page are fragments, so that a reader sees the fault and not a whole report. Here they are put
 * into a faultless report (`complete-report.md`) and so become something the product can be run on.
 *
 * Info string: ```report bad|good|last|child [in=PLACE] [year=YYYY] [agency=NAME] [fixed]
 * - `last` is last year's report and `child` a subordinate's: the examples of the page are compared with them
 * - no `in`: the block is the whole text
 * - `in=title`, `in=preamble`, `in=top` (both), `in=<section id>`: the block takes the place of that part
 *   table rows at the end of a block for a section without a table take the place of the rows with the same label
 * - `in=outline`: the block lists headings; each gets the text of its section
 * - `in=tables`: each row of the block takes the place of the row with the same label (table 四: the row with values)
 * - `year`, `agency`: the rest of the report is about that year, of that agency
 * - `fixed`: the block is what the first fix of the bad example leaves
 * `⟦…⟧` in a bad example marks where the finding stands.
 */
export interface Example {
  readonly kind: 'good' | 'bad' | 'last' | 'child';
  readonly place: string | undefined;
  readonly year: string | undefined;
  readonly agency: string | undefined;
  readonly fixed: boolean;
  readonly text: string;
  /** 1-based line of the fence, for messages. */
  readonly line: number;
}

export interface Completed {
  readonly text: string;
  /** UTF-16 ranges that were marked, the marks taken out. */
  readonly marks: readonly Span[];
}

const BASE_YEAR = '2024';
const YEAR_BEFORE = '2023';
const BASE_AGENCY = '青禾县柳溪镇';
const KINDS = ['good', 'bad', 'last', 'child'] as const;
const base = readFileSync(new URL('./complete-report.md', import.meta.url), 'utf8');

/** All `report` blocks of a page, in order. @throws Error on an info string this file does not know. */
export function examplesOf(page: string): Example[] {
  const examples: Example[] = [];
  const lines = page.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const fence = /^```report(?: (.*))?$/.exec(lines[i] ?? '');
    if (!fence) continue;
    const words = (fence[1] ?? '').split(' ');
    const word = words.shift();
    const kind = KINDS.find((each) => each === word);
    if (!kind) throw new Error(`line ${i + 1}: a report block is ${KINDS.join(', ')}, not ${word}`);
    const options = new Map(words.map((word) => [word.split('=')[0] ?? '', word.split('=')[1] ?? '']));
    for (const name of options.keys()) if (!['in', 'year', 'agency', 'fixed'].includes(name)) throw new Error(`line ${i + 1}: unknown option ${name}`);
    const end = lines.indexOf('```', i);
    examples.push({ kind, place: options.get('in'), year: options.get('year') ?? (kind === 'last' ? YEAR_BEFORE : undefined), agency: options.get('agency'), fixed: options.has('fixed'), text: lines.slice(i + 1, end).join('\n'), line: i + 1 });
    i = end;
  }
  return examples;
}

interface Parts {
  title: string;
  preamble: string;
  readonly sections: Map<string, string>;
}

function partsOf(text: string): Parts {
  const lines = text.split('\n');
  const starts = format2021.sections.map((section) => ({ section, at: lines.findIndex((line) => line.endsWith(`、${section.title}`)) }));
  const sections = new Map<string, string>();
  starts.forEach(({ section, at }, i) => sections.set(section.id, lines.slice(at, starts[i + 1]?.at).join('\n').trim()));
  const top = lines.slice(0, starts[0]?.at).filter((line) => line !== '');
  return { title: top[0] ?? '', preamble: top.slice(1).join('\n\n'), sections };
}

const join = (parts: Parts): string => `${[parts.title, parts.preamble, ...parts.sections.values()].filter((part) => part !== '').join('\n\n')}\n`;

const withoutMarks = (text: string): string => text.replace(/[⟦⟧]/g, '');

/** The section a heading line announces: by its words if they are declared, else by a distinctive part of them. */
function sectionOf(heading: string): SectionDeclaration {
  const title = withoutMarks(heading).replace(/^[一二三四五六]、/, '');
  const found = format2021.sections.find((section) => [section.title, ...section.accepted, ...section.nonStandard].includes(title));
  if (!found) throw new Error(`no section for the heading ${heading}`);
  return found;
}

/** `- heading` lines to a report: the headings as they stand, under each the text of its section. */
function outline(parts: Parts, text: string): string {
  const headings = text.split('\n').filter((line) => line.trim() !== '');
  const bodies = headings.map((heading) => [heading, ...(parts.sections.get(sectionOf(heading).id) ?? '').split('\n').slice(1)].join('\n'));
  return `${[parts.title, parts.preamble, ...bodies].join('\n\n')}\n`;
}

const cellsOf = (line: string): string[] => line.split('|').slice(1, -1).map((cell) => withoutMarks(cell).trim());
const isValue = (cell: string): boolean => /^[-\d]/.test(cell);

/** What tells a row from the others: its innermost label; rows without label are told by having fifteen cells. */
function keyOf(line: string): string {
  const cells = cellsOf(line);
  if (cells.length === 15) return cells.some(isValue) ? 'cases' : '';
  const labels = cells.slice(0, cells.length === 10 ? 3 : 1).filter((cell) => cell !== '' && !isValue(cell));
  return labels.at(-1) ?? '';
}

function replaceRows(text: string, rows: string): string {
  let out = text;
  for (const row of rows.split('\n')) {
    const key = keyOf(row) || withoutMarks(row.split('|')[1] ?? '').trim();
    const line = out.split('\n').find((each) => each.startsWith('|') && keyOf(each) === key);
    if (key === '' || line === undefined) throw new Error(`no row for ${row}`);
    out = out.split('\n').map((each) => (each === line ? row : each)).join('\n');
  }
  return out;
}

/** Table rows at the end of a block of prose: they take the place of the rows of the report's tables. */
function rowsBehind(lines: readonly string[]): string[] {
  let first = lines.length;
  while (first > 0 && lines[first - 1]?.startsWith('|')) first--;
  return first > 0 && lines.slice(0, first).every((line) => !line.startsWith('|')) ? lines.slice(first) : [];
}

function assemble(example: Example): string {
  const { place, year = BASE_YEAR, agency = BASE_AGENCY } = example;
  const text = base.replaceAll(BASE_YEAR, year).replaceAll(BASE_AGENCY, agency);
  if (place === undefined) return `${example.text}\n`;
  if (place === 'tables') return replaceRows(text, example.text);
  const parts = partsOf(text);
  if (place === 'outline') return outline(parts, example.text);
  if (place === 'title') parts.title = example.text;
  else if (place === 'preamble') parts.preamble = example.text;
  else if (place === 'top') {
    parts.title = example.text;
    parts.preamble = '';
  } else {
    if (!parts.sections.has(place)) throw new Error(`line ${example.line}: no place ${place}`);
    const lines = example.text.split('\n');
    const rows = format2021.sections.some(({ id, table }) => id === place && table !== undefined) ? [] : rowsBehind(lines);
    parts.sections.set(place, lines.slice(0, lines.length - rows.length).join('\n'));
    if (rows.length > 0) return replaceRows(join(parts), rows.join('\n'));
  }
  return join(parts);
}

/** The report an example stands for. */
export function complete(example: Example): Completed {
  const marked = assemble(example);
  const marks: Span[] = [];
  let text = '';
  let start = 0;
  for (const c of marked) {
    if (c === '⟦') start = text.length;
    else if (c === '⟧') marks.push({ start, end: text.length });
    else text += c;
  }
  return { text, marks };
}

export const completeReport = base;
