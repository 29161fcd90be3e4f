import { Disposable, FileSystemError, FileType, l10n, RelativePattern, Uri, workspace } from 'vscode';
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
  const names = (uris: readonly Uri[]): string[] => uris.map((uri) => client.code2ProtocolConverter.asUri(uri));
  const changed = (uris: readonly string[]): void => void client.sendNotification(Method.filesChanged, { uris }).catch(() => undefined);
  /** What the server knows of: folders that come and go bring files and take them along, which no file event tells. */
  let listed: readonly string[] = [];
  client.onRequest(Method.listFiles, async (): Promise<WorkspaceFiles> => {
    const [files, configs, above] = await Promise.all([find(DRAFTS), find(`**/${CONFIG}`), configsAbove()]);
    listed = names([...files, ...configs]);
    return { files: names(files), configs: names(configs), configsAbove: names(above.filter((uri) => !configs.some((each) => each.toString() === uri.toString()))) };
  });
  client.onRequest(Method.readFile, async ({ uri, stamp }: { readonly uri: string; readonly stamp?: string }) =>
    textOf(Uri.parse(uri), stamp).catch((error: unknown) => {
      // One that is gone is told of by file events, and comes and goes in a checkout.
      if (!(error instanceof FileSystemError && error.code === 'FileNotFound')) client.outputChannel.appendLine(l10n.t('{0} cannot be read: {1}', uri, String(error)));
      return null;
    }));
  const foldersChanged = async (): Promise<void> => {
    const before = listed;
    listed = names((await Promise.all([find(DRAFTS), find(`**/${CONFIG}`)])).flat());
    const [was, is] = [new Set(before), new Set(listed)];
    changed([...before.filter((uri) => !is.has(uri)), ...listed.filter((uri) => !was.has(uri))]);
  };
  return Disposable.from(
    workspace.onDidChangeWorkspaceFolders(() => void foldersChanged()),
    // The server follows the drafts that are open, not this file: what is typed in it counts too.
    workspace.onDidChangeTextDocument(({ document: { uri } }) => {
      if (uri.path.endsWith(`/${CONFIG}`)) changed(names([uri]));
    }),
    followFolders((uris) => changed(names(uris))),
  );
}

/** Within the workspace a folder that is renamed or deleted is one event, not one for each file in it; the server knows what was in it. */
function followFolders(tell: (uris: readonly Uri[]) => void): Disposable {
  const watcher = workspace.createFileSystemWatcher('**/*', false, true, false);
  const mayBeFolder = ({ path }: Uri): boolean => !/\.[A-Za-z0-9]{1,8}$/.test(path) && !/\/(?:node_modules|\.git)(?:\/|$)/.test(path);
  const filesIn = async (folder: Uri): Promise<Uri[]> => (await Promise.all([DRAFTS, `**/${CONFIG}`].map((pattern) => workspace.findFiles(new RelativePattern(folder, pattern), NOT_IN)))).flat();
  return Disposable.from(
    watcher,
    watcher.onDidDelete((uri) => {
      if (mayBeFolder(uri)) tell([uri]);
    }),
    watcher.onDidCreate((uri) => {
      if (mayBeFolder(uri)) void filesIn(uri).then(tell, () => undefined);
    }),
  );
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
  // A draft from elsewhere counts while it is open; of a folder that has left the workspace nothing does.
  if (!workspace.getWorkspaceFolder(uri) && !(isConfig && isAbove(uri))) return null;
  const { size, mtime } = await workspace.fs.stat(uri);
  if (size > LONGEST) return null;
  const stamp = !isConfig && mtime > 0 && Date.now() - mtime > FRESH ? `${size} ${mtime}` : undefined;
  if (stamp !== undefined && stamp === known) return { unchanged: true };
  return { ...given(uri, decode(await workspace.fs.readFile(uri))), ...(stamp === undefined ? {} : { stamp }) };
}

const isAbove = ({ path }: Uri): boolean => (workspace.workspaceFolders ?? []).some(({ uri }) => uri.path.startsWith(path.slice(0, path.lastIndexOf('/') + 1)));

const given = (uri: Uri, text: string): FileText => (/\.(?:json|nianbao)$/i.test(uri.path) || mayBeReport(text) ? { text } : {});
