import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { OWN_LANGUAGE, selector } from '../../client/src/languages';
import { formats } from '../../server/src/core';
import { serverOptions } from '../../server/src/lsp/options';
import { parseSettings } from '../../server/src/lsp/settings';

const root = join(__dirname, '..', '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = <T>(path: string): T => JSON.parse(text(path)) as T;

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}
interface MenuItem {
  readonly command: string;
  readonly when?: string;
}
interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly extensions: readonly string[]; readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly snippets: readonly { readonly path: string; readonly language?: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly markdown: string }; readonly completionEvents?: readonly string[] }[] }[];
  };
}

const manifest = json<Manifest>('package.json');
const { contributes } = manifest;
const nls = { en: json<Record<string, string>>('package.nls.json'), zh: json<Record<string, string>>('package.nls.zh-cn.json') };
const bundle = json<Record<string, string>>('l10n/bundle.l10n.zh-cn.json');
const sources = readdirSync(join(root, 'client/src')).map((name) => text(`client/src/${name}`)).join('\n');
const HAN = /\p{Script=Han}/u;

describe('texts of the manifest', () => {
  it('have the same keys in both languages, and all are used', () => {
    assert.deepEqual(Object.keys(nls.en), Object.keys(nls.zh));
    const used = [...new Set([...text('package.json').matchAll(/%([\w.-]+)%/g)].map(([, key = '']) => key))];
    assert.deepEqual([...used].sort(), Object.keys(nls.en).sort());
  });

  it('are Chinese in the one file and English in the other', () => {
    for (const [key, value] of Object.entries(nls.zh)) assert.match(value, HAN, key);
    for (const [key, value] of Object.entries(nls.en)) assert.match(value, /[A-Za-z]{2}/, key);
  });
});

describe('texts of the client', () => {
  const used = [...sources.matchAll(/l10n\.t\('([^']+)'/g)].map(([, key = '']) => key);

  it('each has a translation, and no translation is left over', () => {
    assert.ok(used.length > 10);
    assert.equal(used.length, [...sources.matchAll(/l10n\.t\(/g)].length, 'texts stand in single quotes');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(bundle).sort());
  });

  it('keep their placeholders and are Chinese', () => {
    const placeholders = (value: string): string[] => [...value.matchAll(/\{\d\}/g)].map(([each]) => each).sort();
    for (const [key, value] of Object.entries(bundle)) {
      assert.deepEqual(placeholders(value), placeholders(key), key);
      assert.match(value, HAN, key);
    }
  });
});

describe('manifest', () => {
  it('names files that are there', () => {
    const paths = [manifest.icon, ...contributes.languages.map(({ configuration }) => configuration), ...contributes.grammars.map(({ path }) => path), ...contributes.snippets.map(({ path }) => path)];
    for (const step of contributes.walkthroughs.flatMap(({ steps }) => steps)) paths.push(step.media.markdown, step.media.markdown.replace(/\.md$/, '.nls.zh-cn.md'));
    assert.deepEqual(paths.filter((path) => !existsSync(join(root, path))), []);
  });

  it('names the bundles that are built', () => {
    const built = [...text('esbuild.mjs').matchAll(/outfile: '([^']+)'/g)].map(([, path = '']) => `./${path}`);
    for (const path of [manifest.main, manifest.browser]) assert.ok(built.includes(path), path);
    for (const [, path = ''] of sources.matchAll(/'(dist\/[^']+)'/g)) assert.ok(built.includes(`./${path}`), path);
  });

  it('has a 128 × 128 icon', () => {
    const icon = readFileSync(join(root, manifest.icon));
    assert.equal(icon.subarray(1, 4).toString('latin1'), 'PNG');
    assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [128, 128]);
  });

  it('wakes up for the languages the client serves and for its own page that was open, and for nothing else', () => {
    assert.deepEqual([...manifest.activationEvents].sort(), [...selector.map(({ language }) => `onLanguage:${language}`), 'onWebviewPanel:disclosureReport.preview'].sort());
    assert.deepEqual(contributes.languages.map(({ id, extensions }) => [id, extensions]), [[OWN_LANGUAGE, ['.nianbao']]]);
  });

  it('is compiled against the API of the oldest VS Code it runs in', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });

  it('leaves the languages of snippets to their scopes', () => {
    for (const { path, language } of contributes.snippets) {
      assert.equal(language, undefined);
      // VS Code reads scopes in files of this kind only.
      assert.match(path, /\.code-snippets$/);
      for (const { scope } of Object.values(json<Record<string, { scope: string }>>(path))) for (const each of scope.split(',')) assert.ok(selector.some((served) => served.language === each), each);
    }
  });
});

