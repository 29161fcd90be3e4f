import { CodeActionKind, CodeActionTriggerKind, type CodeAction, type CodeActionContext, type CodeActionParams } from 'vscode-languageserver';
import { fixAll } from '../core';
import { both } from '../core/text/bilingual';
import { offsetOf, spanOfRange } from './places';
import { quickFixes } from './quick-fixes';
import { refactor, refactorings } from './refactorings';
import type { Feature, Session } from './session';
import type { Snapshot } from './documents';
import { ROLL_UP, sumAction } from './several/sum-action';
import { workspaceEdit } from './workspace-edits';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.disclosureReport`;
const FIX_ALL_TITLE = both('做一定正确的修改', 'Apply all fixes that are certainly right');

/** Whether a kind was asked for: by itself or by one of its parents. Nothing is computed for the others. */
const wanted = ({ only }: CodeActionContext, kind: string): boolean => only === undefined || only === null || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));

export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, ...refactorings.map(({ kind }) => kind), ROLL_UP] } }),
  register(session) {
    session.connection.onCodeAction(
      session.guard('textDocument/codeAction', null, async (params: CodeActionParams) => {
        const kinds = [CodeActionKind.QuickFix, FIX_ALL, ...refactorings.map(({ kind }) => kind), ROLL_UP].filter((kind) => wanted(params.context, kind));
        if (kinds.length === 0) return null;
        const snapshot = await session.snapshot(params.textDocument.uri);
        return snapshot && snapshot.analysis.document.kind === 'report' ? actions(session, snapshot, params, new Set(kinds)) : null;
      }),
    );
  },
};

function actions(session: Session, snapshot: Snapshot, { range, context }: CodeActionParams, kinds: ReadonlySet<string>): CodeAction[] {
  const { source } = snapshot.analysis.document;
  const found: CodeAction[] = [];
  if (kinds.has(CodeActionKind.QuickFix)) found.push(...quickFixes(session, snapshot, spanOfRange(source, range), context.diagnostics));
  // An editor that only wonders whether to show a light bulb needs to know nothing about the whole document.
  if (kinds.has(FIX_ALL) && (context.only || context.triggerKind !== CodeActionTriggerKind.Automatic)) {
    const edits = fixAll(snapshot.analysis);
    if (edits.length > 0) found.push({ title: session.say(FIX_ALL_TITLE), kind: FIX_ALL, edit: workspaceEdit(session, snapshot, edits) });
  }
  for (const refactoring of refactorings) {
    if (!kinds.has(refactoring.kind)) continue;
    const askedFor = session.features.disabledActions && context.only !== undefined;
    const action = refactor(session, snapshot, offsetOf(source, range.end), refactoring, askedFor);
    if (action) found.push(action);
  }
  if (kinds.has(ROLL_UP)) {
    const askedFor = session.features.disabledActions && context.only?.includes(ROLL_UP) === true;
    const action = sumAction(session, snapshot, offsetOf(source, range.end), askedFor);
    if (action) found.push(action);
  }
  return found;
}
