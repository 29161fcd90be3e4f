import { formats } from '../../../src/core/format';
import type { GeneratedFile } from '../types';
import { commentInjection, markdownInjection } from './injections';
import { ownGrammar } from './own';
import { grammarWords } from './words';

/** The grammar of the own language and those injected into Markdown, with the declared labels in them. */
export function grammarFiles(): GeneratedFile[] {
  const words = grammarWords(formats);
  const file = (name: string, grammar: object): GeneratedFile => ({ path: `syntaxes/${name}.tmLanguage.json`, content: `${JSON.stringify(grammar, undefined, 2)}\n` });
  return [file('disclosure-report', ownGrammar(words)), file('markdown-injection', markdownInjection(words)), file('comment-injection', commentInjection())];
}
