import { currentFormat } from '../format';
import type { FormatDeclaration, SectionDeclaration, TableDeclaration } from '../format/types';
import { tableLines } from '../fixes/table-text';
import { hanNumeral } from '../read/numerals';
import type { Report } from '../report/report';
import { format, type Exact } from '../text/exact';
import { sentences } from '../snippets/sentences';
import { isSubHeading, markSentences, TO_REWRITE } from './marks';
import { paragraphsOf } from './paragraphs';
import { settle } from './settle';
import { moveYears } from './years';

export { TO_REWRITE } from './marks';

export interface RollOverOptions {
  /** The new report year. Years of last year's text move by as much as it does. */
  readonly year: number;
  /** The agency, when it has another name now. */
  readonly agency?: string;
  readonly eol?: string;
}

/**
 * A draft for the next year from last year's report, whatever its layout and format: its structure, contact details and
 * agency, every year moved; 二、上年结转 is last year's 四、结转 column by column; all other figures are blank, and every sentence
 * of prose is marked. None of last year's numbers stands in it unmarked. Written as Markdown in the format in force.
 */
export function rollOver(last: Report, { year, agency = last.agency, eol = '\n' }: RollOverOptions): string {
  const form = currentFormat;
  const by = last.year ? year - last.year.value : 1;
  const named = (text: string): string => (last.agency === '' || agency === last.agency ? text : text.replaceAll(last.agency, agency));
  const moved = (text: string): string => named(last.year ? moveYears(text, last.year.value, by) : text);
  const title = form.title.template.replace('{agency}', agency === '' ? '【单位名称】' : agency).replace('{year}', String(year));
  const paragraphs = [`# ${title}`, ...preamble(last, form, year, moved)];
  for (const section of form.sections) paragraphs.push(...sectionParagraphs(last, form, section, moved));
  return settle(`${paragraphs.join('\n\n')}\n`).replaceAll('\n', eol);
}

/** What stands before the first section: kept, for it says who reports, on what basis and whom to ask. */
function preamble(last: Report, form: FormatDeclaration, year: number, moved: (text: string) => string): string[] {
  const { reading } = last;
  const other = reading.format.id !== form.id;
  const lines = paragraphsOf(reading, undefined);
  if (lines.length === 0) return [sentences(form).filter((each) => each.preamble).map((each) => each.text.replaceAll('{year}', String(year))).join('')];
  // A report on the former notice's form goes on another form now: what it says of its basis has to be looked at.
  return lines.map((text) => (other && text.includes(reading.format.notice.number) ? `${TO_REWRITE}${moved(text)}` : markSentences(moved(text), (sentence) => COUNT.test(sentence))));
}

function sectionParagraphs(last: Report, form: FormatDeclaration, section: SectionDeclaration, moved: (text: string) => string): string[] {
  const table = form.tables.find((each) => each.id === section.table);
  const lines = paragraphsOf(last.reading, section.id).map((text, i, all) => markSentences(moved(text), (sentence, lead) => !lead || !isSubHeading(sentence) || (sentence === text && i === all.length - 1)));
  const text = lines.length > 0 || table ? lines : (section.starter ?? []).map((paragraph) => TO_REWRITE + paragraph.replaceAll('{year}年', ''));
  return [`## ${hanNumeral(section.number)}、${section.title}`, ...text, ...(table ? [...stockNote(last, form, table), tableLines(table, { layout: 'pipe' }, (row, column) => carried(last, form, table, row, column)).join('\n')] : [])];
}

/** Last year's value where the format says that it carries on; blank everywhere else. */
function carried(last: Report, form: FormatDeclaration, table: TableDeclaration, row: string, column: string): string {
  const carry = form.carries.find((each) => each.table === table.id && each.row === row);
  const value = carry && last.value(table.id, carry.lastYearRow, column);
  return value ? format(value) : '';
}

/** Last year's stock in a comment above the table, with what it is needed for. */
function stockNote(last: Report, form: FormatDeclaration, table: TableDeclaration): string[] {
  return form.stocks.flatMap((stock) => {
    if (stock.table !== table.id || last.reading.format.id !== form.id) return [];
    const known = stock.rows.flatMap((id): { label: string; value: Exact; unit: string }[] => {
      const row = table.rows.find((each) => each.id === id);
      const value = last.value(table.id, id, stock.stock);
      return row && value ? [{ label: row.label, value, unit: row.columns.find((column) => column.id === stock.stock)?.unit ?? '' }] : [];
    });
    const name = table.rows.flatMap((row) => row.columns).find((column) => column.id === stock.stock)?.path.at(-1) ?? '';
    return known.length === 0 ? [] : [`<!-- 上年${name}：${known.map(({ label, value, unit }) => `${label} ${format(value)} ${unit}`).join('，')} -->`];
  });
}

/** A number of something, as opposed to a year, an article, a telephone number. */
const COUNT = /(?<![第\d０-９])[\d０-９]+(?:[.．][\d０-９]+)?\s*(?:余|多)?(?:万|亿)?(?:[件条次篇期场人份个项宗户家元%％]|人次)/;
