import { Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { ClientLibrary } from './service';

export { State } from 'vscode-languageclient/browser';

/** The part of a worker this needs; the library's types come with a DOM that Node's do not have. */
declare const Worker: new (url: string) => never;

/** The server is a worker of the extension host. */
export const createClient: ClientLibrary['createClient'] = (extension, id, name, options) =>
  new LanguageClient(id, name, async () => new Worker(Uri.joinPath(extension, 'dist/server/browser.js').toString(true)), options);
