import type { CancellationToken, DataTransfer, Disposable, DocumentSelector, Range, TextDocument } from 'vscode';
import * as vscode from 'vscode';

/**
 * Paste edits as VS Code has them since 1.97. The oldest version we run in does not have them, so its types do not either; where
 * they are missing, the command pastes.
 */
export interface PasteEditKind {
  readonly value: string;
  append(...parts: string[]): PasteEditKind;
}
export interface PasteEdit {
  yieldTo?: readonly PasteEditKind[];
}
interface PasteEditProvider {
  provideDocumentPasteEdits(document: TextDocument, ranges: readonly Range[], data: DataTransfer, context: unknown, token: CancellationToken): Promise<PasteEdit[] | undefined>;
}
export interface PasteApi {
  readonly DocumentDropOrPasteEditKind: { readonly Empty: PasteEditKind; readonly Text: PasteEditKind };
  readonly DocumentPasteEdit: new (text: string, title: string, kind: PasteEditKind) => PasteEdit;
  register(selector: DocumentSelector, provider: PasteEditProvider, metadata: { readonly providedPasteEditKinds: readonly PasteEditKind[]; readonly pasteMimeTypes: readonly string[] }): Disposable;
}

/** `undefined` where VS Code is older. */
export function pasteApi(): PasteApi | undefined {
  const api = vscode as unknown as Partial<PasteApi>;
  const languages = vscode.languages as unknown as { registerDocumentPasteEditProvider?: PasteApi['register'] };
  const { DocumentDropOrPasteEditKind, DocumentPasteEdit } = api;
  const register = languages.registerDocumentPasteEditProvider;
  if (!register || !DocumentDropOrPasteEditKind?.Text || !DocumentPasteEdit) return undefined;
  return { DocumentDropOrPasteEditKind, DocumentPasteEdit, register };
}
