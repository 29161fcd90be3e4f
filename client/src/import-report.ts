import { l10n, Selection, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { OfficeFailure, tellNotices, type Office } from './office';

/** A report has some hundred KB, with pictures some MB. */
const LARGEST = 100 * 1024 * 1024;

/** What the dialog shows; the content decides what a file is. */
const ENDINGS = ['docx', 'html', 'htm', 'mht', 'mhtml', 'txt', 'md', 'nianbao'];

/** The file systems an untitled draft can be bound to, so that saving it needs no dialog. */
const PLAIN_SCHEMES = ['file', 'vscode-remote'];

/** Opens documents as Markdown drafts, unsaved. @param given what the explorer's menu stands for; the user is asked when empty. */
export async function importReports(office: Office, given: readonly Uri[]): Promise<void> {
  const chosen = given.length > 0 ? given : ((await askFiles()) ?? []);
  for (const uri of chosen) {
    try {
      const imported = await importFile(office, uri);
      if (!imported) return;
      await openDraft(uri, imported.markdown);
      tellNotices(l10n.t('{0} is a draft now; save it to keep it.', nameOf(uri)), imported.notices);
    } catch (error) {
      void window.showErrorMessage(l10n.t('{0} cannot be imported: {1}', nameOf(uri), error instanceof OfficeFailure ? error.message : String(error)));
    }
  }
}

/** @throws OfficeFailure, or an error of the file system. */
export async function importFile(office: Office, uri: Uri): ReturnType<Office['importReport']> {
  if ((await workspace.fs.stat(uri)).size > LARGEST) throw new OfficeFailure(l10n.t('The file is larger than 100 MB.'));
  return office.importReport(nameOf(uri), await workspace.fs.readFile(uri));
}

const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);

const askFiles = (): Thenable<Uri[] | undefined> =>
  window.showOpenDialog({ title: l10n.t('Import from Word or a web page'), openLabel: l10n.t('Import'), canSelectMany: true, filters: { [l10n.t('Word, web pages, texts')]: ENDINGS } });

/** Unsaved, under the document's own name beside it where that is free. */
async function openDraft(uri: Uri, markdown: string): Promise<void> {
  const document = (await boundDraft(uri, markdown)) ?? (await workspace.openTextDocument({ language: 'markdown', content: markdown }));
  const editor = await window.showTextDocument(document, { preview: false });
  editor.selection = new Selection(0, 0, 0, 0);
}

async function boundDraft(uri: Uri, markdown: string): Promise<TextDocument | undefined> {
  if (!PLAIN_SCHEMES.includes(uri.scheme)) return undefined;
  const path = `${uri.path.replace(/\.[^./]*$/, '')}.md`;
  const taken = await workspace.fs.stat(uri.with({ path })).then(() => true, () => false);
  const target = Uri.from({ scheme: 'untitled', path });
  if (taken || workspace.textDocuments.some((each) => each.uri.toString() === target.toString())) return undefined;
  const document = await workspace.openTextDocument(target);
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(0), markdown);
  return (await workspace.applyEdit(edit)) ? document : undefined;
}
