/**
 * Besides the usual mistakes, the architecture: data flows text → format → read → report → fixes → rules, the core knows no
 * protocol, no editor and no system, and the shells around it do not know each other. See docs/architecture.md.
 */
import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What each folder of the core may use of the others. */
const uses = {
  text: [],
  format: ['text'],
  read: ['text', 'format'],
  report: ['text', 'format', 'read'],
  snippets: ['text', 'format', 'read'],
  fixes: ['text', 'format', 'read', 'report', 'snippets'],
  suppress: ['text', 'read', 'fixes'],
  rules: ['text', 'format', 'read', 'report', 'fixes'],
  extract: ['text', 'format', 'read', 'report'],
  relatives: ['text', 'format', 'read', 'report', 'rules'],
  // These stand on top of the analysis, beside each other.
  preview: ['text', 'format', 'read', 'report', 'snippets', 'fixes', 'rules'],
  writing: ['text', 'format', 'read', 'report', 'snippets', 'fixes', 'rules'],
};
const onTop = ['preview', 'writing'];
for (const { name } of readdirSync(new URL('server/src/core', import.meta.url), { withFileTypes: true }).filter((each) => each.isDirectory())) if (!(name in uses)) throw new Error(`say in eslint.config.mjs what server/src/core/${name} may use`);

/** Forbids imports that match; `typesOnly` lets their types through. */
const forbid = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns: patterns.map(({ regex, message, typesOnly = false }) => ({ regex, message, allowTypeImports: typesOnly })) }] });

const outside = { regex: '^(node:|vscode|fs$|path$|(\\.\\./)+(lsp|cli|client)(/|$))', message: 'The core is pure: no protocol, no editor, no system.' };
const core = Object.entries(uses).map(([folder, allowed]) => {
  const others = Object.keys(uses).filter((other) => other !== folder && !allowed.includes(other));
  return {
    files: [`server/src/core/${folder}/**/*.ts`],
    rules: forbid(outside, { regex: `^(\\.\\./)+(${others.join('|')})(/|$)`, message: `core/${folder} may use ${allowed.join(', ') || 'no other folder'} of the core: data flows one way.` },
      ...(onTop.includes(folder) ? [] : [{ regex: '^(\\.\\./)+(analyse|check-report|fix-all|table-at)$', message: 'The folders of the core do not use what stands on top of them.' }]),
      { regex: '^(\\.\\./)+index$', message: 'The public face of the core is for the shells around it.' }),
  };
});

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'dist-test/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', prefer: 'type-imports' }],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: Object.fromEntries(['process', 'console', 'setTimeout', 'clearTimeout', 'fetch', 'AbortSignal', 'URL', 'Buffer', 'document', 'navigator', 'ClipboardItem', 'Blob'].map((name) => [name, 'readonly'])) },
  },
  {
    files: ['test/editor-host/floor/**/*.{cjs,js}'],
    languageOptions: { sourceType: 'commonjs', globals: Object.fromEntries(['process', 'console', 'setInterval', '__dirname'].map((name) => [name, 'readonly'])) },
  },
  // Wide spaces are what drafts are made of; control characters are looked for on purpose.
  { rules: { 'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true }], 'no-control-regex': 'off', 'no-regex-spaces': 'off' } },
  { files: ['**/*.{ts,mjs}'], rules: { eqeqeq: 'error', quotes: ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }] } },
  { files: ['server/src/core/*.ts'], rules: forbid(outside) },
  {
    files: ['server/src/core/*.ts'],
    ignores: ['server/src/core/index.ts'],
    rules: forbid(outside, { regex: `^\\./(${['extract', 'relatives', ...onTop, 'index'].join('|')})(/|$)`, message: 'The analysis knows nothing of what is made of it.' }),
  },
  // A report is checked by what the analysis gives it, of which it knows the types.
  { files: ['server/src/core/check-report.ts'], rules: forbid(outside, { regex: `^\\./(analyse|fix-all|table-at|suppress|extract|relatives|${onTop.join('|')}|index)(/|$)`, message: 'Checking one report comes before the analysis of the text.', typesOnly: true }) },
  ...core,
  { files: ['server/src/lsp/**/*.ts'], rules: forbid({ regex: '(\\.\\./)+(cli|client|office)(/|$)|^vscode$', message: 'The language server knows no command line, no editor and no Word.' }) },
  { files: ['server/src/office/**/*.ts'], rules: forbid({ regex: '^(node:|vscode|fs$|path$)|(\\.\\./)+(lsp|cli|client)(/|$)', message: 'Word and web pages in and out: bytes go in, bytes come out.' }) },
  { files: ['server/src/cli/**/*.ts'], rules: forbid({ regex: '(\\.\\./)+(lsp/(?!rule-page$)|client/)|^vscode', message: 'The command line knows no language server but the address of a rule page.' }) },
  {
    files: ['client/**/*.ts'],
    rules: forbid({ regex: '/server/src/(?!core/(read/may-be-report|writing/moving)$)', message: 'The client talks to the server; of its sources it takes types, and from the core the cheap first look and the moving from value to value, which a key cannot wait for.', typesOnly: true }),
  },
  {
    // Types are needed for this one alone, so it runs where promises are.
    files: ['client/src/**/*.ts', 'server/src/lsp/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
);
