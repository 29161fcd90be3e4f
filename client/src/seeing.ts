import { commands, env, window, type ExtensionContext, type TextEditor } from 'vscode';
import { Preview, savePrintable } from './preview';
import { printablePage } from './preview-page';
import type { Service } from './service';
import type { StatusItem } from './status';

/** What helps to see a report and to bring tables in and out; all of it waits until it is asked for. */
export function registerSeeing(context: ExtensionContext, service: Service, status: StatusItem): void {
  const preview = new Preview(context.extensionUri, service, status);
  const inEditor = (run: (editor: TextEditor) => Promise<unknown>) => async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor) await run(editor);
  };
  context.subscriptions.push(
    preview,
    commands.registerCommand('disclosureReport.preview', inEditor((editor) => preview.open(editor))),
    commands.registerCommand('disclosureReport.print', inEditor((editor) => savePrintable(service, editor, (title, body) => printablePage({ language: env.language, title, body })))),
  );
}
