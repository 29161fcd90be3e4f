import type { SectionDeclaration, TableDeclaration } from '../format/types';
import { skipSpaceBack } from '../text/characters';
import type { HeadingReading, SectionReading, TableReading } from '../read/types';
import type { Report } from '../report/report';
import type { Span, TextEdit } from '../text/span';
import { numeralOf } from './headings';
import type { TableNotation } from './table-text';

const MARKS = /^(?:[\s\u3000#>*_]|<[^>]*>)*$/;

/** A heading's own line as a pattern: the line of a section that stands beside it with numeral and title changed. */
export function headingLine(report: Report, section: SectionDeclaration): string {
  const { source, sections } = report.reading;
  const known = sections.filter(({ heading }) => heading.numeral);
  const model = known.filter((each) => each.declaration.number < section.number).at(-1) ?? known[0];
  if (!model) return `${sections.some(({ heading }) => heading.depth > 0) ? '## ' : ''}${numbered(section)}`;
  const { heading } = model;
  const line = source.lineSpan(heading.line);
  const before = source.text.slice(line.start, heading.span.start);
  const behind = source.text.slice(heading.title.end, line.end).replace(/[。．.？?！!；;，,、：:\s]+/g, '');
  const lead = source.text.slice(heading.span.start, heading.title.start);
  return `${MARKS.test(before) ? before : ''}${leadFor(heading, lead, section)}${section.title}${MARKS.test(behind) ? behind : ''}`;
}

const numbered = (section: SectionDeclaration): string => `${numeralOf({ span: { start: 0, end: 0 }, text: '一', value: 1, style: 'han' }, section.number)}、${section.title}`;

function leadFor({ numeral }: HeadingReading, lead: string, section: SectionDeclaration): string {
  if (!numeral) return '';
  const at = lead.indexOf(numeral.text);
  return `${lead.slice(0, at)}${numeralOf(numeral, section.number)}${lead.slice(at + numeral.text.length)}`;
}

/** Whether a blank line stands between paragraphs: seen at the headings. */
export function spacedOut(report: Report): boolean {
  const { source, sections } = report.reading;
  const spaced = sections.filter(({ heading }) => heading.line > 0 && source.lineText(heading.line - 1).trim() === '').length;
  return sections.length > 0 && spaced * 2 >= sections.length;
}

/** Inserts paragraphs before the line at `offset`. An empty paragraph list changes nothing. */
export function insertBefore(report: Report, offset: number, paragraphs: readonly string[]): TextEdit {
  const { source } = report.reading;
  const gap = spacedOut(report) ? source.eol + source.eol : source.eol;
  const at = source.starts[source.lineAt(offset)] ?? offset;
  return { span: { start: at, end: at }, newText: paragraphs.map((paragraph) => paragraph + gap).join('') };
}

/** Inserts paragraphs behind the last character of a stretch of text; the space behind it stays. */
export function insertBehind(report: Report, within: Span, paragraphs: readonly string[]): TextEdit {
  const { source } = report.reading;
  const gap = spacedOut(report) ? source.eol + source.eol : source.eol;
  const at = skipSpaceBack(source.text, within.start, within.end);
  // Trailing space of that line belongs to it.
  const end = Math.min(source.ends[source.lineAt(at)] ?? at, within.end);
  return { span: { start: end, end }, newText: paragraphs.map((paragraph) => gap + paragraph).join('') };
}

/** How a table inserted under a section should be written: as the tables beside it are. */
export function notationFor(report: Report, section: SectionDeclaration): TableNotation {
  const { reading } = report;
  const number = (table: TableReading): number => reading.format.sections.find((each) => each.id === table.declaration.section)?.number ?? 0;
  const nearest = [...reading.tables].sort((a, b) => Math.abs(number(a) - section.number) - Math.abs(number(b) - section.number))[0];
  if (!nearest) return { layout: reading.headings.some((heading) => heading.depth > 0) ? 'pipe' : 'tab' };
  if (nearest.layout !== 'stacked') return { layout: nearest.layout };
  const row = nearest.rows.find((each) => each.cells && each.cells.length > 0);
  const cell = row?.cells?.[0]?.span ?? nearest.span;
  const line = reading.source.lineSpan(reading.source.lineAt(cell.start));
  return { layout: 'stacked', before: reading.source.text.slice(line.start, cell.start), behind: reading.source.text.slice(cell.end, line.end).replace(/[|｜]+$/, (bars) => bars.charAt(0)) };
}

/** The table a section holds in the format. */
export const tableOf = (report: Report, section: SectionDeclaration): TableDeclaration | undefined => report.reading.format.tables.find((table) => table.id === section.table);

/** Text to start from, year and agency filled in; what is not known is left to the writer. */
export function starterOf(report: Report, section: SectionDeclaration): readonly string[] {
  return (section.starter ?? []).map((paragraph) => fill(report, paragraph));
}

export const fill = (report: Report, text: string): string =>
  text.replaceAll('{year}年', report.year ? `${report.year.value}年` : '本年度').replaceAll('{agency}', report.agency);

/** All that stands below a section's heading. */
export const bodyText = (report: Report, section: SectionReading): string => report.reading.source.slice(section.body);
