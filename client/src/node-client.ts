import { Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { ClientLibrary } from './service';

export { CloseAction, ErrorAction, State } from 'vscode-languageclient/node';

/** The server is a process of its own. */
export const createClient: ClientLibrary['createClient'] = (extension, id, name, options) =>
  new LanguageClient(id, name, { module: Uri.joinPath(extension, 'dist/server/node.js').fsPath, transport: TransportKind.ipc }, options);
