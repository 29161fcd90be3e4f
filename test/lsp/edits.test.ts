import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PULL, URI, withClient, wrongTotal } from './kit';

/** What people and programs type and paste: table signs, digits of both widths, characters of two units, every line end. */
const typed = fc.constantFrom('', '0', '１', '|', '\t', '\n', '\r\n', '\r', '𠮷', '总计', '| 1 | 2 |\n', '\uFEFF', '<!-- disclosure-report-disable-file row-total: 𬭊 -->', '## 六、');
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12), text: typed });
const notifications = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

/** The edits as changes, each placed in the text the ones before it left. */
function changesOf(text: string, edits: readonly { at: number; length: number; text: string }[]): TextDocumentContentChangeEvent[] {
  let document = TextDocument.create(URI, 'plaintext', 1, text);
  return edits.map((each) => {
    const start = Math.floor(each.at * document.getText().length);
    const change = { range: { start: document.positionAt(start), end: document.positionAt(start + each.length) }, text: each.text };
    document = TextDocument.update(document, [change], document.version + 1);
    return change;
  });
}

describe('random edits', () => {
  it('a document edited bit by bit has the findings of one opened as it is', () =>
    withClient({ capabilities: PULL }, async (client) => {
      let count = 0;
      await fc.assert(
        fc.asyncProperty(notifications, async (all) => {
          const [edited, opened] = [`file:///edited${++count}.txt`, `file:///opened${count}.txt`];
          await client.open(wrongTotal, 'plaintext', edited);
          for (const edits of all) await client.edit(changesOf(client.document(edited).getText(), edits), edited);
          await client.open(client.document(edited).getText(), 'plaintext', opened);
          const plain = async (uri: string): Promise<unknown> => JSON.parse(JSON.stringify(await client.diagnostics(uri)).replaceAll(uri, ''));
          assert.deepEqual(await plain(edited), await plain(opened));
          await client.close(edited);
          await client.close(opened);
        }),
        { numRuns: 60 },
      );
      assert.deepEqual(client.log, []);
    }));
});
