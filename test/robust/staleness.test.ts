import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { type Client, FULL, PULL, URI, withClient, wrongTotal } from '../lsp/kit';
import { factor } from './runs';

/** Settings are asked for with every question after a change of them: time for an edit to overtake it. */
const overtakable = { capabilities: { ...FULL, workspace: { ...FULL.workspace, configuration: true } }, settings: () => ({ inlayHints: true }) };
const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const line = wrongTotal.slice(0, wrongTotal.indexOf('| 9 | 3 |')).split('\n').length - 1;
/** In the first value of the table of requests. */
const value = { line, character: (wrongTotal.split('\n')[line] ?? '').indexOf(' 9 |') + 1 };

const QUESTIONS: readonly (readonly [method: string, params: Record<string, unknown>])[] = [
  ['textDocument/codeAction', { range: everything, context: { diagnostics: [] } }],
  ['textDocument/hover', { position: value }],
  ['textDocument/completion', { position: everything.start }],
  ['textDocument/documentSymbol', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/inlayHint', { range: everything }],
  ['disclosureReport/values', {}],
  ['disclosureReport/preview', {}],
  ['disclosureReport/sum', { ranges: [everything] }],
  ['disclosureReport/autoTotal', { version: 1, table: 1, row: 0, columns: [0] }],
  ['disclosureReport/cellPlace', { position: value }],
  ['disclosureReport/copyTable', { position: value }],
];

/** Asks, and edits before the answer can have come. */
async function overtaken(client: Client, method: string, params: Record<string, unknown>, meanwhile: () => Promise<void>): Promise<unknown> {
  await client.open(wrongTotal);
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  const answer = client.request(method, { textDocument: { uri: URI }, uri: URI, ...params });
  const result = Promise.allSettled([answer]);
  await meanwhile();
  const [settled] = await result;
  await client.close();
  return settled.status === 'fulfilled' ? settled.value : settled.reason;
}

const empty = (answer: unknown): boolean => answer === null || JSON.stringify(answer) === '[]' || JSON.stringify(answer) === '{"data":[]}';

describe('a question overtaken', () => {
  for (const [method, params] of QUESTIONS) {
    it(`${method}: by an edit, by closing and by opening anew gets no answer about the old text`, () =>
      withClient(overtakable, async (client) => {
        for (const meanwhile of [() => client.edit([{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n\n' }]), () => client.close(), async () => (await client.close(), client.open(`\n${wrongTotal}`))]) {
          const answer = await overtaken(client, method, params, meanwhile);
          assert.ok(empty(answer), JSON.stringify(answer));
        }
        assert.deepEqual(client.log, []);
      }));
  }

  it('for findings is refused in a way that makes the client ask again', () =>
    withClient(overtakable, async (client) => {
      const error = await overtaken(client, 'textDocument/diagnostic', {}, () => client.edit([{ text: `\n${wrongTotal}` }]));
      assert.ok(error instanceof ResponseError && error.code === LSPErrorCodes.ServerCancelled && error.data === undefined, String(error));
    }));

  it('is answered when nothing overtakes it', () =>
    withClient(overtakable, async (client) => {
      for (const [method, params] of QUESTIONS) {
        const answer = await overtaken(client, method, params, () => Promise.resolve());
        assert.ok(!empty(answer) && !(answer instanceof Error), `${method} ${String(answer)}`);
      }
    }));
});

describe('a fix', () => {
  it('is for one version, which the client refuses to apply to another', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(wrongTotal);
      const { range } = await client.diagnostic('row-total');
      const [action] = await client.actions(range);
      const [edit] = action?.edit?.documentChanges ?? [];
      assert.ok(edit && 'textDocument' in edit);
      assert.deepEqual(edit.textDocument, { uri: URI, version: 1 });
      await client.edit([{ range, text: '14' }]);
      const [later] = (await client.actions(range))[0]?.edit?.documentChanges ?? [];
      assert.ok(later && 'textDocument' in later && later.textDocument.version === 2);
    }));

  it('of a total is refused for a version that is no more', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(wrongTotal);
      const total = (version: number): Promise<unknown> => client.request('disclosureReport/autoTotal', { uri: URI, version, table: 1, row: 0, columns: [0] });
      assert.ok(Array.isArray(await total(1)));
      await client.edit([{ text: `\n${wrongTotal}` }]);
      assert.equal(await total(1), null);
    }));
});

describe('ten thousand edits', () => {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  const text = '# 云溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n主动公开信息1条。\n';
  const edits = Math.round(10_000 * Math.max(1, factor / 10));

  for (const [how, capabilities] of [['asked for findings', PULL], ['sent findings', {}]] as const) {
    it(`leave nothing behind in a server that is ${how}`, () =>
      withClient({ capabilities }, async (client) => {
        const heap = async (): Promise<number> => {
          await client.settled();
          client.published.length = 0;
          gc();
          return process.memoryUsage().heapUsed;
        };
        const write = async (n: number): Promise<void> => {
          for (let i = 0; i < n; i++) {
            const uri = `file:///draft${i % 3}.txt`;
            if (i % 250 < 3) await client.open(text, 'plaintext', uri);
            await client.edit([{ range: { start: { line: 4, character: 6 }, end: { line: 4, character: 7 } }, text: String(i % 10) }], uri);
            if (i % 4 === 0) {
              if (capabilities === PULL) await client.pull(uri);
              else await client.request('disclosureReport/values', { uri });
            }
            if (i % 250 > 246) await client.close(`file:///draft${(i + 1) % 3}.txt`).catch(() => undefined);
            if (i % 250 > 246) await client.open(text, 'plaintext', `file:///draft${(i + 1) % 3}.txt`);
          }
        };
        await write(edits / 10);
        const before = await heap();
        await write(edits);
        const after = await heap();
        assert.ok(after <= 1.1 * before, `${before} bytes before, ${after} after`);
        assert.deepEqual(client.log, []);
      }));
  }
});
