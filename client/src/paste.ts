import { env, l10n, window, type CancellationToken, type DataTransfer, type Disposable, type TextDocument, type TextEditor } from 'vscode';
import { selector } from './languages';
import { pasteApi, type PasteEdit } from './paste-api';
import { Method, type CopiedTable, type StandardTables } from './protocol';
import { writeRich } from './rich-clipboard';
import type { Service } from './service';
import type { StatusItem } from './status';

/** Formats looked at, the one that says more first. */
const [HTML, TEXT] = ['text/html', 'text/plain'] as const;

/** A text that cannot be a table: fields are parted by tabs, and there are several lines. */
const maybeTable = (text: string): boolean => text.includes('\t') && text.includes('\n');

/** Pasting a table from Excel, WPS, Word or a page offers the standard table it is; plain pasting stays the other choice. */
export function registerPaste(service: Service, status: StatusItem): Disposable | undefined {
  const api = pasteApi();
  if (!api) return undefined;
  const kind = api.DocumentDropOrPasteEditKind.Empty.append('disclosureReport', 'table');
  const provideDocumentPasteEdits = async (document: TextDocument, _ranges: unknown, data: DataTransfer, _context: unknown, token: CancellationToken): Promise<PasteEdit[] | undefined> => {
    // Asked only for reports and for what may be a table: other pasting is not waited for.
    if (!status.isReport(document)) return undefined;
    const [html, text] = await Promise.all([HTML, TEXT].map((type) => data.get(type)?.asString()));
    if (token.isCancellationRequested || !(html && /<t[dr][\s>]/i.test(html)) && !maybeTable(text ?? '')) return undefined;
    const tables = await ask(service, document, text ?? '', html).catch(() => null);
    if (!tables || token.isCancellationRequested) return undefined;
    const edit = new api.DocumentPasteEdit(tables.text, l10n.t('Paste as standard table'), kind);
    // With rows missing it is an offer, not what a paste does.
    if (tables.missing > 0) edit.yieldTo = [api.DocumentDropOrPasteEditKind.Text];
    return [edit];
  };
  return api.register(selector, { provideDocumentPasteEdits }, { providedPasteEditKinds: [kind], pasteMimeTypes: [HTML, TEXT] });
}

async function ask(service: Service, document: TextDocument, text: string, html?: string): Promise<StandardTables | null> {
  const client = await service.client();
  return client.sendRequest<StandardTables | null>(Method.pasteTable, { uri: client.code2ProtocolConverter.asUri(document.uri), text, ...(html ? { html } : {}) });
}

/** The table on the clipboard, written over the selection. The API gives the clipboard's text alone. */
export async function pasteTable(service: Service, editor: TextEditor): Promise<void> {
  const tables = await ask(service, editor.document, await env.clipboard.readText());
  if (!tables) return void window.showInformationMessage(l10n.t('There is no standard table on the clipboard.'));
  await editor.edit((builder) => builder.replace(editor.selection, tables.text));
  if (tables.missing > 0) void window.showInformationMessage(l10n.t('{0}: {1} rows are not on the clipboard and were left blank.', tables.names.join('、'), tables.missing));
}

/** The table at the cursor onto the clipboard, for Word with its merged cells, and tab-separated for whatever takes no more. */
export async function copyTable(service: Service, editor: TextEditor): Promise<void> {
  const { document, selection } = editor;
  const client = await service.client();
  const table = await client.sendRequest<CopiedTable | null>(Method.copyTable, { uri: client.code2ProtocolConverter.asUri(document.uri), position: client.code2ProtocolConverter.asPosition(selection.active) });
  if (!table) return void window.showInformationMessage(l10n.t('The cursor is in no table of the report.'));
  const rich = await writeRich(table);
  if (!rich) await env.clipboard.writeText(table.text);
  await window.showTextDocument(document, { ...(editor.viewColumn ? { viewColumn: editor.viewColumn } : {}), selection });
  window.setStatusBarMessage(rich ? l10n.t('The table is on the clipboard, for Word as well.') : l10n.t('The table is on the clipboard.'), 3000);
}
