import { commands, env, window, type Disposable, type ExtensionContext, type TextEditor } from 'vscode';
import { CellRuler } from './cell-ruler';
import { copyTable, pasteTable, registerPaste } from './paste';
import { Preview, previewType, savePrintable } from './preview';
import { printablePage } from './preview-page';
import type { Service } from './service';
import type { StatusItem } from './status';

/** What helps to see a report and to bring tables in and out; all of it waits until it is asked for. */
export function registerSeeing(context: ExtensionContext, service: Service, status: StatusItem): void {
  const preview = new Preview(context.extensionUri, service, status);
  // Registered with the first report: other texts are pasted without asking anybody.
  let paste: Disposable | undefined;
  context.subscriptions.push(status.onDidChange(() => (paste ??= registerPaste(service, status))));
  const inEditor = (run: (editor: TextEditor) => Promise<unknown>) => async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor) await run(editor);
  };
  context.subscriptions.push(
    preview,
    window.registerWebviewPanelSerializer(previewType, preview),
    new CellRuler(service, status),
    { dispose: () => paste?.dispose() },
    commands.registerCommand('disclosureReport.pasteTable', inEditor((editor) => pasteTable(service, editor))),
    commands.registerCommand('disclosureReport.copyTable', inEditor((editor) => copyTable(service, editor))),
    commands.registerCommand('disclosureReport.preview', inEditor((editor) => preview.open(editor))),
    commands.registerCommand('disclosureReport.print', inEditor((editor) => savePrintable(service, editor, (title, body) => printablePage({ language: env.language, title, body })))),
  );
}
