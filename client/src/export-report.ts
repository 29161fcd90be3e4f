import { commands, env, l10n, Range, Selection, Uri, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import type { ExportFormat, ExportOptions } from '../../server/src/office';
import { OfficeFailure, tellNotices, type Office } from './office';
import { Method, type BeforeExport } from './protocol';
import type { Service } from './service';

/** Findings named before an export; the others are a number. */
const MOST_NAMED = 5;

/** Makes of the draft in an editor the document that is published, once its errors have been shown and confirmed. */
export async function exportReport(office: Office, service: Service, editor: TextEditor, format: ExportFormat): Promise<void> {
  const { document } = editor;
  if (!(await confirmed(service, editor))) return;
  try {
    const template = format === 'docx' ? await templateOf(document) : undefined;
    const exported = await office.exportReport(document.getText(), { format, ...(template ? { template } : {}) });
    if (!exported) return;
    const target = await window.showSaveDialog({ title: l10n.t('Export the report'), saveLabel: l10n.t('Export'), defaultUri: proposed(document, format), filters: { [format === 'docx' ? 'Word' : 'HTML']: [format] } });
    if (!target) return;
    await workspace.fs.writeFile(target, exported.bytes);
    tellNotices(l10n.t('Exported: {0}', workspace.asRelativePath(target)), exported.notices, { [l10n.t('Open it')]: () => env.openExternal(target) });
  } catch (error) {
    void window.showErrorMessage(error instanceof OfficeFailure ? error.message : l10n.t('It did not work: {0}', String(error)));
  }
}

/** The report as the code of a web page, without the page around it: what a portal's editor takes. */
export async function copyWebPage(office: Office, service: Service, editor: TextEditor): Promise<void> {
  if (!(await confirmed(service, editor))) return;
  try {
    const exported = await office.exportReport(editor.document.getText(), { format: 'html', fragment: true });
    if (!exported) return;
    await env.clipboard.writeText(new TextDecoder().decode(exported.bytes));
    tellNotices(l10n.t('The web page is on the clipboard.'), exported.notices);
  } catch (error) {
    void window.showErrorMessage(error instanceof OfficeFailure ? error.message : l10n.t('It did not work: {0}', String(error)));
  }
}

/** Shows findings at error level. True when there is none or the writer wants to export all the same. */
async function confirmed(service: Service, editor: TextEditor): Promise<boolean> {
  const client = await service.client();
  const before = await client.sendRequest<BeforeExport | null>(Method.beforeExport, { uri: client.code2ProtocolConverter.asUri(editor.document.uri) });
  // Whether it is a report the exporter says in its own words.
  const [first] = before?.errors ?? [];
  if (!before || !first) return true;
  const { errors } = before;
  const named = errors.slice(0, MOST_NAMED).map(({ range, message }) => l10n.t('Line {0}: {1}', range.start.line + 1, message));
  const detail = [...named, ...(errors.length > MOST_NAMED ? [l10n.t('and {0} more', errors.length - MOST_NAMED)] : [])].join('\n');
  const [show, all] = [l10n.t('Show the first'), l10n.t('Export all the same')];
  const chosen = await window.showWarningMessage(l10n.t('Errors in the report: {0}. Export it?', errors.length), { modal: true, detail }, show, all);
  if (chosen === show) await reveal(editor, first.range);
  return chosen === all;
}

async function reveal({ document, viewColumn }: TextEditor, { start, end }: BeforeExport['errors'][number]['range']): Promise<void> {
  const range = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(document, { ...(viewColumn === undefined ? {} : { viewColumn }), selection: new Selection(range.start, range.end) });
  await commands.executeCommand('editor.action.marker.next');
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
