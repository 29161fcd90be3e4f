import assert from 'assert';
import * as vscode from 'vscode';
import { beginning, chinese, closeAll, finding, findings, sample, show, showText, tableFour, until } from './kit';

const textOf = (value: vscode.MarkdownString | vscode.MarkedString): string => (typeof value === 'string' ? value : value.value);

suite('Writing', () => {
  teardown(closeAll);

  test('a new report starts with the whole skeleton', async () => {
    await vscode.commands.executeCommand('disclosureReport.newReport', { kind: 'blank', year: 2024, agency: '云岭县粮食局' });
    const text = await until('the skeleton', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.isUntitled && document.lineCount > 60 ? document.getText() : undefined;
    });
    assert.match(text, /^# 云岭县粮食局2024年政府信息公开工作年度报告$/m);
    for (const numeral of '一二三四五六') assert.match(text, new RegExp(`^## ${numeral}、`, 'm'));
  });

  test('a new report is a document of ours, where things are offered by themselves', async () => {
    await vscode.commands.executeCommand('disclosureReport.newReport', { kind: 'blank', year: 2024, agency: '云岭县粮食局' });
    const { document } = await until('the draft', () => (vscode.window.activeTextEditor?.document.languageId === 'disclosure-report' ? vscode.window.activeTextEditor : undefined));
    assert.equal(document.isUntitled, true);
    assert.equal(vscode.workspace.getConfiguration('editor', { languageId: 'disclosure-report', uri: document.uri }).get('wordBasedSuggestions'), 'off');
  });

  test('the preview opens beside the text', async () => {
    const { document } = await show(sample('faultless.md'));
    await until('the report to be known', async () => ((await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(document.getText().indexOf('| 9 | 3 |') + 2))).length > 0 ? true : undefined));
    await vscode.commands.executeCommand('disclosureReport.preview');
    const tab = await until('its tab', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input, label }) => input instanceof vscode.TabInputWebview && label.includes('faultless.md')));
    assert.notEqual(tab.group.viewColumn, vscode.window.activeTextEditor?.viewColumn);
  });

  test('last year’s report is rolled over', async () => {
    await vscode.commands.executeCommand('disclosureReport.newReport', { kind: 'rollOver', from: sample('faultless.md'), year: 2025, agency: '青禾县教育局' });
    const document = await until('the new draft', () => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.isUntitled && active.lineCount > 60 ? active : undefined;
    });
    assert.match(document.getText(), /^# 青禾县教育局2025年政府信息公开工作年度报告$/m);
    // What was carried out of last year is carried into this one.
    assert.ok(document.getText().includes('\n| 二、上年结转政府信息公开申请数量 |  |  | 1 | 1 | 0 | 0 | 0 | 0 | 2 |\n'), document.getText());
  });

  test('the table of a section is offered by its prefix', async () => {
    const { document, selection } = await showText(`${beginning}\n## 三、收到和处理政府信息公开申请情况\n\nb3`, 'markdown').then(async (editor) => {
      const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
      editor.selection = new vscode.Selection(end, end);
      return editor;
    });
    const item = await until('b3 among the completions', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, selection.active);
      return list.items.find((each) => /\bb3\b/.test(typeof each.label === 'string' ? `${each.label} ${each.filterText ?? ''}` : `${each.label.label} ${each.filterText ?? ''}`));
    });
    const body = item.insertText instanceof vscode.SnippetString ? item.insertText.value : String(item.insertText ?? '');
    assert.match(body, /\$\{1:0\}/);
    assert.equal(body.split('\n').filter((line) => line.startsWith('|')).length, 29);
  });

  test('a cell says what it is', async () => {
    const { document } = await show(sample('markdown.md'));
    await finding(document.uri, 'row-total');
    const at = document.positionAt(document.getText().indexOf('| 6 | 2 |') + 2);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
    assert.match(hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n'), chinese ? /自然人/ : /natural persons/);
  });

  test('the outline has the six sections', async () => {
    const { document } = await show(sample('faultless.md'));
    const symbols = await until('an outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
      return found?.length ? found : undefined;
    });
    const names: string[] = [];
    const collect = (list: vscode.DocumentSymbol[]): void => list.forEach(({ name, children }) => void (names.push(name), collect(children)));
    collect(symbols);
    for (const numeral of '一二三四五六') assert.ok(names.some((name) => name.replace(/^#+ /, '').startsWith(`${numeral}、`)), names.join(' '));
  });

  test('a report in order has no findings', async () => {
    const { document } = await show(sample('faultless.md'));
    const other = await showText(beginning + tableFour(7), 'markdown');
    await finding(other.document.uri, 'row-total');
    assert.deepEqual(findings(document.uri).map(({ message }) => message), []);
  });
});
