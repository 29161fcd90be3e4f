import type { SectionDeclaration, TableDeclaration } from '../format/types';
import { skipSpaceBack } from '../text/characters';
import type { SectionReading } from '../read/types';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import { fold } from '../text/fold';
import type { TextEdit } from '../text/span';
import { bodyText, fill, headingLine, insertBefore, insertBehind, notationFor, starterOf, tableOf } from './places';
import { tableLines } from './table-text';
import type { Fix } from './types';

/** Inserts a section in its place: heading, and its standard table (values 0) or paragraphs to fill in. */
export function insertSection(report: Report, section: SectionDeclaration): Fix {
  return { title: both(`插入“${headingLine(report, section).replace(/^[\s#]+/, '')}”`, `Insert section “${section.title}”`), preferred: true, edits: () => [sectionEdit(report, section)] };
}

function sectionEdit(report: Report, section: SectionDeclaration): TextEdit {
  const { reading } = report;
  const { source } = reading;
  const heading = headingLine(report, section);
  const table = tableOf(report, section);
  const standing = table && reading.tables.find((each) => each.declaration === table);
  // The table is there and only its heading is lost (a page break took it): the heading goes above the table.
  if (standing) return insertBefore(report, standing.span.start, [heading]);
  const eol = source.eol;
  const content = table ? [tableLines(table, notationFor(report, section)).join(eol)] : starterOf(report, section);
  const paragraphs = [heading, ...content];
  const following = reading.sections.find((each) => each.declaration.number > section.number);
  return following ? insertBefore(report, following.span.start, paragraphs) : insertBehind(report, reading.span, paragraphs);
}

/** Inserts the standard table of a section, every value 0, behind what its section says already. */
export function insertTable(report: Report, section: SectionReading, table: TableDeclaration): Fix {
  return {
    title: both(`插入标准表格“${table.name.zh}”`, `Insert the standard ${table.name.en}`),
    preferred: true,
    edits: () => [insertBehind(report, section.span, [tableLines(table, notationFor(report, section.declaration)).join(report.reading.source.eol)])],
  };
}

/** Paragraphs to fill in; a lone 无 is replaced by them. */
export function fillSection(report: Report, section: SectionReading): readonly Fix[] {
  const starter = starterOf(report, section.declaration);
  if (starter.length === 0) return [];
  const text = fold(bodyText(report, section));
  return [
    {
      title: both('插入待填写的段落', 'Insert paragraphs to fill in'),
      preferred: true,
      edits: () => {
        const edit = insertBehind(report, section.span, starter);
        const lone = text !== '' && text.length <= 4 ? loneText(report, section) : undefined;
        return lone ? [{ span: lone, newText: starter.join(edit.newText.startsWith(report.reading.source.eol.repeat(2)) ? report.reading.source.eol.repeat(2) : report.reading.source.eol) }] : [edit];
      },
    },
  ];
}

/** The only line of prose of a section. */
function loneText(report: Report, section: SectionReading): { start: number; end: number } | undefined {
  const lines = report.reading.prose.filter(({ span }) => span.start >= section.body.start && span.end <= section.body.end);
  return lines.length === 1 ? lines[0]?.span : undefined;
}

/** Adds the sentence that no fee was charged. Not preferred: only the writer knows whether that is so. */
export function addFeeStatement(report: Report, section: SectionReading): readonly Fix[] {
  const sentence = section.declaration.feeSentence;
  if (sentence === undefined) return [];
  return [{ title: both(`补上“${fill(report, sentence)}”（请核实）`, `Add “${fill(report, sentence)}” (check that it is so)`), edits: () => [insertBehind(report, section.span, [fill(report, sentence)])] }];
}

/** Deletes the later of two sections when both say the same. */
export function removeSection(report: Report, section: SectionReading, first: SectionReading): Fix | undefined {
  if (fold(bodyText(report, section)) !== fold(bodyText(report, first))) return undefined;
  return { title: both('删除重复的这一部分', 'Delete this copy of the section'), preferred: true, edits: () => [{ span: section.span, newText: '' }] };
}

/**
 * Moves the sections into the prescribed order; the space between them stays where it is. `undefined` where a heading of
 * another kind stands among them: nobody knows what it belongs to.
 */
export function sortSections(report: Report, sections: readonly SectionReading[]): Fix | undefined {
  const { source, headings } = report.reading;
  const [first] = sections;
  const last = sections.at(-1);
  if (!first || !last || report.reading.sections.length !== sections.length) return undefined;
  if (headings.some((heading) => !heading.section && heading.span.start > first.span.start)) return undefined;
  return {
    title: both('按规定顺序排列各部分', 'Put the sections into the prescribed order'),
    edits: () => {
      const cuts = sections.map(({ span }) => skipSpaceBack(source.text, span.start, span.end));
      const texts = sections.map(({ span }, i) => source.text.slice(span.start, cuts[i]));
      const gaps = sections.map(({ span }, i) => source.text.slice(cuts[i], span.end));
      const order = sections.map((_, i) => i).sort((a, b) => (sections[a]?.declaration.number ?? 0) - (sections[b]?.declaration.number ?? 0) || a - b);
      return [{ span: { start: first.span.start, end: last.span.end }, newText: order.map((from, i) => (texts[from] ?? '') + (gaps[i] ?? '')).join('') }];
    },
  };
}
