import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const root = join(__dirname, '..', '..');
const require_ = createRequire(join(root, 'package.json'));

/** The real Markdown grammar, where the editor of the editor tests is installed. */
export const REAL_MARKDOWN = join(root, 'test/editor-host/node_modules/code-server/lib/vscode/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json');

/** What the injections build on, with the scopes and the precedence of VS Code's Markdown grammar. */
const MARKDOWN_STUB = {
  scopeName: 'text.html.markdown',
  patterns: [
    { begin: '(^|\\G)\\s*(```)', end: '(^|\\G)\\s*(```)', name: 'markup.fenced_code.block.markdown' },
    { begin: '<!--', end: '-->', name: 'comment.block.html' },
    {
      begin: '(^|\\G)(\\|)(?=[^|].+\\|\\s*$)',
      while: '(^|\\G)(?=\\|)',
      name: 'markup.table.markdown',
      patterns: [
        { match: '\\|', name: 'punctuation.definition.table.markdown' },
        { match: '(?<=\\|)\\s*(?=\\S)((\\\\\\||[^|])+)(?<=\\S)\\s*(?=\\|)', name: 'meta.cell' },
      ],
    },
  ],
};

interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** A registry with the grammars the manifest contributes. @param real with VS Code's own Markdown grammar. */
export async function registry(real = false): Promise<Registry> {
  const wasm = readFileSync(require_.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { contributes: { grammars: GrammarContribution[] } };
  return new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scopeName) => {
      if (scopeName === 'text.html.markdown') return real && existsSync(REAL_MARKDOWN) ? parseRawGrammar(readFileSync(REAL_MARKDOWN, 'utf8'), REAL_MARKDOWN) : parseRawGrammar(JSON.stringify(MARKDOWN_STUB), 'stub.json');
      const own = contributes.grammars.find((each) => each.scopeName === scopeName);
      return own ? parseRawGrammar(readFileSync(join(root, own.path), 'utf8'), own.path) : null;
    },
    getInjections: (scopeName) => contributes.grammars.filter(({ injectTo }) => injectTo?.includes(scopeName)).map((each) => each.scopeName),
  });
}

export async function grammar(scopeName: string, real = false): Promise<IGrammar> {
  const loaded = await (await registry(real)).loadGrammar(scopeName);
  if (!loaded) throw new Error(`no grammar ${scopeName}`);
  return loaded;
}

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Tokens of each line. */
export function tokenize(used: IGrammar, lines: readonly string[]): Token[][] {
  let state = INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = used.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
  });
}
