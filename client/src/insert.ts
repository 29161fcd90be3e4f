import { l10n, QuickPickItemKind, SnippetString, window, type QuickPickItem, type TextEditor } from 'vscode';
import { Method, type InsertableSnippet } from './protocol';
import type { Service } from './service';

interface Choice extends QuickPickItem {
  readonly snippet?: InsertableSnippet;
}

/**
 * Inserts something of the standard report at the cursor, with tab stops.
 * @param id what to insert; the user is asked when absent.
 */
export async function insert(service: Service, editor: TextEditor, id?: string): Promise<void> {
  const client = await service.client();
  const snippets = await client.sendRequest<InsertableSnippet[]>(Method.snippets, { uri: client.code2ProtocolConverter.asUri(editor.document.uri) });
  const snippet = id === undefined ? await pick(snippets) : snippets.find((each) => each.id === id);
  if (!snippet || editor.document.isClosed) return;
  // The list takes the focus; the editor asked from may not be the active one any more.
  const target = await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn, preserveFocus: false });
  await target.insertSnippet(new SnippetString(snippet.body));
}

async function pick(snippets: readonly InsertableSnippet[]): Promise<InsertableSnippet | undefined> {
  const chosen = await window.showQuickPick(choices(snippets), { placeHolder: l10n.t('What is to be inserted at the cursor?'), matchOnDescription: true });
  return chosen?.snippet;
}

/** The list, parted by kind; within a kind in the order of the report. */
function choices(snippets: readonly InsertableSnippet[]): Choice[] {
  const names: Readonly<Record<InsertableSnippet['kind'], string>> = {
    report: l10n.t('Report'),
    section: l10n.t('Sections'),
    table: l10n.t('Tables'),
    block: l10n.t('Parts of tables'),
    sentence: l10n.t('Sentences'),
  };
  return Object.entries(names).flatMap(([kind, label]) => {
    const items = snippets.filter((snippet) => snippet.kind === kind).map((snippet): Choice => ({ label: snippet.label, description: snippet.detail, snippet }));
    return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
  });
}
