import { Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { IndexPiece } from '../../server/src/lsp/several/protocol';
import { Method } from './protocol';

const NAME = 'reports.index';
/** Characters of a piece on its way to the server. */
const PIECE = 500_000;
/** More than this is no index of ours. */
const LONGEST = 300_000_000;

/**
 * Keeps the server's index of the workspace in the extension's own storage, never among the user's files.
 * @param folder of this extension for this workspace, which VS Code removes with it.
 */
export function serveIndex(client: BaseLanguageClient, folder: Uri): void {
  const file = Uri.joinPath(folder, NAME);
  let loaded: Promise<string> | undefined;
  let pieces: string[] = [];
  client.onRequest(Method.loadIndex, async ({ piece }: { readonly piece: number }) => {
    if (piece === 0 || !loaded) loaded = read(file);
    const text = await loaded.catch(() => '');
    if (text === '') return null;
    const last = (piece + 1) * PIECE >= text.length;
    if (last) loaded = undefined;
    return { text: text.slice(piece * PIECE, (piece + 1) * PIECE), last };
  });
  client.onRequest(Method.saveIndex, async ({ text, first, last }: IndexPiece) => {
    if (first) pieces = [];
    pieces.push(text);
    if (!last) return null;
    const whole = new TextEncoder().encode(pieces.join(''));
    pieces = [];
    const fresh = Uri.joinPath(folder, `${NAME}.new`);
    await workspace.fs.createDirectory(folder);
    await workspace.fs.writeFile(fresh, whole);
    // In one step: a window that is closed meanwhile leaves the old one or the new one.
    await workspace.fs.rename(fresh, file, { overwrite: true });
    return null;
  });
}

async function read(file: Uri): Promise<string> {
  if ((await workspace.fs.stat(file)).size > LONGEST) return '';
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}
