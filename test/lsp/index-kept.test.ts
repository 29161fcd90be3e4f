import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver/node';
import { invent } from '../several/invented';
import { PULL, withClient, type Client, type Options } from './kit';

const BEFORE = 'file:///w/2023/%E6%95%99%E8%82%B2%E5%B1%80.md';
const NOW = 'file:///w/2024/%E6%95%99%E8%82%B2%E5%B1%80.md';
const before = invent({ agency: '青禾县教育局', year: 2023, received: 8, carriedOut: 3 });
const now = invent({ agency: '青禾县教育局', year: 2024, received: 8, carriedIn: 2 });
const NOTES = 'file:///w/notes.md';

const workspace = (): Map<string, string> => new Map([[BEFORE, before], [NOW, now], [NOTES, '# 买菜'], ['file:///w/disclosure-report.json', '{}']]);
const kept = (): { text: string; saves: number } => ({ text: '', saves: 0 });
const options = (files: Map<string, string>, index: { text: string; saves: number }, more: Options = {}): Options => ({ capabilities: PULL, locale: 'zh', files, index, ...more });

const ready = (client: Client): Promise<void> => client.until('the workspace is read', () => client.log.some((line) => line.includes('reports in the workspace')));
const drafts = (client: Client): string[] => client.filesRead.filter((uri) => uri.endsWith('.md')).sort();

/** What is found in this year's report, which is open; the other one is compared only once it is known. */
async function carried(client: Client): Promise<number> {
  await client.open(now, 'markdown', NOW);
  for (let i = 0; ; i++) {
    const found = (await client.diagnostics(NOW)).filter(({ code }) => code === 'carried-over').length;
    if (found > 0 || i > 20) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** One session over a workspace. */
async function session(files: Map<string, string>, index: { text: string; saves: number }, more: Options = {}): Promise<{ readonly read: string[]; readonly saved: boolean; readonly carried: number }> {
  const saves = index.saves;
  let read: string[] = [];
  let found = 0;
  await withClient(options(files, index, more), async (client) => {
    await ready(client);
    read = drafts(client);
    found = await carried(client);
    await client.settled();
  });
  return { read, saved: index.saves > saves, carried: found };
}

describe('the index kept between sessions', () => {
  it('spares reading what has not changed', async () => {
    const [files, index] = [workspace(), kept()];
    assert.deepEqual(await session(files, index), { read: [BEFORE, NOW, NOTES], saved: true, carried: 2 });
    assert.deepEqual(await session(files, index), { read: [], saved: false, carried: 2 });
  });

  it('has what has changed, come or gone read again', async () => {
    const [files, index] = [workspace(), kept()];
    await session(files, index);
    files.set(BEFORE, before.replaceAll('| 3 |', '| 2 |').replace('定期检查', '定期检查检查'));
    files.delete(NOTES);
    files.set('file:///w/more.md', '# 买米');
    assert.deepEqual(await session(files, index), { read: [BEFORE, 'file:///w/more.md'], saved: true, carried: 0 });
    assert.deepEqual((await session(files, index)).read, []);
    assert.ok(!index.text.includes(NOTES));
  });

  it('is not believed under another version, nor where it is broken', async () => {
    const files = workspace();
    const index = kept();
    await session(files, index);
    const whole = index.text;
    assert.deepEqual((await session(files, index, { host: { version: '1.2.4' } })).read, [BEFORE, NOW, NOTES]);
    for (const [broken, read] of [
      ['', [BEFORE, NOW, NOTES]],
      [`x${whole}`, [BEFORE, NOW, NOTES]],
      [whole.slice(0, -5), [NOTES]],
      [whole.replace('青禾县教育局', '青禾县民政局'), [BEFORE]],
      ['\n'.repeat(99), [BEFORE, NOW, NOTES]],
      [whole.split('\n')[0] ?? '', [BEFORE, NOW, NOTES]],
    ] as const) {
      index.text = broken;
      assert.deepEqual(await session(files, index), { read: [...read], saved: true, carried: 2 });
    }
  });

  it('knows by which format a config file had a report read', async () => {
    const [files, index] = [workspace(), kept()];
    await session(files, index);
    files.set('file:///w/disclosure-report.json', '{ "format": "2019" }');
    assert.deepEqual((await session(files, index)).read, [BEFORE, NOW, NOTES]);
  });

  it('is done without where the client cannot keep it', async () => {
    await withClient({ capabilities: PULL, locale: 'zh', files: workspace() }, async (client) => {
      await ready(client);
      assert.equal(await carried(client), 2);
    });
  });

  it('is in order after many sessions with changes, as if read anew', async () => {
    const [files, index] = [workspace(), kept()];
    for (let i = 0; i < 6; i++) {
      files.set(BEFORE, i % 2 === 0 ? before : `${before}\n${'再'.repeat(i)}`);
      if (i % 3 === 0) files.set(`file:///w/${i}.md`, invent({ agency: `青禾县${'甲乙丙丁'.charAt(i)}镇`, year: 2024 }));
      assert.equal((await session(files, index)).carried, 2);
    }
    const fresh = kept();
    await session(files, fresh);
    assert.deepEqual(index.text.split('\n').sort(), fresh.text.split('\n').sort());
  });
});

describe('a config file', () => {
  const config = 'file:///w/disclosure-report.json';

  it('that changes the format has the reports read again', async () => {
    const [files, index] = [workspace(), kept()];
    await withClient(options(files, index), async (client) => {
      await ready(client);
      const { length } = drafts(client);
      files.set(config, '{ "format": "2019" }');
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: config, type: FileChangeType.Changed }] });
      await client.until('the drafts again', () => drafts(client).length === 2 * length);
    });
  });

  it('that is broken for a moment says what it said before', async () => {
    const files = workspace();
    files.set(config, '{ "rules": { "carried-over": "error" } }');
    await withClient({ capabilities: PULL, locale: 'zh', files }, async (client) => {
      await ready(client);
      assert.equal(await carried(client), 2);
      const severities = async (): Promise<unknown[]> => (await client.diagnostics(NOW)).filter(({ code }) => code === 'carried-over').map(({ severity }) => severity);
      const change = async (text: string | undefined): Promise<void> => {
        if (text === undefined) files.delete(config);
        else files.set(config, text);
        await client.connection.sendNotification('disclosureReport/filesChanged', { uris: [config] });
        await new Promise((resolve) => setTimeout(resolve, 900));
      };
      await change('{ "rules": { "carried-over": "err');
      assert.deepEqual(await severities(), [1, 1]);
      await change('{ "rules": { "carried-over": "information" } }');
      assert.deepEqual(await severities(), [3, 3]);
      await change(undefined);
      assert.deepEqual(await severities(), [2, 2]);
    });
  });

  it('above the workspace holds in it, but for reports nobody has listed', async () => {
    const above = 'file:///disclosure-report.json';
    const files = workspace();
    files.set(above, JSON.stringify({ agency: '青禾县教育局', children: ['青禾县第一中学'], rules: { 'carried-over': 'error' } }));
    await withClient({ capabilities: PULL, locale: 'zh', files, configsAbove: [above] }, async (client) => {
      await ready(client);
      assert.equal(await carried(client), 2);
      const found = await client.diagnostics(NOW);
      assert.deepEqual(found.filter(({ code }) => code === 'carried-over').map(({ severity }) => severity), [1, 1]);
      assert.deepEqual(found.filter(({ code }) => code === 'roll-up'), []);
    });
  });
});
