import { env, l10n, Range, Selection, Uri, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import type { Exported, ExportFormat, ExportOptions } from '../../server/src/office';
import { OfficeFailure, said, tellNotices, type Office } from './office';
import { Method, type BeforeExport } from './protocol';
import type { Service } from './service';

/** Findings named before an export; the others are a number. */
const MOST_NAMED = 5;

/** Makes of the draft in an editor the document that is published, once its errors have been shown and confirmed. @param to asks for no place. */
export async function exportReport(office: Office, service: Service, editor: TextEditor, format: ExportFormat, to?: Uri): Promise<void> {
  const { document } = editor;
  const exported = await make(office, service, editor, async () => {
    const template = format === 'docx' ? await templateOf(document) : undefined;
    return { format, ...(template ? { template } : {}) };
  });
  if (!exported) return;
  const target = to ?? (await window.showSaveDialog({ title: l10n.t('Export the report'), saveLabel: l10n.t('Export'), defaultUri: proposed(document, format), filters: { [format === 'docx' ? 'Word' : 'HTML']: [format] } }));
  if (!target) return;
  await workspace.fs.writeFile(target, exported.bytes);
  tellNotices(l10n.t('Exported: {0}', workspace.asRelativePath(target)), exported.notices, { [l10n.t('Open it')]: () => env.openExternal(target) });
}

/** The report as the code of a web page, without the page around it: what a portal's editor takes. */
export async function copyWebPage(office: Office, service: Service, editor: TextEditor): Promise<void> {
  const exported = await make(office, service, editor, () => Promise.resolve({ format: 'html', fragment: true }));
  if (!exported) return;
  await env.clipboard.writeText(new TextDecoder().decode(exported.bytes));
  tellNotices(l10n.t('The web page is on the clipboard.'), exported.notices);
}

/** @returns undefined when the writer has declined, or has been told why it cannot be done. */
async function make(office: Office, service: Service, editor: TextEditor, options: () => Promise<ExportOptions>): Promise<Exported | undefined> {
  try {
    const text = editor.document.getText();
    // Asked together: nobody reads a second dialog.
    const doubts = [...(await errorsOf(service, editor)), ...((await office.leftToFill(text)) ?? []).map(({ span, message }): Doubt => leftOf(editor.document, span.start, said(message)))];
    if (doubts.length > 0 && !(await confirmed(editor, doubts))) return undefined;
    return await office.exportReport(text, { ...(await options()), allowPlaceholders: true });
  } catch (error) {
    void window.showErrorMessage(error instanceof OfficeFailure ? error.message : l10n.t('It did not work: {0}', String(error)));
    return undefined;
  }
}

/** Something to be seen before a draft becomes what is published: an error, or a place that is not filled in. */
interface Doubt {
  readonly range: Range;
  readonly message: string;
}

/** Findings at error level, of the text as it is now. None of a text that is no report: the exporter says so in its own words. */
async function errorsOf(service: Service, { document }: TextEditor): Promise<Doubt[]> {
  const client = await service.client();
  const before = await client.sendRequest<BeforeExport | null>(Method.beforeExport, { uri: client.code2ProtocolConverter.asUri(document.uri) });
  return (before?.errors ?? []).map(({ range: { start, end }, message }) => ({ range: new Range(start.line, start.character, end.line, end.character), message }));
}

function leftOf(document: TextDocument, offset: number, message: string): Doubt {
  const position = document.positionAt(offset);
  return { range: new Range(position, position), message };
}

/** True when the writer wants to export all the same. */
async function confirmed({ document, viewColumn }: TextEditor, doubts: readonly Doubt[]): Promise<boolean> {
  const [first] = doubts;
  const named = doubts.slice(0, MOST_NAMED).map(({ range, message }) => l10n.t('Line {0}: {1}', range.start.line + 1, message));
  const detail = [...named, ...(doubts.length > MOST_NAMED ? [l10n.t('and {0} more', doubts.length - MOST_NAMED)] : [])].join('\n');
  const [show, all] = [l10n.t('Show the first'), l10n.t('Export all the same')];
  const chosen = await window.showWarningMessage(l10n.t('Errors and places not filled in: {0}. Export the report?', doubts.length), { modal: true, detail }, show, all);
  if (chosen === show && first) await window.showTextDocument(document, { ...(viewColumn === undefined ? {} : { viewColumn }), selection: new Selection(first.range.start, first.range.end) });
  return chosen === all;
}

/** The office's own document, for its fonts and header. @throws OfficeFailure when it cannot be read. */
async function templateOf({ uri }: TextDocument): Promise<ExportOptions['template']> {
  const setting = workspace.getConfiguration('disclosureReport', uri).inspect<string>('export.template');
  const folder = (workspace.getWorkspaceFolder(uri) ?? workspace.workspaceFolders?.[0])?.uri;
  // What came with a folder may name files of that folder, not others of this machine.
  const ofFolder = setting?.workspaceFolderValue ?? setting?.workspaceValue;
  const path = (ofFolder ?? setting?.globalValue ?? '').trim();
  if (path === '') return undefined;
  const absolute = /^([\\/]|[A-Za-z]:)/.test(path);
  const inFolder = folder && !absolute && !path.split(/[\\/]/).includes('..') ? Uri.joinPath(folder, path) : undefined;
  const place = inFolder ?? (ofFolder === undefined && absolute ? Uri.file(path) : undefined);
  try {
    if (place) return await workspace.fs.readFile(place);
  } catch {
    // Said below.
  }
  throw new OfficeFailure(l10n.t('The template {0} (setting disclosureReport.export.template) cannot be read.', path));
}

/** Beside the draft under its name; of a draft never saved, in the first folder under its first line. */
function proposed({ uri, getText }: TextDocument, format: ExportFormat): Uri {
  const name = (path: string): string => `${path.replace(/\.[^./]*$/, '')}.${format}`;
  if (uri.scheme !== 'untitled') return uri.with({ path: name(uri.path) });
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (uri.path.includes('/')) return (folder ?? Uri.file('/')).with({ path: name(uri.path) });
  const title = /^[#\s\u3000]*(\S[^\r\n]{0,60})/.exec(getText())?.[1]?.replace(/[\\/:*?"<>|#\s]+/g, '') ?? '年报';
  return folder ? Uri.joinPath(folder, `${title}.${format}`) : Uri.file(`/${title}.${format}`);
}
