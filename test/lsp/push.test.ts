import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultless, halfRow, URI, wholeRow, withClient, wrongTotal } from './kit';

const codes = (diagnostics: readonly { code?: unknown }[] | undefined): unknown[] => (diagnostics ?? []).map(({ code }) => code);

describe('push diagnostics', () => {
  it('carry the version they are about', () =>
    withClient({}, async (client) => {
      await client.open(wrongTotal, 'plaintext', URI, 7);
      await client.until('findings', () => client.published.length === 1);
      await client.replace('13 |', '12 |');
      await client.until('findings', () => client.published.length === 2);
      assert.deepEqual(client.published.map(({ uri, version, diagnostics }) => [uri, version, codes(diagnostics)]), [
        [URI, 7, ['row-total']],
        [URI, 8, []],
      ]);
    }));

  it('tell of a faultless report that it is one', () =>
    withClient({}, async (client) => {
      await client.open(faultless);
      await client.until('findings', () => client.published.length === 1);
      assert.deepEqual(client.published, [{ uri: URI, version: 1, diagnostics: [] }]);
    }));

  it('come once when keys follow each other quickly, for the last version', () =>
    withClient({ initializationOptions: { diagnosticDelay: 80 }, host: { heldBackFor: 0 } }, async (client) => {
      await client.open(faultless);
      await client.until('findings', () => client.published.length === 1);
      for (const [from, to] of [
        ['12 |\n| 二、', '1 |\n| 二、'],
        ['1 |\n| 二、', ' |\n| 二、'],
        [' |\n| 二、', '13 |\n| 二、'],
      ] as const) await client.replace(from, to);
      const start = performance.now();
      await client.until('findings', () => client.published.length === 2);
      assert.ok(performance.now() - start > 60, 'it waits for the last key');
      assert.equal(client.published[1]?.version, 4);
      await new Promise((resolve) => setTimeout(resolve, 150));
      assert.equal(client.published.length, 2);
    }));

  it('are cleared when the document is closed', () =>
    withClient({}, async (client) => {
      await client.open(wrongTotal);
      await client.until('findings', () => client.published.length === 1);
      await client.close();
      await client.until('clearing', () => client.published.length === 2);
      assert.deepEqual(client.published[1], { uri: URI, diagnostics: [] });
    }));

  it('are not sent for a document closed while they waited', () =>
    withClient({ initializationOptions: { diagnosticDelay: 60 } }, async (client) => {
      await client.open(faultless);
      await client.until('findings', () => client.published.length === 1);
      await client.replace('12 |', '13 |');
      await client.close();
      await new Promise((resolve) => setTimeout(resolve, 120));
      assert.deepEqual(client.published.at(-1), { uri: URI, diagnostics: [] });
      assert.equal(client.published.length, 2);
    }));

  it('are taken back when a report stops being one', () =>
    withClient({}, async (client) => {
      await client.open(wrongTotal);
      await client.until('findings', () => client.published.length === 1);
      await client.edit([{ text: '' }]);
      await client.until('clearing', () => client.published.length === 2);
      assert.deepEqual(client.published[1], { uri: URI, version: 2, diagnostics: [] });
      await client.edit([{ text: 'x' }]);
      await client.settled();
      assert.equal(client.published.length, 2);
    }));

  it('about a row being typed at come a moment later, by themselves', () =>
    withClient({ initializationOptions: { diagnosticDelay: 1 }, host: { heldBackFor: 500 } }, async (client) => {
      await client.open(faultless);
      await client.until('findings', () => client.published.length === 1);
      await client.replace(wholeRow, halfRow);
      await client.until('the rest', () => client.published.length === 3);
      assert.deepEqual(client.published.map(({ version, diagnostics }) => [version, codes(diagnostics)]), [
        [1, []],
        [2, []],
        [2, ['row-cells']],
      ]);
    }));
});
