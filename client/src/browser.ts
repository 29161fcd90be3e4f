import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './start';

/** The part of a worker this needs; the library's types come with a DOM that Node's do not have. */
declare const Worker: new (url: string) => never;

/** VS Code in a browser: the server is a worker of the extension host. */
export function activate(context: ExtensionContext): void {
  const worker = Uri.joinPath(context.extensionUri, 'dist/server/browser.js').toString(true);
  start(context, (id, name, options) => new LanguageClient(id, name, async () => new Worker(worker), options));
}
