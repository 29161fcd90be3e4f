import type { GrammarWords } from './words';

/** A rule of a TextMate grammar, as far as these grammars go. */
export interface GrammarRule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly include?: string;
  readonly patterns?: readonly GrammarRule[];
}
export type Captures = Readonly<Record<string, { readonly name?: string; readonly patterns?: readonly GrammarRule[] }>>;

/** Suffix of all scopes. */
export const SUFFIX = 'disclosure-report';
export const scope = (name: string): string => `${name}.${SUFFIX}`;

/** Blanks of either width, without tabs: tabs part cells. */
export const BLANK = '[ \\u3000]';
export const HAN_NUMERAL = '[一二三四五六七八九十]+';

/** A number as drafts write it. */
export const NUMBER = '[-－−]?[0-9０-９]+(?:[,，.．][0-9０-９]+)*[%％‰]?';

/** Letters and lines a template leaves to be filled in. */
const PLACEHOLDER = '[XxＸｘ×]{2,}|[_＿]{2,}';

export const number: GrammarRule = { match: `(?<![A-Za-z0-9０-９])${NUMBER}`, name: scope('constant.numeric') };

/** @param between what must stand on both sides, as two look-arounds. */
export const placeholder = ([before, after]: readonly [string, string]): GrammarRule => ({
  match: `${before}(${PLACEHOLDER})${after}`,
  captures: { 1: { name: scope('invalid.illegal.placeholder') } },
});

/**
 * The labels of a table where they fill a cell.
 * @param edges look-behind and look-ahead for the ends of a cell.
 */
export function labels(words: GrammarWords, [before, after]: readonly [string, string]): GrammarRule[] {
  const rule = (alternatives: string, name: string): GrammarRule => ({ match: `${before}${BLANK}*((?:\\*\\*)?(?:${alternatives})(?:\\*\\*)?)${BLANK}*${after}`, captures: { 1: { name: scope(name) } } });
  return [
    rule(words.totals, 'keyword.other.total'),
    rule(words.rows, 'entity.name.tag.row'),
    rule(words.groups, 'entity.name.type.group'),
    rule(words.headers, 'variable.other.header'),
  ];
}

/** The words of a suppression comment behind its `<!--`. */
export const directive: GrammarRule = {
  match: `\\b(${SUFFIX}-(?:disable-next-line|disable-file|disable|enable))(?![\\w-])([^:：>]*?)(?:([:：])(.*?))?(?=-->|$)`,
  captures: {
    1: { name: scope('keyword.control.suppression') },
    2: { patterns: [{ match: '[a-z][a-z-]*[a-z]', name: scope('entity.name.function.rule') }] },
    3: { name: scope('punctuation.separator.reason') },
    4: { name: scope('string.unquoted.reason') },
  },
};
