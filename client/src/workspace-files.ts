import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { mayBeReport } from '../../server/src/core/read/may-be-report';
import { decode } from './last-report';
import { Method } from './protocol';

const DRAFTS = '**/*.{md,txt,nianbao}';
const CONFIGS = '**/disclosure-report.json';
/** Nobody keeps a report there; what `files.exclude` hides is left out besides. */
const NOT_IN = '{**/node_modules/**,**/.git/**,**/dist/**}';
/** A larger file is no report. */
const LONGEST = 4_000_000;

/**
 * Answers the server's questions about files: it reads none itself, so that it works in a browser and on virtual file systems.
 * A text that is no report at a glance is not sent.
 */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(Method.listFiles, async () => {
    const [files, configs] = await Promise.all([find(DRAFTS), find(CONFIGS)]);
    const names = (uris: readonly Uri[]): string[] => uris.map((uri) => client.code2ProtocolConverter.asUri(uri));
    return { files: names(files), configs: names(configs) };
  });
  client.onRequest(Method.readFile, async ({ uri }: { readonly uri: string }) => textOf(Uri.parse(uri)).catch(() => null));
}

/** By folder: a folder that cannot be searched does not take the others with it. */
async function find(pattern: string): Promise<Uri[]> {
  const found = await Promise.all((workspace.workspaceFolders ?? []).map((folder) => Promise.resolve(workspace.findFiles(new RelativePattern(folder, pattern), NOT_IN)).catch(() => [])));
  return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()];
}

async function textOf(uri: Uri): Promise<{ readonly text: string } | null> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (!open && (await workspace.fs.stat(uri)).size > LONGEST) return null;
  const text = open ? open.getText() : decode(await workspace.fs.readFile(uri));
  return /\.(?:json|nianbao)$/i.test(uri.path) || mayBeReport(text) ? { text } : null;
}
