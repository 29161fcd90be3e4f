import type { FormatDeclaration } from '../../../src/core/format/types';

/** The declared words a grammar colours, as alternatives of a regular expression; the longest first. */
export interface GrammarWords {
  /** What titles end with. */
  readonly titles: string;
  readonly sections: string;
  readonly topics: string;
  /** Labels of rows with values. */
  readonly rows: string;
  /** Labels of rows and blocks that only head others. */
  readonly groups: string;
  readonly headers: string;
  /** Labels of the cells and rows that hold totals. */
  readonly totals: string;
  readonly units: string;
}

/** Signs that are typed in either width. */
const EITHER_WIDTH = ['（(', '）)', '，,', '：:', '；;', '“"', '”"', '.．'];

const sign = (character: string): string => {
  const both = EITHER_WIDTH.find((pair) => pair.includes(character));
  if (both) return `[${both}]`;
  return /[\p{P}\p{S}]/u.test(character) ? `\\${character}` : character;
};

/** The numeral a label begins with; drafts leave it out. */
const NUMERAL = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/;

function label(text: string): string {
  const numeral = NUMERAL.exec(text)?.[0] ?? '';
  const pattern = (part: string): string => [...part].map(sign).join('');
  return numeral === '' ? pattern(text) : `(?:${pattern(numeral)}[ \\u3000]?)?${pattern(text.slice(numeral.length))}`;
}

function alternatives(texts: readonly string[]): string {
  const distinct = [...new Set(texts)].filter((text) => text !== '');
  return distinct.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(label).join('|');
}

/** Of all formats together: which one a draft follows is not known to a grammar. */
export function grammarWords(formats: readonly FormatDeclaration[]): GrammarWords {
  const tables = formats.flatMap((format) => format.tables);
  const sections = formats.flatMap((format) => format.sections);
  const rows = tables.flatMap((table) => table.rows);
  const totals = tables.flatMap((table) => table.equations.flatMap((equation) => (equation.kind === 'balance' ? [] : equation.kind === 'rowTotal' ? columnLabel(table.rows, equation.total) : rowLabel(table.rows, equation.total))));
  const isTotal = new Set(totals);
  const others = (texts: readonly string[]): string => alternatives(texts.filter((text) => !isTotal.has(text)));
  return {
    titles: alternatives(formats.map(({ title }) => title.ending)),
    sections: alternatives(sections.flatMap(({ title, accepted, nonStandard }) => [title, ...accepted, ...nonStandard])),
    topics: alternatives(sections.flatMap(({ topics = [] }) => topics.flatMap(({ title, accepted }) => [title, ...accepted]))),
    rows: others(rows.filter(({ group }) => !group).map((row) => row.label)),
    groups: others([...rows.filter(({ group }) => group).map((row) => row.label), ...tables.flatMap(({ blocks = [] }) => blocks.map(({ title }) => title))]),
    headers: others(tables.flatMap(({ header, blocks = [] }) => [...header.flat(), ...blocks.flatMap((block) => block.header)].map(({ text }) => text))),
    totals: alternatives(totals),
    units: alternatives(rows.flatMap(({ columns }) => columns.map(({ unit }) => unit))),
  };
}

type Rows = FormatDeclaration['tables'][number]['rows'];
const columnLabel = (rows: Rows, id: string): string[] => rows.flatMap(({ columns }) => columns.filter((column) => column.id === id).map(({ path }) => path.at(-1) ?? ''));
const rowLabel = (rows: Rows, id: string): string[] => rows.filter((row) => row.id === id).map((row) => row.label);
