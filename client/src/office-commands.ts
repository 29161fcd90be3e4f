import { commands, languages, Uri, window, type ExtensionContext, type TextEditor } from 'vscode';
import { copyWebPage, exportReport } from './export-report';
import { dropDocument } from './import-drop';
import { importReports } from './import-report';
import { selector } from './languages';
import type { Office } from './office';
import type { Service } from './service';

/** Word and web pages, in and out. */
export function registerOffice(context: ExtensionContext, office: Office, service: Service): void {
  const inEditor = (run: (editor: TextEditor) => Promise<void>) => async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor) await run(editor);
  };
  context.subscriptions.push(
    // The explorer gives the file clicked and all that are selected.
    commands.registerCommand('disclosureReport.importReport', (clicked?: unknown, selected?: unknown) => importReports(office, urisOf(selected ?? clicked))),
    commands.registerCommand('disclosureReport.exportWord', inEditor((editor) => exportReport(office, service, editor, 'docx'))),
    commands.registerCommand('disclosureReport.exportWebPage', inEditor((editor) => exportReport(office, service, editor, 'html'))),
    commands.registerCommand('disclosureReport.copyWebPage', inEditor((editor) => copyWebPage(office, service, editor))),
    languages.registerDocumentDropEditProvider(selector, dropDocument(office)),
  );
}

const urisOf = (given: unknown): Uri[] => (Array.isArray(given) ? given : [given]).filter((each): each is Uri => each instanceof Uri);
