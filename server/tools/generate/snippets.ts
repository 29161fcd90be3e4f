import { currentFormat } from '../../src/core/format';
import { snippetItems, type Notation, type SnippetItem } from '../../src/core/snippets';
import type { GeneratedFile } from './types';

/**
 * Last year, computed by the editor: a report is written in the year after the one it describes. Variables cannot be
 * subtracted from, so the last digit is mapped (and the decades that need a carry are named).
 */
export const LAST_YEAR = (() => {
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const decades = [2030, 2040, 2050, 2060];
  const pattern = [`([0-9][0-9][0-9])(?:${digits.map((digit) => `(${digit})`).join('|')})`, ...decades.map((decade) => `(${decade})`)].join('|');
  const format = ['${1}', ...digits.map((digit, i) => `\${${i + 2}:+${digit - 1}}`), ...decades.map((decade, i) => `\${${i + 11}:+${decade - 1}}`)].join('');
  return `\${CURRENT_YEAR/${pattern}/${format}/}`;
})();

/**
 * Where a notation is offered: Markdown never writes tabs, plain text never writes pipes. In documents of the own language the server
 * is always there and knows more.
 */
const scopes: Readonly<Record<Notation, string>> = { pipe: 'markdown', tab: 'plaintext' };
const anywhere = 'markdown,plaintext';
const notationName: Readonly<Record<Notation, string>> = { pipe: 'Markdown', tab: '制表符分隔' };

interface Snippet {
  readonly prefix: readonly string[];
  readonly scope: string;
  readonly description: string;
  readonly body: readonly string[];
}

function entries(item: SnippetItem): [string, Snippet][] {
  const make = (notation: Notation, scope: string, label: string): [string, Snippet] => [
    label,
    { prefix: item.prefixes, scope, description: `${label} · ${item.label.en}`, body: item.body(notation, LAST_YEAR).replace(/\n$/, '').split('\n') },
  ];
  if (item.body('pipe', LAST_YEAR) === item.body('tab', LAST_YEAR)) return [make('pipe', anywhere, item.label.zh)];
  return (['pipe', 'tab'] as const).map((notation) => make(notation, scopes[notation], `${item.label.zh}（${notationName[notation]}）`));
}

/** The contributed snippets: everything that can be inserted into a report of the format in force. */
export function snippetsFile(): GeneratedFile {
  const snippets = Object.fromEntries(snippetItems(currentFormat).flatMap(entries));
  return { path: 'snippets/disclosure-report.code-snippets', content: `${JSON.stringify(snippets, undefined, 2)}\n` };
}
