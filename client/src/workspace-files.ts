import { FileType, RelativePattern, Uri, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileText, WorkspaceFiles } from '../../server/src/lsp/several/protocol';
import { mayBeReport } from '../../server/src/core/read/may-be-report';
import { decode } from './last-report';
import { Method } from './protocol';

const DRAFTS = '**/*.{md,txt,nianbao}';
const CONFIG = 'disclosure-report.json';
/** Nobody keeps a report there; what `files.exclude` hides is left out besides. */
const NOT_IN = '{**/node_modules/**,**/.git/**,**/dist/**}';
/** A larger file is no report. */
const LONGEST = 4_000_000;
/** A file written this short a time ago, in ms, may be written again within the same tick of its clock. */
const FRESH = 3000;

/**
 * Answers the server's questions about files: it reads none itself, so that it works in a browser and on virtual file systems.
 * A text that is no report at a glance is not sent, nor one the server knows by its stamp.
 */
export function serveFiles(client: BaseLanguageClient): Disposable {
  client.onRequest(Method.listFiles, async (): Promise<WorkspaceFiles> => {
    const [files, configs, above] = await Promise.all([find(DRAFTS), find(`**/${CONFIG}`), configsAbove()]);
    const names = (uris: readonly Uri[]): string[] => uris.map((uri) => client.code2ProtocolConverter.asUri(uri));
    return { files: names(files), configs: names(configs), configsAbove: names(above.filter((uri) => !configs.some((each) => each.toString() === uri.toString()))) };
  });
  client.onRequest(Method.readFile, async ({ uri, stamp }: { readonly uri: string; readonly stamp?: string }) => textOf(Uri.parse(uri), stamp).catch(() => null));
  // The server follows the drafts that are open, not this file: what is typed in it counts too.
  return workspace.onDidChangeTextDocument(({ document: { uri } }) => {
    if (uri.path.endsWith(`/${CONFIG}`)) void client.sendNotification(Method.filesChanged, { uris: [client.code2ProtocolConverter.asUri(uri)] }).catch(() => undefined);
  });
}

/** By folder: a folder that cannot be searched does not take the others with it. */
async function find(pattern: string): Promise<Uri[]> {
  const found = await Promise.all((workspace.workspaceFolders ?? []).map((folder) => Promise.resolve(workspace.findFiles(new RelativePattern(folder, pattern), NOT_IN)).catch(() => [])));
  return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()];
}

/** Config files of the folders above the workspace's, as the command line finds them. */
async function configsAbove(): Promise<Uri[]> {
  const found = new Map<string, Uri>();
  for (const { uri } of workspace.workspaceFolders ?? []) {
    for (let folder = uri; folder.path.length > 1; ) {
      folder = Uri.joinPath(folder, '..');
      const config = Uri.joinPath(folder, CONFIG);
      if (found.has(config.toString())) break;
      if (await workspace.fs.stat(config).then(({ type }) => (type & FileType.File) !== 0, () => false)) found.set(config.toString(), config);
    }
  }
  return [...found.values()];
}

async function textOf(uri: Uri, known: string | undefined): Promise<FileText | null> {
  const isConfig = uri.path.endsWith('.json');
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return given(uri, open.getText());
  const { size, mtime } = await workspace.fs.stat(uri);
  if (size > LONGEST) return null;
  const stamp = !isConfig && mtime > 0 && Date.now() - mtime > FRESH ? `${size} ${mtime}` : undefined;
  if (stamp !== undefined && stamp === known) return { unchanged: true };
  return { ...given(uri, decode(await workspace.fs.readFile(uri))), ...(stamp === undefined ? {} : { stamp }) };
}

const given = (uri: Uri, text: string): FileText => (/\.(?:json|nianbao)$/i.test(uri.path) || mayBeReport(text) ? { text } : {});
