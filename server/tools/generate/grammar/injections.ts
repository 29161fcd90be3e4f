import { labels, placeholder, directive, SUFFIX } from './patterns';
import type { GrammarWords } from './words';

const PIPES = ['(?<=\\|)', '(?=\\|)'] as const;
/** In other people's Markdown XX may be a name: it is coloured alone in a cell, or before what a report counts. */
const beforeUnit = (units: string): readonly [string, string] => ['(?<=\\p{Han})', `(?=(?:${units}|年|月|日))`];

/** Labels, totals and placeholders in the tables of Markdown drafts. */
export function markdownInjection(words: GrammarWords): object {
  return {
    scopeName: `markdown.${SUFFIX}.injection`,
    injectionSelector: 'L:text.html.markdown -comment -markup.raw -markup.fenced_code -markup.inline.raw',
    patterns: [...labels(words, PIPES), placeholder(['(?<=\\|)[ \\u3000]*', '(?=[ \\u3000]*\\|)']), placeholder(beforeUnit(words.units))],
  };
}

/** Suppression comments in Markdown. */
export function commentInjection(): object {
  return { scopeName: `comment.${SUFFIX}.injection`, injectionSelector: 'L:text.html.markdown comment', patterns: [directive] };
}
