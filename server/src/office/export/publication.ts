import { LineReader } from '../../core/read/lines';
import { labelsOf } from '../../core/read/labels';
import type { Unit } from '../../core/read/pieces';
import type { ReportReading } from '../../core/read/types';
import type { Span } from '../../core/text/span';
import { both, type Bilingual } from '../../core/text/bilingual';
import { sound } from './characters';
import { cleaner } from './clean';
import { words } from './inline';
import type { Block, Publication } from './model';
import { paragraphBlocks } from './paragraphs';
import { cellWords, Units, type Placed } from './units';

const OPENING = /^(?:[#>*\s\u3000]|<[^>]{0,200}>)+/;

/** A report as it is published, whatever the layout of its draft: every heading, paragraph and table of it, in order. */
export function publicationOf(reading: ReportReading): Publication {
  const { source, title, span } = reading;
  const clean = cleaner(reading);
  const units = new Units(reading, ({ span: place, text }, html) => (html ? sound(text.replace(/\s+/g, ' ').trim()) : cellWords(clean.touches(place) ? clean.text(place) : text)));
  const placed: Placed[] = [];
  const lines = title ? titleLines(reading, clean.text) : [];
  if (title && lines.length > 0) placed.push({ at: title.span.start, block: { kind: 'title', lines, endings: endings(reading, lines) } });
  const kept = new Map(reading.headings.map((heading) => [heading.span.start, heading]));
  const prose = new Set(reading.prose.map((line) => line.span.start));
  const inTitle = (place: Span): boolean => title !== undefined && place.start < title.span.end && place.end > title.span.start;
  let run: Unit[] = [];
  for (const piece of new LineReader(source, labelsOf(reading.format), source.lineAt(span.start), lineBehind(reading)).read()) {
    if (piece.kind === 'unit') {
      run.push({ ...piece, fields: piece.fields.filter((field) => !inTitle(field.span)) });
      continue;
    }
    units.addRun(run);
    run = [];
    if (piece.kind !== 'heading' || inTitle(piece.heading.span)) continue;
    const { heading } = piece;
    const text = words(clean.text(heading.span)).replace(/\*{1,3}/g, '').replace(/\s*\n\s*/g, ' ').trim();
    if (text === '') continue;
    // A line of a table of contents looks like a heading and is none.
    if (kept.has(heading.span.start)) placed.push({ at: heading.span.start, block: { kind: 'heading', level: 1, text } });
    else if (!prose.has(heading.span.start)) placed.push({ at: heading.span.start, block: { kind: 'paragraph', runs: [{ text }] } });
  }
  units.addRun(run);
  placed.push(...paragraphBlocks(reading, clean), ...units.finish());
  const blocks = placed.map((each, i) => ({ ...each, i })).sort((a, b) => a.at - b.at || a.i - b.i).map(({ block }) => block);
  const notices: Bilingual[] = [...units.notices, ...(/!\[[^\]\n]{0,300}\]\(|<img[\s>]/i.test(source.slice(span)) ? [both('图片没有导出', 'Pictures are not exported')] : [])];
  return { title: lines.join(''), blocks: signed(blocks), notices };
}

/** The line behind a report's last. */
function lineBehind({ source, span }: ReportReading): number {
  return span.end >= source.text.length ? source.lineCount : source.lineAt(span.end);
}

function titleLines({ source, title }: ReportReading, text: (span: Span) => string): string[] {
  if (!title) return [];
  return text(title.span)
    .split(/[\r\n]+/)
    .map((line) => words(line.replace(OPENING, '')).replace(/\*{1,3}|\n/g, '').trim())
    .filter((line) => line !== '' && source.text !== '');
}

/** `2024年政府信息公开工作年度报告` below the agency, as such titles are printed; else the words every title ends with. */
function endings({ source, title, format }: ReportReading, [only = '', ...more]: readonly string[]): string[] {
  if (more.length > 0) return [];
  const year = title?.year === undefined ? -1 : only.indexOf(source.slice(title.year.span));
  return [...(year > 0 ? [only.slice(year)] : []), ...(only.endsWith(format.title.ending) ? [format.title.ending] : [])];
}

const DATE = /^(?:\d{4}|[二〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$/;
const SIGNS = /[。，；：、！？,;:!?（）()]|\d/;

/** The date at the end, and the organ's name above it, stand at the right. */
function signed(blocks: readonly Block[]): Block[] {
  const last = blocks.at(-1);
  const text = (block: Block | undefined): string => (block?.kind === 'paragraph' && block.lead === undefined ? block.runs.map((run) => run.text).join('').trim() : '');
  if (!last || !DATE.test(text(last))) return [...blocks];
  const above = text(blocks.at(-2));
  const name = above !== '' && above.length <= 40 && !SIGNS.test(above);
  return [...blocks.slice(0, name ? -2 : -1), ...(name ? [above] : []), text(last)].map((each): Block => (typeof each === 'string' ? { kind: 'signature', text: each } : each));
}
