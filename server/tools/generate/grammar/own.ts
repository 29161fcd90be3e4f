import { BLANK, directive, HAN_NUMERAL, labels, number, placeholder, scope, SUFFIX, type GrammarRule } from './patterns';
import type { GrammarWords } from './words';

const START = '^[ \\t\\u3000]*';
const MARK = '(?:(#{1,6})[ \\t]+)?';
const CELL_EDGES = ['(?<![^\\s|\\u3000])', '(?![^\\s|\\u3000])'] as const;

const comment: GrammarRule = { begin: '<!--', end: '-->', name: scope('comment.block'), patterns: [directive] };

/** Words behind a numeral that announce what follows: they end with a full stop or the line, and hold no number. */
const SUB_HEADING = '[^\\s|0-9０-９。；，,;：:！？!?][^|0-9０-９。；，,;：:！？!?\\t]{0,23}(?=[。]|\\s*$)';

function headings({ titles, sections, topics }: GrammarWords): GrammarRule[] {
  const captures = (level: number): GrammarRule['captures'] => ({
    1: { name: scope('punctuation.definition.heading') },
    2: { name: scope(`markup.heading.${level}`), patterns: [{ match: '.+', name: scope('entity.name.section') }] },
  });
  return [
    { match: `${START}${MARK}([^\\s|。；，][^\\t|。；，]{0,60}?(?:${titles})[）)》]?)\\s*$`, captures: captures(1) },
    { match: `${START}${MARK}((?:${HAN_NUMERAL}${BLANK}?[、.．,，]${BLANK}*)?(?:${sections}))\\s*$`, captures: captures(2) },
    { match: `${START}${MARK}(${HAN_NUMERAL}、[^\\t|。；]{1,40})$`, captures: captures(2) },
    // Topics are mostly written at the head of their first paragraph.
    { match: `${START}${MARK}((?:[（(]${HAN_NUMERAL}[）)]${BLANK}*)(?:${SUB_HEADING}|(?:${topics})(?:情况)?)?)`, captures: captures(3) },
    { match: `${START}(#{1,6})[ \\t]+(.+)$`, captures: captures(2) },
  ];
}

function cells(words: GrammarWords): GrammarRule[] {
  return [
    { match: ':?-{2,}:?(?=\\s*\\|)', name: scope('punctuation.definition.table') },
    { match: '\\|', name: scope('punctuation.separator.cell') },
    { match: '\\t', name: scope('punctuation.separator.cell.tab') },
    ...labels(words, CELL_EDGES),
  ];
}

/** Lines that are rows: with pipes, with tabs, or a label that is alone or followed by numbers (one-cell lines, Word, PDF). */
function rows({ rows: rowLabels, groups, totals, headers }: GrammarWords): GrammarRule[] {
  const row = (begin: string): GrammarRule => ({ begin, end: '$', name: scope('meta.row'), patterns: [{ include: '#comment' }, { include: '#cells' }, { include: '#values' }] });
  return [row(`${START}(?=\\|)`), row(`^(?=\\t\\t|[ \\u3000]*\\t?[^\\s][^\\t\\n]*\\t)`), row(`${START}(?=(?:${[totals, rowLabels, groups, headers].join('|')})(?:\\s*$|[ \\t\\u3000]+[0-9０-９/—-]))`)];
}

/** The own language: everything a report is made of, in whatever layout. */
export function ownGrammar(words: GrammarWords): object {
  return {
    name: '政府信息公开年报',
    scopeName: `text.${SUFFIX}`,
    patterns: [{ include: '#comment' }, ...rows(words), ...headings(words), { include: '#values' }],
    repository: {
      comment,
      cells: { patterns: cells(words) },
      values: {
        patterns: [
          { match: '《[^《》]{1,200}》', name: scope('string.quoted.other.title') },
          { match: `\\p{Han}{2,12}[〔\\[［(（][0-9０-９]{4}[〕\\]］)）]第?[0-9０-９]+号`, name: scope('string.unquoted.document-number') },
          placeholder(['(?<![A-Za-z0-9])', '(?![A-Za-z0-9])']),
          { match: `(?<![0-9０-９])((?:19|20)[0-9]{2})(年)`, captures: { 1: { name: scope('constant.numeric.year') }, 2: { name: scope('keyword.other.unit') } } },
          number,
          { match: `(?<=[0-9０-９])${BLANK}?(?:${words.units})`, name: scope('keyword.other.unit') },
        ],
      },
    },
  };
}
