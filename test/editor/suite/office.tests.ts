import assert from 'assert';
import * as vscode from 'vscode';
import { closeAll, findings, sample, show, until } from './kit';

/** The draft an import has opened. */
const imported = (name: string): Promise<vscode.TextDocument> =>
  until(`the draft of ${name}`, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.isUntitled && document.lineCount > 60 ? document : undefined;
  });

suite('Word and web pages', () => {
  teardown(closeAll);

  for (const [command, name] of [['exportWord', 'exported.docx'], ['exportWebPage', 'exported.html']] as const)
    test(`${name} is written, and imported again it is the same report`, async () => {
      const to = sample(name);
      const { document } = await show(sample('faultless.md'));
      await vscode.commands.executeCommand(`disclosureReport.${command}`, { to });
      const bytes = await vscode.workspace.fs.readFile(to);
      assert.ok(bytes.length > 5_000, `${bytes.length} bytes`);
      const rows = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('|')).map((line) => line.replace(/[\s|-]+/g, ' ').trim());
      const before = rows(document.getText());
      await closeAll();
      await vscode.commands.executeCommand('disclosureReport.importReport', to);
      const draft = await imported(name);
      for (const row of before.filter((each) => /\d/.test(each))) assert.ok(rows(draft.getText()).includes(row), row);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.deepEqual(findings(draft.uri).filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning).map(({ message }) => message), []);
      await vscode.workspace.fs.delete(to);
    });

  test('a broken document is told of and opens nothing', async () => {
    const broken = sample('broken.docx');
    await vscode.workspace.fs.writeFile(broken, new TextEncoder().encode('PK\u0003\u0004 and no more'));
    await vscode.commands.executeCommand('disclosureReport.importReport', broken);
    assert.equal(vscode.window.activeTextEditor, undefined);
    await vscode.workspace.fs.delete(broken);
  });
});