describe('commands', () => {
  const contributed = contributes.commands.map(({ command }) => command);
  const registered = [...sources.matchAll(/register\('(\w+)'/g)].map(([, name = '']) => `disclosureReport.${name}`).concat([...sources.matchAll(/registerCommand\('([\w.]+)'/g)].map(([, name = '']) => name));

  it('are those the client registers', () => {
    assert.deepEqual([...contributed].sort(), [...registered].sort());
    for (const { category } of contributes.commands) assert.equal(category, '%category%');
  });

  it('in menus and walkthroughs exist', () => {
    for (const [menu, items] of Object.entries(contributes.menus)) for (const { command } of items) assert.ok(contributed.includes(command), `${menu} ${command}`);
    for (const { completionEvents = [] } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      for (const event of completionEvents) if (event.startsWith('onCommand:disclosureReport')) assert.ok(contributed.includes(event.slice('onCommand:'.length)), event);
    }
    for (const value of Object.values(nls.en)) for (const [, command = ''] of value.matchAll(/\(command:(disclosureReport\.\w+)/g)) assert.ok(contributed.includes(command), command);
  });

  it('in the menu of the editor are for reports only', () => {
    for (const { command, when } of contributes.menus['editor/context'] ?? []) assert.match(when ?? '', /^disclosureReport\.isReport\b/, command);
    assert.match(sources, /'disclosureReport\.isReport'/);
  });
});

describe('settings', () => {
  const { properties } = contributes.configuration;
  const setting = (name: string): Setting => properties[`disclosureReport.${name}`] ?? assert.fail(name);
  const loud = (complaint: string): never => assert.fail(complaint);

  it('the manifest’s defaults are the server’s', () => {
    const values = Object.fromEntries(Object.entries(properties).map(([name, { default: value }]) => [name.replace('disclosureReport.', ''), value]));
    assert.deepEqual(parseSettings(values, loud), parseSettings(undefined, loud));
    const delay = (initializationOptions: unknown): number => serverOptions({ initializationOptions } as Parameters<typeof serverOptions>[0], { version: '1', year: () => 2025 }, loud).diagnosticDelay;
    assert.equal(setting('diagnosticDelay').default, delay({}));
    for (const edge of [setting('diagnosticDelay').minimum, setting('diagnosticDelay').maximum]) assert.equal(delay({ diagnosticDelay: edge }), edge);
  });

  it('the server understands every choice the manifest offers', () => {
    assert.deepEqual([...(setting('format').enum ?? [])].sort(), ['auto', ...formats.map(({ id }) => id)].sort());
    for (const [name, { enum: choices = [] }] of Object.entries(properties)) for (const choice of choices) parseSettings({ [name.replace('disclosureReport.', '')]: choice }, loud);
  });
});

describe('language configuration', () => {
  const configuration = json<{ brackets: [string, string][]; autoClosingPairs: { open: string; close: string }[]; surroundingPairs: [string, string][]; autoCloseBefore: string }>('language-configuration.json');

  it('knows the full-width brackets and quotes', () => {
    const closing = configuration.autoClosingPairs.map(({ open, close }) => open + close);
    const surrounding = configuration.surroundingPairs.map((pair) => pair.join(''));
    for (const pair of ['（）', '《》', '〈〉', '【】', '〔〕', '“”', '‘’']) {
      assert.ok(closing.includes(pair), pair);
      assert.ok(surrounding.includes(pair), pair);
    }
    for (const pair of configuration.brackets) assert.ok(closing.includes(pair.join('')) || pair[0] === '{', pair.join(''));
    for (const { close } of configuration.autoClosingPairs) if (close.length === 1) assert.ok(configuration.autoCloseBefore.includes(close), close);
  });
});
