import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { start } from './start';

/** The part of a worker this needs; the library's types come with a DOM that Node's do not have. */
declare const Worker: new (url: string) => never;

/** VS Code in a browser: the server is a worker of the extension host. */
export function activate(context: ExtensionContext): void {
  const url = Uri.joinPath(context.extensionUri, 'dist/server/browser.js').toString(true);
  // The host's own kind of worker is no `Worker` to the client, which would take it for a pair of streams.
  const connect = async () => {
    const worker = new Worker(url);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  start(context, (id, name, options) => new LanguageClient(id, name, connect, options));
}
