import { commands, l10n, Range, window, workspace, type CodeAction, type ExtensionContext, type TextEditor } from 'vscode';
import { CodeActionRequest, CodeActionTriggerKind, Command as ServerCommand } from 'vscode-languageclient';
import { insert } from './insert';
import { OWN_LANGUAGE } from './languages';
import { ActionKind } from './protocol';
import type { Service } from './service';

/** A draft that is typed in moves on while the server thinks: asked again so often, then left alone. */
const TRIES = 3;

export function registerCommands(context: ExtensionContext, service: Service): void {
  const register = (name: string, run: () => Promise<unknown>): void => {
    context.subscriptions.push(commands.registerCommand(`disclosureReport.${name}`, run));
  };
  const inEditor = (run: (editor: TextEditor) => Promise<unknown>) => async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor) await run(editor);
  };
  register('new', async () => {
    const editor = await window.showTextDocument(await workspace.openTextDocument({ language: OWN_LANGUAGE, content: '' }));
    await insert(service, editor, 'report');
  });
  register('insert', inEditor((editor) => insert(service, editor)));
  register('recomputeTotals', inEditor((editor) => act(service, editor, ActionKind.recomputeTotals)));
  register('toMarkdown', inEditor((editor) => act(service, editor, ActionKind.toMarkdown)));
  register('fixAll', inEditor((editor) => act(service, editor, ActionKind.fixAll)));
  register('restart', () => service.restart());
}

/** Applies the server's code action of a kind at the cursor, or says why there is nothing to do. */
async function act(service: Service, editor: TextEditor, kind: string): Promise<void> {
  const client = await service.client();
  const { document } = editor;
  for (let i = 0; i < TRIES; i++) {
    const { version } = document;
    const { active } = editor.selection;
    const actions = await client.sendRequest(CodeActionRequest.type, {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      range: client.code2ProtocolConverter.asRange(new Range(active, active)),
      context: { diagnostics: [], only: [kind], triggerKind: CodeActionTriggerKind.Invoked },
    });
    if (document.version !== version) continue;
    const action = actions?.find((each) => !ServerCommand.is(each) && each.kind === kind);
    if (!action || ServerCommand.is(action)) void window.showInformationMessage(l10n.t('There is nothing to change here.'));
    else await apply(await client.protocol2CodeConverter.asCodeAction(action));
    return;
  }
}

async function apply({ edit, disabled }: CodeAction): Promise<void> {
  if (disabled) void window.showInformationMessage(disabled.reason);
  else if (edit) await workspace.applyEdit(edit);
}
