import assert from 'assert';
import * as vscode from 'vscode';
import { chinese, closeAll, EXTENSION, finding, sample, show } from './kit';

// The server host is told what to expect; in others there is no environment.
const told: Readonly<Record<string, string | undefined>> = typeof process === 'object' ? process.env : {};

suite('The extension in its host', () => {
  teardown(closeAll);

  test('starts by itself with a draft', async () => {
    await show(sample('draft.nianbao'));
    await finding(sample('draft.nianbao'), 'application-balance');
    assert.equal(vscode.extensions.getExtension(EXTENSION)?.isActive, true);
  });

  test('is the one meant: from the sources or installed', () => {
    const path = vscode.extensions.getExtension(EXTENSION)?.extensionUri.path ?? '';
    if (told.SUITE_INSTALLED !== undefined) assert.equal(path.includes(`/extensions/${EXTENSION}-`), told.SUITE_INSTALLED === '1', path);
    else assert.notEqual(path, '');
  });

  test('speaks the language of the editor', async () => {
    if (told.SUITE_LANGUAGE) assert.equal(vscode.env.language, told.SUITE_LANGUAGE);
    await show(sample('draft.nianbao'));
    const { message } = await finding(sample('draft.nianbao'), 'missing-section');
    assert.match(message, chinese ? /^缺少/ : /^[A-Z][a-z]+ /);
  });
});
