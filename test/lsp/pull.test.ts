import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes, type ResponseError } from 'vscode-languageserver/node';
import { analyse, rules, type Rule } from '../../server/src/core';
import { change, faultless, halfRow, PULL, shortRow, URI, wholeRow, withClient, wrongTotal, type Options } from './kit';

const slow = (diagnosticDelay: number): Options => ({ capabilities: PULL, initializationOptions: { diagnosticDelay } });
const codeOf = (error: unknown): number => (error as ResponseError<void>).code;
const rejected = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => assert.fail('answered'), (error: unknown) => error);

describe('pull diagnostics', () => {
  it('never pushes', () =>
    withClient({ capabilities: PULL }, async (client) => {
      await client.open(wrongTotal);
      assert.equal((await client.diagnostics()).length, 1);
      await client.replace('13 |', '14 |');
      assert.equal((await client.diagnostics()).length, 1);
      await client.close();
      await client.settled();
      assert.deepEqual(client.published, []);
    }));

  it('waits for the delay, and not again for the same version', () =>
    withClient(slow(500), async (client) => {
      await client.open(faultless);
      const opening = performance.now();
      await client.diagnostics();
      assert.ok(performance.now() - opening < 450, 'a draft just opened does not wait');
      await client.replace('## 一、', '##  一、');
      const start = performance.now();
      await client.diagnostics();
      assert.ok(performance.now() - start >= 495, 'the first answer after a key waits');
      const again = performance.now();
      await client.diagnostics();
      assert.ok(performance.now() - again < 450, 'the second does not');
    }));

  it('answers a cancelled request at once, as cancelled and without data', () =>
    withClient(slow(20_000), async (client) => {
      await client.open(faultless);
      await client.replace('## 一、', '##  一、');
      const source = new CancellationTokenSource();
      const answer = rejected(client.pull(URI, undefined, source.token));
      await client.settled();
      source.cancel();
      const error = (await answer) as ResponseError<unknown>;
      assert.ok([LSPErrorCodes.RequestCancelled as number, LSPErrorCodes.ServerCancelled as number].includes(error.code));
      assert.equal(error.data, undefined);
    }));

  it('a document that moves on while the answer waits gets no answer for the old version', () =>
    withClient(slow(80), async (client) => {
      await client.open(faultless);
      await client.replace('12 |', '13 |');
      const answer = rejected(client.pull());
      await client.settled();
      await client.replace('13 |', '12 |');
      assert.equal(codeOf(await answer), LSPErrorCodes.ServerCancelled);
      assert.deepEqual(await client.diagnostics(), []);
    }));

  it('a document closed while the answer waits, or never opened, has no findings', () =>
    withClient(slow(80), async (client) => {
      assert.deepEqual(await client.pull('file:///never.txt'), { kind: 'full', items: [] });
      await client.open(faultless);
      await client.replace('## 一、', '##  一、');
      const answer = client.pull();
      await client.settled();
      await client.close();
      assert.deepEqual(await answer, { kind: 'full', items: [] });
    }));

  it('says unchanged only of what is unchanged', () =>
    withClient({ capabilities: PULL }, async (client) => {
      await client.open(wrongTotal);
      const first = await client.pull();
      assert.equal((await client.pull(URI, first.resultId)).kind, 'unchanged');
      await client.edit([{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' }]);
      const moved = await client.pull(URI, first.resultId);
      assert.equal(moved.kind, 'full');
      await client.close();
      await client.open(faultless, 'plaintext', URI, 2);
      assert.deepEqual((await client.pull(URI, moved.resultId)).kind, 'full');
    }));

  it('an internal error gives the last good report and a log line', () => {
    let broken = false;
    const host: Options['host'] = {
      analyse: (text, settings) => {
        if (broken) throw new Error('out of order');
        return analyse(text, settings);
      },
    };
    return withClient({ capabilities: PULL, host }, async (client) => {
      await client.open(wrongTotal);
      const good = await client.diagnostics();
      assert.equal(good.length, 1);
      broken = true;
      await client.replace('13 |', '14 |');
      assert.deepEqual(await client.diagnostics(), good);
      assert.deepEqual(await client.actions(client.find('14 |')), [], 'other requests have no answer and do not fail');
      await client.until('log', () => client.log.some((line) => line.includes('out of order')));
      broken = false;
      await client.replace('14 |', '12 |');
      assert.deepEqual(await client.diagnostics(), []);
    });
  });

  it('a rule that throws is logged under its code, once, and the others go on', async () => {
    const broken: Rule = {
      ...(rules[0] as Rule),
      code: 'broken-rule',
      check: () => {
        throw new Error('cannot');
      },
    };
    (rules as Rule[]).unshift(broken);
    try {
      await withClient({ capabilities: PULL }, async (client) => {
        await client.open(wrongTotal);
        assert.deepEqual((await client.diagnostics()).map(({ code }) => code), ['row-total']);
        await client.replace('13 |', '14 |');
        assert.deepEqual((await client.diagnostics()).map(({ code }) => code), ['row-total']);
        await client.settled();
        assert.equal(client.log.filter((line) => line.includes('broken-rule')).length, 1);
      });
    } finally {
      (rules as Rule[]).splice(rules.indexOf(broken), 1);
    }
  });
});

describe('a row being typed at', () => {
  const typing = (heldBackFor: number, capabilities = PULL): Options => ({ capabilities, initializationOptions: { diagnosticDelay: 1 }, host: { heldBackFor } });

  it('is not at fault yet; after a moment it is, and the client is told to ask', () =>
    withClient(typing(500), async (client) => {
      await client.open(faultless);
      await client.diagnostics();
      await client.replace(wholeRow, halfRow);
      const early = await client.pull();
      assert.deepEqual(early.kind === 'full' && early.items, []);
      await client.until('refresh', () => client.refreshes > 0);
      const late = await client.pull(URI, early.resultId);
      assert.deepEqual(late.kind === 'full' && late.items.map(({ code }) => code), ['row-cells']);
    }));

  it('is reported as soon as something else is typed at', () =>
    withClient(typing(60_000), async (client) => {
      await client.open(faultless);
      await client.replace(wholeRow, halfRow);
      assert.deepEqual(await client.diagnostics(), []);
      await client.replace('## 一、总体情况', '## 一、总体情况 ');
      assert.deepEqual((await client.diagnostics()).map(({ code }) => code), ['row-cells']);
    }));

  it('other findings on its lines are not held back, nor are those elsewhere', () =>
    withClient(typing(60_000), async (client) => {
      await client.open(wrongTotal);
      await client.replace('## 六、', '## 七、');
      assert.deepEqual((await client.diagnostics()).map(({ code }) => code), ['row-total', 'section-number']);
    }));

  it('opening a document is no typing', () =>
    withClient(typing(60_000), async (client) => {
      await client.open(shortRow);
      assert.deepEqual((await client.diagnostics()).map(({ code }) => code), ['row-cells']);
    }));

  it('a pasted table is no typing', () =>
    withClient(typing(60_000), async (client) => {
      await client.open(faultless);
      await client.edit([{ range: { start: { line: 0, character: 0 }, end: client.document().positionAt(1e9) }, text: wrongTotal }]);
      assert.deepEqual((await client.diagnostics()).map(({ code }) => code), ['row-total']);
    }));

  it('nothing is held back without delay, nor from a client that cannot be told to ask again', async () => {
    for (const options of [{ ...typing(60_000), initializationOptions: { diagnosticDelay: 0 } }, typing(60_000, { textDocument: { diagnostic: {} } })]) {
      await withClient(options, async (client) => {
        await client.open(faultless);
        await client.replace(wholeRow, halfRow);
        assert.deepEqual((await client.diagnostics()).map(({ code }) => code), ['row-cells']);
      });
    }
  });

  it('the sums a half-typed number spoils wait too, wherever they stand', () =>
    withClient(typing(60_000), async (client) => {
      await client.open(change(faultless, '六、其他需要报告的事项', '六、其他报告事项'));
      await client.replace('| 9 | 3 |', '| 5 | 4 |');
      assert.deepEqual((await client.diagnostics()).map(({ code }) => code), ['section-title']);
      await client.replace('## 一、', '##  一、');
      assert.deepEqual((await client.diagnostics()).map(({ code }) => code), ['prose-table', 'prose-table', 'row-total', 'application-balance', 'application-balance', 'section-title']);
    }));
});
