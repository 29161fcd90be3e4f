import assert from 'assert';
import * as vscode from 'vscode';
import { beginning, closeAll, configure, finding, gone, quickFixes, sample, show, showText, tableFour, until } from './kit';

const FIX_ALL = 'source.fixAll.disclosureReport';

/** Caret at the first occurrence of some text. */
function putCaret(editor: vscode.TextEditor, text: string): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(text));
  editor.selection = new vscode.Selection(at, at);
}

suite('Fixes', () => {
  teardown(async () => {
    await configure('editor.codeActionsOnSave', undefined);
    await closeAll();
  });

  test('write the one right number and nothing else', async () => {
    const { document } = await show(sample('markdown.md'));
    const before = document.getText();
    const wrong = await finding(document.uri, 'row-total');
    const preferred = (await quickFixes(document.uri, wrong)).filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred.length, 1);
    assert.ok(preferred[0]?.edit);
    const [start, end] = [document.offsetAt(wrong.range.start), document.offsetAt(wrong.range.end)];
    await vscode.workspace.applyEdit(preferred[0].edit);
    assert.equal(document.getText(), `${before.slice(0, start)}9${before.slice(end)}`);
    await gone(document.uri, 'row-total');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('keep line ends', async () => {
    const { document } = await showText((beginning + tableFour(8)).replaceAll('\n', '\r\n'), 'disclosure-report');
    const before = document.getText();
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    const [fix] = (await quickFixes(document.uri, await finding(document.uri, 'row-total'))).filter(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.getText(), before.replace('| 2 | 8 |', '| 2 | 6 |'));
  });

  test('end with the comment that silences the finding', async () => {
    const { document } = await showText(beginning + tableFour(8), 'markdown');
    const fixes = await quickFixes(document.uri, await finding(document.uri, 'row-total'));
    const last = fixes.at(-1);
    assert.ok(last?.edit);
    await vscode.workspace.applyEdit(last.edit);
    assert.match(document.getText(), /<!-- disclosure-report-disable-next-line row-total: .*-->/);
    await gone(document.uri, 'row-total');
  });

  test('run on save where they are certain', async () => {
    const copy = sample('save.md');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(sample('markdown.md')));
    await vscode.workspace.fs.writeFile(copy, new TextEncoder().encode(text));
    await configure('editor.codeActionsOnSave', { [FIX_ALL]: 'explicit' });
    const editor = await show(copy);
    await finding(copy, 'row-total');
    await editor.edit((edit) => edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, '\n'));
    assert.equal(await editor.document.save(), true);
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(copy));
    assert.ok(saved.includes('\n| 一、本年新收政府信息公开申请数量 |  |  | 6 | 2 | 0 | 0 | 1 | 0 | 9 |\n'));
    // What cannot be certain stays: three cells with a stroke.
    assert.ok(saved.includes('\n| 规章 | / | / | / |\n'));
  });

  test('change nothing on save unless asked to', async () => {
    const copy = sample('plain-save.md');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(sample('markdown.md')));
    await vscode.workspace.fs.writeFile(copy, new TextEncoder().encode(text));
    const editor = await show(copy);
    await finding(copy, 'row-total');
    await editor.edit((edit) => edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, '\n'));
    await editor.document.save();
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(copy)), `${text}\n`);
  });

  test('recompute the totals of the table at the cursor', async () => {
    const editor = await showText(beginning + tableFour(8), 'markdown');
    await finding(editor.document.uri, 'row-total');
    putCaret(editor, '| 3 | 1 |');
    await vscode.commands.executeCommand('disclosureReport.recomputeTotals');
    assert.equal(editor.document.getText(), beginning + tableFour(6));
  });

  test('make a Markdown table of tabs', async () => {
    const editor = await show(sample('draft.nianbao'));
    await finding(editor.document.uri, 'application-balance');
    putCaret(editor, '行政许可');
    await vscode.commands.executeCommand('disclosureReport.toMarkdown');
    const row = await until('a Markdown row', () => /^\| 行政许可 .*\|$/m.exec(editor.document.getText())?.[0]);
    assert.deepEqual(row.split('|').map((cell) => cell.trim()).filter(Boolean), ['行政许可', '512']);
  });
});
