import type { BlockDeclaration, FormatDeclaration, SectionDeclaration, TableDeclaration } from '../format/types';
import { hanNumeral } from '../read/numerals';
import { both, type Bilingual } from '../text/bilingual';
import { SnippetBody } from './body';
import { blockGrid, tableGrid, type Grid } from './grid';
import { initials, pinyin } from './pinyin';
import { sentences } from './sentences';

/** How a snippet writes tables and headings: as Markdown, or as plain text with tabs. */
export type Notation = 'pipe' | 'tab';

export interface SnippetItem {
  /** Stable id: `report`, `section.<id>`, `table.<id>`, `block.<id>`, `sentence.<id>`. */
  readonly id: string;
  readonly kind: 'report' | 'section' | 'table' | 'block' | 'sentence';
  /** Id of the section a sentence usually stands in. */
  readonly section?: string;
  /** What can be typed for it, ASCII only so that an input method does not stand in the way; the shortest first. */
  readonly prefixes: readonly string[];
  readonly label: Bilingual;
  /** Pinyin, initials, prefix and label: whatever of these is typed finds the item. */
  readonly filterText: string;
  /**
   * The body in snippet syntax. @param year snippet source of the report year's default (digits or a variable),
   * @param agency snippet source of the agency's
   * @param certain what is known and no default: it is written as text, without a tab stop
   */
  body(notation: Notation, year: string, agency?: string, certain?: readonly Fact[]): string;
}

/** What a template is filled with. */
export type Fact = 'year' | 'agency';

type Writer = (body: SnippetBody, notation: Notation, known: Known) => void;

/** Snippet source of what is filled in. */
interface Known {
  readonly year: string;
  readonly agency: string;
  readonly certain: readonly Fact[];
}

/** Stands where the agency's name goes. */
export const AGENCY = '单位名称';

function item(id: string, kind: SnippetItem['kind'], prefixes: readonly string[], label: Bilingual, write: Writer): SnippetItem {
  return {
    id,
    kind,
    prefixes,
    label,
    filterText: [...new Set([...prefixes, initials(label.zh), pinyin(label.zh), label.zh])].join(' '),
    body: (notation, year, agency = AGENCY, certain = []) => {
      const body = new SnippetBody();
      write(body, notation, { year, agency, certain });
      return body.toString();
    },
  };
}

const DEFAULT_VALUE = '0';

function writeGrid(body: SnippetBody, grid: Grid, notation: Notation): void {
  const [open, between, close] = notation === 'pipe' ? ['| ', ' | ', ' |'] : ['', '\t', ''];
  grid.forEach((cells, line) => {
    if (line > 0) body.text('\n');
    body.text(open);
    cells.forEach((cell, i) => {
      if (i > 0) body.text(between);
      if (typeof cell === 'string') body.text(cell);
      else body.stop(DEFAULT_VALUE);
    });
    body.text(close);
    if (line === 0 && notation === 'pipe') body.text(`\n|${' --- |'.repeat(cells.length)}`);
  });
}

/** Fills `{year}` and `{agency}`: with what is certain, else with tab stops that mirror each other. */
function writeTemplate(body: SnippetBody, template: string, known: Known): void {
  for (const part of template.split(/(\{year\}|\{agency\})/)) {
    const fact = part === '{year}' ? 'year' : part === '{agency}' ? 'agency' : undefined;
    if (!fact) body.text(part);
    else if (known.certain.includes(fact)) body.source(known[fact]);
    else body.mirrored(fact, known[fact]);
  }
}

function writeSection(body: SnippetBody, format: FormatDeclaration, section: SectionDeclaration, notation: Notation, known: Known): void {
  body.text(`${notation === 'pipe' ? '## ' : ''}${hanNumeral(section.number)}、${section.title}\n\n`);
  const table = format.tables.find((each) => each.id === section.table);
  if (table) {
    writeGrid(body, tableGrid(table), notation);
    body.text('\n');
  }
  section.starter?.forEach((paragraph, i) => {
    if (i > 0) body.text('\n');
    writeTemplate(body, paragraph, known);
    if (!paragraph.endsWith('。')) body.stop('');
    body.text('\n');
  });
}

function writeReport(body: SnippetBody, format: FormatDeclaration, notation: Notation, known: Known): void {
  if (notation === 'pipe') body.text('# ');
  writeTemplate(body, format.title.template, known);
  body.text('\n\n');
  for (const sentence of sentences(format).filter((each) => each.preamble)) writeTemplate(body, sentence.text, known);
  body.text('\n');
  for (const section of format.sections) {
    body.text('\n');
    writeSection(body, format, section, notation, known);
  }
}

/** The digits of `第二十条第（五）项`: `b25` writes that block of table 二. */
const digitsOf = (block: BlockDeclaration): string => block.id.replace(/\D/g, '');

function tableItems(format: FormatDeclaration, table: TableDeclaration): SnippetItem[] {
  const number = format.sections.find((section) => section.id === table.section)?.number ?? 0;
  const prefix = `b${number}`;
  return [
    item(`table.${table.id}`, 'table', [prefix, `table${number}`], table.name, (body, notation) => writeGrid(body, tableGrid(table), notation)),
    ...(table.blocks ?? []).map((block) =>
      item(`block.${block.id}`, 'block', [`${prefix}${digitsOf(block)}`], both(block.title, `${table.name.en}: item ${digitsOf(block)} of article 20`), (body, notation) =>
        writeGrid(body, blockGrid(table, block), notation),
      ),
    ),
  ];
}

/** Everything that can be inserted into a report of `format`, in the order it is offered. */
export function snippetItems(format: FormatDeclaration): readonly SnippetItem[] {
  return [
    item('report', 'report', ['nb', 'report'], both(`${format.title.ending}（全文）`, 'annual report, whole skeleton'), (body, notation, known) => writeReport(body, format, notation, known)),
    ...format.sections.map((section) =>
      item(`section.${section.id}`, 'section', [`s${section.number}`, initials(section.title)], both(`${hanNumeral(section.number)}、${section.title}`, `section ${section.number}: ${section.note.en}`), (body, notation, known) =>
        writeSection(body, format, section, notation, known),
      ),
    ),
    ...format.tables.flatMap((table) => tableItems(format, table)),
    ...sentences(format).map((sentence) => item(`sentence.${sentence.id}`, 'sentence', [initials(sentence.name.zh), sentence.id], sentence.name, (body, _notation, known) => writeTemplate(body, sentence.text, known))),
  ];
}
