import assert from 'assert';
import * as vscode from 'vscode';
import { beginning, closeAll, codeOf, configure, finding, findings, gone, sample, show, showText, tableFour, until } from './kit';

suite('Findings', () => {
  teardown(async () => {
    await configure('disclosureReport.rules', undefined);
    await closeAll();
  });

  test('stand on the wrong cell, with the other cells of the equation', async () => {
    const { document } = await show(sample('draft.nianbao'));
    assert.equal(document.languageId, 'disclosure-report');
    const wrong = await finding(document.uri, 'application-balance');
    assert.equal(document.getText(wrong.range), '2');
    assert.equal(document.lineAt(wrong.range.start).text.startsWith('四、结转下年度继续办理'), true);
    assert.equal(wrong.severity, vscode.DiagnosticSeverity.Error);
    assert.ok((wrong.relatedInformation ?? []).length > 1);
    assert.match(String(typeof wrong.code === 'object' && wrong.code.target), /application-balance/);
  });

  test('leave a Markdown file its language', async () => {
    const { document } = await show(sample('markdown.md'));
    const wrong = await finding(document.uri, 'row-total');
    assert.equal(document.languageId, 'markdown');
    assert.equal(document.getText(wrong.range), '8');
  });

  test('are none in other texts', async () => {
    const page = await show(sample('README.md'));
    const letter = await showText('各位同事：\n\n一、总体情况\n\n请于12月31日前报送本单位的材料，谢谢。\n', 'plaintext');
    const draft = await showText(beginning + tableFour(7), 'plaintext');
    await finding(draft.document.uri, 'row-total'); // by now the others have been looked at
    assert.deepEqual([...findings(page.document.uri), ...findings(letter.document.uri)], []);
  });

  test('come in a draft without a file, as it is typed', async () => {
    const { document } = await showText(beginning + tableFour(6), 'markdown');
    await until('a first look', () => findings(document.uri).length > 0);
    assert.equal(findings(document.uri).some((each) => codeOf(each) === 'row-total'), false);
    const at = document.positionAt(document.getText().indexOf('| 6 |') + 2);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 1)), '16');
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText((await finding(document.uri, 'row-total')).range), '16');
    await vscode.commands.executeCommand('undo');
    await gone(document.uri, 'row-total');
  });

  test('come in a document that is no file', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('archive', { provideTextDocumentContent: () => beginning + tableFour(9) });
    const { document } = await show(vscode.Uri.parse('archive:/2024.nianbao'));
    assert.equal(document.getText((await finding(document.uri, 'row-total')).range), '9');
    provider.dispose();
  });

  test('go with the document', async () => {
    const { document } = await showText(beginning + tableFour(8), 'disclosure-report');
    await finding(document.uri, 'row-total');
    await closeAll();
    await gone(document.uri, 'row-total');
  });

  test('follow the settings at once', async () => {
    const { document } = await show(sample('markdown.md'));
    await finding(document.uri, 'row-total');
    await configure('disclosureReport.rules', { 'row-total': 'off' });
    await gone(document.uri, 'row-total');
    await configure('disclosureReport.rules', { 'row-total': 'information' });
    assert.equal((await finding(document.uri, 'row-total')).severity, vscode.DiagnosticSeverity.Information);
    await configure('disclosureReport.rules', undefined);
    await until('an error', () => findings(document.uri).some((each) => codeOf(each) === 'row-total' && each.severity === vscode.DiagnosticSeverity.Error));
  });

  test('are silenced by a comment', async () => {
    const { document } = await showText(beginning + tableFour(8), 'markdown');
    await finding(document.uri, 'row-total');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().indexOf('| 行政复议')), '<!-- disclosure-report-disable-next-line row-total: 附有说明 -->\n');
    await vscode.workspace.applyEdit(edit);
    await gone(document.uri, 'row-total');
  });
});
