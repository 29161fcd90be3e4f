import type { WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../core';
import type { Snapshot } from './documents';
import { rangeOf } from './places';
import type { Session } from './session';

/** Edits of one document, bound to its version where the client can hold them to it. */
export function workspaceEdit(session: Session, { uri, version, analysis }: Snapshot, edits: readonly TextEdit[]): WorkspaceEdit {
  const { source } = analysis.document;
  const lspEdits = edits.map(({ span, newText }) => ({ range: rangeOf(source, span), newText }));
  return session.features.versionedEdits ? { documentChanges: [{ textDocument: { uri, version }, edits: lspEdits }] } : { changes: { [uri]: lspEdits } };
}
