import assert from 'assert';
import * as vscode from 'vscode';
declare const suite: (n: string, f: () => void) => void, test: (n: string, f: () => void | Promise<void>) => void;
suite('host', () => { test('opens the samples', async () => { 
  console.log('[suite] ' + vscode.env.language, vscode.workspace.workspaceFolders?.[0]?.uri.toString(), vscode.extensions.getExtension('disclosure-report.disclosure-report')?.extensionUri.toString());
  assert.ok((await vscode.workspace.openTextDocument(vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'draft.nianbao'))).getText().length > 100); }); });
