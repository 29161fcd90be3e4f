import { currentFormat, formatById } from '../format';
import type { FormatDeclaration } from '../format/types';
import { simplify } from '../text/fold';
import { withoutRadicals } from '../text/radicals';
import { SourceText } from '../text/source';
import { detectFormat, noteFormatIsSaid } from './format';
import { labelsOf } from './labels';
import { LineReader } from './lines';
import { mayBeReport } from './may-be-report';
import type { Piece } from './pieces';
import { numbersFirst } from './raw-order';
import { resolveRuns } from './resolve';
import { RunCollector, type TextItem } from './runs';
import { buildSections, withFirst, withoutContents, withoutItems } from './sections';
import { buildTables } from './tables';
import { splitReports } from './splits';
import { readTitle } from './title';
import type { DocumentKind, DocumentReading, HeadingReading, ProseLine, ReportReading } from './types';

export { readAgain, type Again } from './again';
export { mayBeReport };

export interface ReadOptions {
  /** `auto` (default) tells the format from the text. */
  readonly format?: string;
  /** The user says that it is a report (own language id): read it even when little of it is there yet. */
  readonly assumeReport?: boolean;
}

/**
 * Reads a text as reports. Cannot fail: whatever the text, the answer is what could be read, and what is not there is
 * absent rather than invented. A text that is no report gives `kind: 'other'` at the cost of a short look.
 */
export function readDocument(raw: string, options: ReadOptions = {}): DocumentReading {
  const text = withoutRadicals(raw);
  const other = (): DocumentReading => ({ source: new SourceText(text), kind: 'other', reports: [] });
  if (!options.assumeReport && !mayBeReport(text)) return other();
  if (text.trim() === '') return other();
  const source = new SourceText(text);
  const cut = splitReports(source);
  const reports = cut.map((from, i) => readReport(source, from, cut[i + 1] ?? source.lineCount, options.format));
  const kind = kindOf(reports, options.assumeReport ?? false);
  return { source, kind, reports: kind === 'report' ? reports : [] };
}

/** Reads the lines `[from, to)` as one report. @param wanted id of the format; told from the text when absent */
export function readReport(source: SourceText, from: number, to: number, wanted: string | undefined): ReportReading {
  const start = source.starts[from] ?? 0;
  const end = source.ends[to - 1] ?? source.text.length;
  const explicit = wanted === undefined ? undefined : formatById(wanted);
  const { format, told } = explicit ? { format: explicit, told: true } : detectFormat(plainText(from === 0 && to === source.lineCount ? source.text : source.text.slice(start, end)), readTitle(source, from, Math.min(to, from + 60), currentFormat)?.year?.value);
  const pieces = new LineReader(source, labelsOf(format), from, to).read();
  const written = withoutItems(headingsOf(pieces));
  const headings = withFirst(format, withoutContents(source, written));
  const firstSection = headings.find((heading) => heading.section)?.line ?? to;
  // A text run together on one line has both on it.
  const title = readTitle(source, from, Math.max(firstSection, from + 1), format);
  const { prose, tables } = readBody(source, format, pieces, new Set(written), new Map(headings.map((heading) => [heading.span.start, heading])));
  const reading: ReportReading = { source, span: { start, end }, format, ...(title ? { title } : {}), headings, sections: buildSections(source, format, headings, prose, end), tables, prose };
  if (told) noteFormatIsSaid(reading);
  return reading;
}

/** Pages converted to traditional characters are compared in simplified ones. */
const plainText = (text: string): string => (text.includes('開') || text.includes('報') ? simplify(text) : text);

const headingsOf = (pieces: readonly Piece[]): HeadingReading[] => pieces.flatMap((piece) => (piece.kind === 'heading' ? [piece.heading] : []));

/** @param written headings that are no items of a list, @param headings those of them that are no table of contents, by their start */
function readBody(source: SourceText, format: FormatDeclaration, pieces: readonly Piece[], written: ReadonlySet<HeadingReading>, headings: ReadonlyMap<number, HeadingReading>): Pick<ReportReading, 'prose' | 'tables'> {
  const collector = new RunCollector(labelsOf(format));
  const prose: ProseLine[] = [];
  const zones = new Map<TextItem, { zone: number; section?: string }>();
  let section: string | undefined;
  let zone = 0;
  for (const piece of pieces) {
    if (piece.kind === 'unit') {
      const known = collector.texts.length;
      collector.add(piece);
      for (const text of collector.texts.slice(known)) zones.set(text, { zone, ...(section === undefined ? {} : { section }) });
      continue;
    }
    zone++;
    if (piece.kind === 'heading' && written.has(piece.heading)) {
      section = headings.get(piece.heading.span.start)?.section?.id ?? section;
      collector.breakZone(section);
    } else {
      collector.breakZone();
      const { span, line } = piece.kind === 'heading' ? piece.heading : piece;
      prose.push({ span, line, ...(section === undefined ? {} : { section }) });
    }
  }
  resolveRuns(collector.runs, labelsOf(format), collector.trailing);
  numbersFirst(collector.runs, collector.texts);
  return { prose, tables: buildTables(source, format, collector.runs, collector.texts, zones) };
}

/** The year of the reporting period, where the title has none; later than all where the text names no period. */
function periodYear({ source, span }: ReportReading): number {
  return Number(/([12]\d{3})\s*年\s*1\s*月\s*1\s*日起?\s*[,，]?\s*[至到—–~～-]/.exec(source.text.slice(span.start, span.start + 4000))?.[1] ?? Infinity);
}

/** What a text of these reports is. */
export function kindOf(reports: readonly ReportReading[], assumed: boolean): DocumentKind {
  const first = reports[0];
  if (!first) return 'other';
  const sections = new Set(first.sections.map((section) => section.declaration.id)).size;
  const year = first.title?.year?.value;
  if ((year ?? periodYear(first)) < 2019 && first.tables.length === 0) return 'before2019';
  if (assumed) return 'report';
  const tables = first.tables.length;
  const enough = first.title ? sections >= 1 || tables >= 1 : sections >= 2 || tables >= 2 || (sections >= 1 && tables >= 1);
  return enough ? 'report' : 'other';
}
