/** The Chinese workbench: no language pack can be downloaded, but VS Code for the web carries all texts in Chinese. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOss } from './install.mjs';

/** Where the web host's messages of a language stand: a script that sets one flat list. */
export const webMessages = join(codeOss, 'nls/zh-cn/nls.messages.js');

/** What the server reads as languagepacks.json; the texts are written into `dir`. Without the web host only extensions are Chinese. */
export function languagePacks(dir) {
  const path = join(dir, 'main.i18n.json');
  writeFileSync(path, JSON.stringify({ version: '1.0.0', contents: workbenchTexts() }));
  // An empty list of extensions would keep every extension of the server from loading.
  return { 'zh-cn': { hash: 'zh-cn-1', label: '中文(简体)', extensions: [{ extensionIdentifier: { id: 'test.zh' }, version: '1.0.0' }], translations: { vscode: path } } };
}

function workbenchTexts() {
  const keys = join(codeOss, 'out/nls.keys.json');
  if (!existsSync(keys) || !existsSync(webMessages)) return {};
  const scope = {};
  new Function('globalThis', readFileSync(webMessages, 'utf8'))(scope);
  const messages = scope._VSCODE_NLS_MESSAGES[Symbol.iterator]();
  const contents = {};
  for (const [module, names] of JSON.parse(readFileSync(keys, 'utf8'))) contents[module] = Object.fromEntries(names.map((name) => [name, messages.next().value]));
  return contents;
}
