/** What the tests of the suite share: waiting, places in a text, and drafts of invented places. */
import * as vscode from 'vscode';

export const EXTENSION = 'disclosure-report.disclosure-report';
export const chinese = vscode.env.language.startsWith('zh');

/** The first truthy value that `look` gives, asked again and again. Throws after 20 s, saying what was waited for. */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Findings of the extension, without those that others may have. */
export const findings = (uri: vscode.Uri): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'disclosure-report');

/** The code of a finding, whether or not it comes with an address. */
export const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** The one finding of a code, as soon as it is there. */
export const finding = (uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> => until(`${code} in ${uri.path}: ${findings(uri).map(codeOf).join(', ')}`, () => findings(uri).find((each) => codeOf(each) === code));

export const gone = (uri: vscode.Uri, code: string): Promise<true> => until(`${code} to go from ${uri.path}`, () => (findings(uri).some((each) => codeOf(each) === code) ? undefined : true));

/** A file of the folder that is open, a copy of the samples. */
export function sample(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

export async function showText(content: string, language: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));
}

/**
 * Closes every editor; what is not saved is dropped. Then a breath: an untitled draft opened in the same moment takes the
 * name of the closed one, and the client library still counts that as closed. No person is that fast.
 */
export const closeAll = async (): Promise<void> => {
  const tabs = (): vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  while (vscode.window.activeTextEditor) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until('every tab to close', async () => {
    // Tabs without text (a page of a rule), and text whose editor was not in front.
    if (tabs().some((tab) => tab.isDirty)) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    else if (tabs().length > 0) await vscode.window.tabGroups.close(tabs()).then(undefined, () => undefined);
    return tabs().length === 0;
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
};

export async function configure(section: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(section, value, vscode.ConfigurationTarget.Global);
}

/** The quick fixes at a finding. */
export async function quickFixes(uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, vscode.CodeActionKind.QuickFix.value);
}

/** Start of a report whose prose says nothing that could be wrong. */
export const beginning = ['# 云岭县粮食局2024年政府信息公开工作年度报告', '', '## 一、总体情况', ''].join('\n');

/** Table four and the last section; table four with its first total left to say; all other numbers are in order. */
export const tableFour = (total: number): string => [
  '', '## 四、政府信息公开行政复议、行政诉讼情况', '',
  '| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |',
  `|${' --- |'.repeat(15)}`,
  '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |',
  '|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
  `| 3 | 1 | 0 | 2 | ${total} | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |`, '',
  '## 六、其他需要报告的事项', '', '2024年未收取信息处理费。', '',
].join('\n');
