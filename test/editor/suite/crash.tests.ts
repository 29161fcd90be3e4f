import assert from 'assert';
import * as vscode from 'vscode';
import { closeAll, codeOf, configure, finding, findings, gone, sample, show, until } from './kit';

/** Where the server is a process that can be found and killed. In a browser it is a worker, which nobody kills. */
const killable = typeof process === 'object' && process.platform === 'linux';

/** Ids of the servers this extension host has started. */
async function servers(): Promise<number[]> {
  const { readdirSync, readFileSync } = await import('node:fs');
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return ''; // ended meanwhile
    }
  };
  return readdirSync('/proc').map(Number).filter((id) => id > 0 && read(`/proc/${id}/cmdline`).includes('dist/server/node.js') && new RegExp(`^PPid:\\t${process.pid}$`, 'm').test(read(`/proc/${id}/status`)));
}

/** The server, once it runs. @param not one that is dead */
const server = (not?: number): Promise<number> => until('a server', async () => (await servers()).find((id) => id !== not));

if (killable) {
  suite('A server that dies', () => {
    teardown(async () => {
      await configure('disclosureReport.rules', undefined);
      await vscode.commands.executeCommand('disclosureReport.restart');
      await closeAll();
    });

    test('is started again and knows the settings', async () => {
      const { document } = await show(sample('markdown.md'));
      await configure('disclosureReport.rules', { 'row-total': 'information' });
      await until('the severity of the settings', () => findings(document.uri).some((each) => codeOf(each) === 'row-total' && each.severity === vscode.DiagnosticSeverity.Information));
      const first = await server();
      process.kill(first, 'SIGKILL');
      const second = await server(first);
      assert.notEqual(second, first);
      assert.equal((await finding(document.uri, 'row-total')).severity, vscode.DiagnosticSeverity.Information);
      // And it follows what is typed.
      const edit = new vscode.WorkspaceEdit();
      const at = document.positionAt(document.getText().indexOf('| 1 | 0 | 8 |') + '| 1 | 0 | '.length);
      edit.replace(document.uri, new vscode.Range(at, at.translate(0, 1)), '9');
      await vscode.workspace.applyEdit(edit);
      await gone(document.uri, 'row-total');
    });

    // Some twenty seconds for each run: those from the package can do without.
    if (process.env['SUITE_INSTALLED'] !== '1') test('again and again is left dead until it is restarted', async () => {
      const { document } = await show(sample('markdown.md'));
      await finding(document.uri, 'row-total');
      let last: number | undefined;
      for (let deaths = 0; deaths < 6; deaths++) {
        last = await server(last);
        // Not before the client is connected: one that has never run is not tried again.
        await finding(document.uri, 'row-total');
        process.kill(last, 'SIGKILL');
        await gone(document.uri, 'row-total');
      }
      await new Promise((resolve) => setTimeout(resolve, 5000));
      assert.deepEqual(await servers(), []);
      assert.deepEqual(findings(document.uri), []);
      await vscode.commands.executeCommand('disclosureReport.restart');
      await finding(document.uri, 'row-total');
    });
  });
}
