import { CodeActionTriggerKind, commands, l10n, Range, window, workspace, type ExtensionContext, type TextEditor } from 'vscode';
import type { CodeAction, CodeActionParams } from 'vscode-languageclient';
import { insert } from './insert';
import type { HeldKey } from './key-order';
import { newReport, type NewReport } from './new-report';
import type { Office } from './office';
import { ActionKind, Method } from './protocol';
import { registerRollUp } from './roll-up';
import type { Service } from './service';
import type { TableKeys } from './table-keys';

/** A draft that is typed in moves on while the server thinks: asked again so often, then left alone. */
const TRIES = 3;

export function registerCommands(context: ExtensionContext, service: Service, keys: TableKeys, office: Office): void {
  const register = (name: string, run: (given?: unknown) => Promise<unknown>): void => {
    context.subscriptions.push(commands.registerCommand(`disclosureReport.${name}`, run));
  };
  const inEditor = (run: (editor: TextEditor) => Promise<unknown>) => async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor) await run(editor);
  };
  // Menus of views give what they stand for: only an object of the command's own counts.
  register('newReport', (given) => newReport(context, service, office, isPlain(given) ? given : {}));
  register('nextValue', () => keys.move('next'));
  register('previousValue', () => keys.move('previous'));
  register('valueBelow', () => keys.move('below'));
  register('heldKey', (key) => keys.held((key ?? {}) as HeldKey));
  register('insert', inEditor((editor) => insert(service, editor)));
  register('recomputeTotals', inEditor((editor) => act(service, editor, ActionKind.recomputeTotals)));
  register('toMarkdown', inEditor((editor) => act(service, editor, ActionKind.toMarkdown)));
  context.subscriptions.push(...registerRollUp(service, (editor, quiet) => act(service, editor, ActionKind.rollUp, quiet)));
  register('fixAll', inEditor((editor) => act(service, editor, ActionKind.fixAll)));
  register('restart', () => service.restart());
}

const isPlain = (value: unknown): value is NewReport => typeof value === 'object' && value !== null && ['kind', 'from', 'year', 'agency'].some((key) => key in value);

/** Applies the server's code action of a kind at the cursor, or says why there is nothing to do. @param quiet says nothing. @returns whether it was applied. */
async function act(service: Service, editor: TextEditor, kind: string, quiet = false): Promise<boolean> {
  const client = await service.client();
  const { document } = editor;
  for (let i = 0; i < TRIES; i++) {
    const { version } = document;
    const { active } = editor.selection;
    const params: CodeActionParams = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      range: client.code2ProtocolConverter.asRange(new Range(active, active)),
      context: { diagnostics: [], only: [kind], triggerKind: CodeActionTriggerKind.Invoke },
    };
    const actions = await client.sendRequest<CodeAction[] | null>(Method.codeAction, params);
    if (document.version !== version) continue;
    const action = actions?.find((each) => each.kind === kind);
    if (action?.edit) return workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(action.edit));
    if (!quiet) void window.showInformationMessage(action?.disabled?.reason ?? l10n.t('There is nothing to change here.'));
    return false;
  }
  return false;
}
