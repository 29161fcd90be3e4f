import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultless, PULL, URI, withClient } from '../lsp/kit';

/** The longest text that is read, and the most findings that are shown. */
const [LONGEST, MOST] = [4_000_000, 1000];

describe('what is cut off is said in the status', () => {
  for (const capabilities of [PULL, {}]) {
    const how = capabilities === PULL ? 'asked for' : 'pushed';
    it(`a report too long to be read, ${how}`, () =>
      withClient({ capabilities }, async (client) => {
        await client.open(faultless + ' '.repeat(LONGEST - faultless.length));
        if (capabilities === PULL) await client.pull();
        await client.until('status', () => client.statuses.length === 1);
        assert.equal(client.statuses[0]?.longest, undefined, 'as long as may be');
        await client.replace('## 一', ' ## 一');
        if (capabilities === PULL) assert.deepEqual(await client.diagnostics(), []);
        await client.until('status', () => client.statuses.length === 2);
        assert.deepEqual(client.statuses[1], { uri: URI, kind: 'other', counts: { error: 0, warning: 0, information: 0, hint: 0 }, longest: LONGEST });
        await client.replace(' ## 一', '## 一');
        if (capabilities === PULL) await client.pull();
        await client.until('status', () => client.statuses.length === 3);
        assert.equal(client.statuses[2]?.kind, 'report');
      }));
  }

  it('nothing is said of a long text that is no report', () =>
    withClient({ capabilities: PULL }, async (client) => {
      await client.open('GET /index.html 200\n'.repeat(250_000));
      assert.deepEqual(await client.diagnostics(), []);
      await client.settled();
      assert.deepEqual(client.statuses, []);
    }));

  it('findings beyond the thousandth', () =>
    withClient({ capabilities: PULL }, async (client) => {
      await client.open(faultless + '公开XX条。\n'.repeat(MOST));
      assert.equal((await client.diagnostics()).length, MOST);
      await client.until('status', () => client.statuses.length === 1);
      assert.equal(client.statuses[0]?.shown, undefined);
      await client.replace('公开XX条。\n', '公开XX条。\n公开XX条。\n');
      assert.equal((await client.diagnostics()).length, MOST);
      await client.until('status', () => client.statuses.length === 2);
      assert.deepEqual([client.statuses[1]?.shown, client.statuses[1]?.counts.warning], [MOST, MOST + 1]);
    }));
});
