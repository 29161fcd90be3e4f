import { commands, languages, Uri, window, type ExtensionContext, type TextEditor } from 'vscode';
import { copyWebPage, exportReport } from './export-report';
import { dropDocument } from './import-drop';
import { importReports } from './import-report';
import { selector } from './languages';
import type { Office } from './office';
import type { Service } from './service';
import { WORD_EDITOR, wordEditor } from './word-editor';

/** Word and web pages, in and out. */
export function registerOffice(context: ExtensionContext, office: Office, service: Service): void {
  // Menus give what they stand for; only a caller's `{ to }` counts.
  const inEditor = (run: (editor: TextEditor, to?: Uri) => Promise<void>) => async (given?: unknown): Promise<void> => {
    const editor = window.activeTextEditor;
    const to = typeof given === 'object' && given !== null && 'to' in given && given.to instanceof Uri ? given.to : undefined;
    if (editor) await run(editor, to);
  };
  context.subscriptions.push(
    // The explorer gives the file clicked and all that are selected.
    commands.registerCommand('disclosureReport.importReport', (clicked?: unknown, selected?: unknown) => importReports(office, urisOf(selected ?? clicked))),
    commands.registerCommand('disclosureReport.exportWord', inEditor((editor, to) => exportReport(office, service, editor, 'docx', to))),
    commands.registerCommand('disclosureReport.exportWebPage', inEditor((editor, to) => exportReport(office, service, editor, 'html', to))),
    commands.registerCommand('disclosureReport.copyWebPage', inEditor((editor) => copyWebPage(office, service, editor))),
    languages.registerDocumentDropEditProvider(selector, dropDocument(office)),
    window.registerCustomEditorProvider(WORD_EDITOR, wordEditor(office)),
  );
}

const urisOf = (given: unknown): Uri[] => (Array.isArray(given) ? given : [given]).filter((each): each is Uri => each instanceof Uri);
