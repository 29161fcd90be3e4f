import { l10n, QuickPickItemKind, window, workspace, type QuickPickItem, type Uri } from 'vscode';
import { importFile } from './import-report';
import type { Office } from './office';
import { mayBeReport } from '../../server/src/core/read/may-be-report';

/** Files that may hold a report, and folders in which nobody keeps one. */
const FILES = '**/*.{md,txt,nianbao,html,htm,docx}';
const NOT_IN = '{**/node_modules/**,**/.git/**,**/dist/**}';
const MOST_FILES = 300;
const LONGEST = 4_000_000;

interface Choice extends QuickPickItem {
  readonly uri?: Uri;
  /** Asks for a file by the system's dialog. */
  readonly dialog?: true;
}

/** A report somewhere: its text, as it stands in the editor if it is open. */
export interface ChosenReport {
  readonly uri: Uri;
  readonly text: string;
}

/** Asks for last year's report: one that is open, one of the workspace, or any file. `undefined` when given up. */
export async function chooseReport(title: string, office: Office): Promise<ChosenReport | undefined> {
  const chosen = await window.showQuickPick(choices(), { title, placeHolder: l10n.t('Which is last year’s report?'), matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true });
  if (!chosen) return undefined;
  const uri = chosen.dialog ? (await window.showOpenDialog({ title: l10n.t('Last year’s report'), openLabel: l10n.t('Take this one') }))?.[0] : chosen.uri;
  return uri && { uri, text: await textOf(uri, office) };
}

async function choices(): Promise<Choice[]> {
  const open = workspace.textDocuments.filter((document) => !document.isClosed && mayBeReport(document.getText())).map(({ uri, getText }) => choice(uri, getText()));
  const known = new Set(open.map(({ uri }) => uri?.toString()));
  const found = (await workspace.findFiles(FILES, NOT_IN, MOST_FILES)).filter((uri) => !known.has(uri.toString()));
  const [documents, plain] = [found.filter(isWord), found.filter((uri) => !isWord(uri))];
  const texts = await Promise.all(plain.map(async (uri) => ({ uri, text: await plainTextOf(uri).catch(() => '') })));
  // What a Word document holds is found out when it is taken: reading all of them would take seconds.
  const files = [...texts.filter(({ text }) => mayBeReport(text)).map(({ uri, text }) => choice(uri, text)), ...documents.map((uri) => choice(uri, ''))];
  const group = (label: string, items: Choice[]): Choice[] => (items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items.sort((a, b) => (a.label < b.label ? -1 : 1))]);
  return [...group(l10n.t('Open'), open), ...group(l10n.t('In this folder'), files), { label: '', kind: QuickPickItemKind.Separator }, { label: l10n.t('Another file…'), dialog: true, alwaysShow: true }];
}

/** Its name, where it lies, and its first line, which is nearly always the title; of a page, what the page calls itself. */
function choice(uri: Uri, text: string): Choice {
  const path = workspace.asRelativePath(uri);
  const first = (isPage(uri) ? /<title[^>]*>([^<]*)/i.exec(text)?.[1] ?? '' : text).split(/\r\n|\r|\n/, 20).map((line) => line.replace(/^[#\s\u3000]+|\s+$/g, '')).find((line) => line !== '');
  return { label: path.slice(path.lastIndexOf('/') + 1), description: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '', ...(first ? { detail: first.slice(0, 80) } : {}), uri };
}

const isWord = ({ path }: Uri): boolean => /\.docx$/i.test(path);
const isPage = ({ path }: Uri): boolean => /\.(html?|mht|mhtml)$/i.test(path);

/**
 * Text of a file: what is open in the editor, else by the file system, in Unicode or in the encoding of older Chinese
 * systems; of a Word document or web page, the draft it is imported as. @throws OfficeFailure when it cannot be read.
 */
export async function textOf(uri: Uri, office: Office): Promise<string> {
  if (isWord(uri) || isPage(uri)) return (await importFile(office, uri))?.markdown ?? '';
  return plainTextOf(uri);
}

async function plainTextOf(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  if ((await workspace.fs.stat(uri)).size > LONGEST) return '';
  return decode(await workspace.fs.readFile(uri));
}

/** Exported for tests. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
