import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DidChangeWatchedFilesNotification, FileChangeType, type ClientCapabilities } from 'vscode-languageserver/node';
import { analyse, rules, type Rule } from '../../server/src/core';
import { faultless, PULL, URI, withClient, wrongTotal, type Client, type Options } from '../lsp/kit';
import { invent } from '../several/invented';

const HOW: readonly (readonly [how: string, capabilities: ClientCapabilities])[] = [['asked for', PULL], ['pushed', {}]];

/** Codes of the findings of a document as the client has them now. */
async function codes(client: Client, capabilities: ClientCapabilities, uri = URI): Promise<unknown[]> {
  if (capabilities.textDocument?.diagnostic) return (await client.diagnostics(uri)).map(({ code }) => code);
  await client.settled();
  return (client.published.findLast((each) => each.uri === uri)?.diagnostics ?? []).map(({ code }) => code);
}

/** Looks again and again until there are so many findings of a code. */
async function until(client: Client, capabilities: ClientCapabilities, uri: string, code: string, count: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    const found = (await codes(client, capabilities, uri)).filter((each) => each === code).length;
    if (found === count) return;
    if (tries > 60) assert.fail(`${found} of ${code}, ${count} expected`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('what fails is said in the status, and everything else goes on', () => {
  for (const [how, capabilities] of HOW) {
    it(`a rule that throws, ${how}`, async () => {
      let broken = true;
      const rule: Rule = {
        ...(rules[0] as Rule),
        code: 'broken-rule',
        check: () => {
          if (broken) throw new Error('cannot');
          return [];
        },
      };
      (rules as Rule[]).unshift(rule);
      try {
        await withClient({ capabilities }, async (client) => {
          await client.open(wrongTotal);
          assert.deepEqual(await codes(client, capabilities), ['row-total']);
          await client.until('status', () => client.statuses.length === 1);
          assert.deepEqual([client.statuses[0]?.failed, client.statuses[0]?.counts.error], [['broken-rule'], 1]);
          broken = false;
          await client.replace('13 |', '14 |');
          await codes(client, capabilities);
          await client.until('status', () => client.statuses.at(-1)?.failed === undefined);
        });
      } finally {
        (rules as Rule[]).splice(rules.indexOf(rule), 1);
      }
    });

    it(`a reading that fails altogether, ${how}`, () => {
      const host: Options['host'] = {
        analyse: (text, settings) => {
          if (text.includes('14 |')) throw new Error('out of order');
          return analyse(text, settings);
        },
      };
      return withClient({ capabilities, host }, async (client) => {
        await client.open(wrongTotal);
        await codes(client, capabilities);
        await client.open(wrongTotal, 'plaintext', 'file:///other.txt');
        await client.replace('13 |', '14 |');
        await codes(client, capabilities);
        await client.until('status', () => client.statuses.at(-1)?.uri === URI && client.statuses.at(-1)?.defect === true);
        assert.deepEqual(await codes(client, capabilities, 'file:///other.txt'), ['row-total']);
        await client.replace('14 |', '12 |');
        assert.deepEqual(await codes(client, capabilities), []);
        await client.until('status', () => client.statuses.at(-1)?.kind === 'report' && client.statuses.at(-1)?.defect === undefined);
      });
    });
  }
});

describe('files while they are read', () => {
  const BEFORE = 'file:///w/2023/局.md';
  const NOW = 'file:///w/2024/局.md';
  const before = invent({ agency: '青禾县教育局', year: 2023, received: 8, carriedOut: 3 });
  const now = invent({ agency: '青禾县教育局', year: 2024, received: 8, carriedIn: 2 });
  const others = Array.from({ length: 60 }, (_, i): [string, string] => [`file:///w/镇/${i}.md`, invent({ agency: `青禾县第${i}镇`, year: 2023, received: 1 })]);
  const binary = String.fromCharCode(...Array.from({ length: 3000 }, (_, i) => (i * 7919) % 65536));

  for (const [how, capabilities] of HOW) {
    it(`vanish, turn binary and come anew: the others are compared all the same, ${how}`, async () => {
      const files = new Map([[BEFORE, before], ...others]);
      await withClient({ capabilities, files, fileDelay: 5 }, async (client) => {
        await client.open(now, 'markdown', NOW);
        await client.until('the first file', () => client.filesRead.length > 0);
        for (const [uri] of others.slice(20, 30)) files.delete(uri);
        for (const [uri] of others.slice(30, 40)) files.set(uri, binary);
        const changed = (uri: string): Promise<void> => client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: FileChangeType.Changed }] });
        await changed(others[0]?.[0] ?? '');
        await until(client, capabilities, NOW, 'carried-over', 2);
        files.set(BEFORE, binary);
        await changed(BEFORE);
        await until(client, capabilities, NOW, 'carried-over', 0);
        files.set(BEFORE, before);
        await changed(BEFORE);
        await until(client, capabilities, NOW, 'carried-over', 2);
        assert.deepEqual(client.log.filter((line) => !/reports in the workspace/.test(line)), []);
      });
    });

    it(`settings and folders change meanwhile, ${how}`, async () => {
      const files = new Map([[BEFORE, before], ...others]);
      let severity = 'warning';
      const settings = (): unknown => ({ rules: { 'carried-over': severity } });
      await withClient({ capabilities: { ...capabilities, workspace: { ...capabilities.workspace, configuration: true } }, settings, files, fileDelay: 5 }, async (client) => {
        await client.open(now, 'markdown', NOW);
        await client.until('the first file', () => client.filesRead.length > 0);
        severity = 'off';
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
        // A folder goes, another comes, as our client tells of them.
        const gone = others.slice(0, 20);
        for (const [uri] of gone) files.delete(uri);
        files.set('file:///v/局.md', invent({ agency: '青禾县民政局', year: 2023, received: 8 }));
        await client.connection.sendNotification('disclosureReport/filesChanged', { uris: [...gone.map(([uri]) => uri), 'file:///v/局.md'] });
        await client.until('the workspace is read', () => client.log.some((line) => line.includes('reports in the workspace')));
        await until(client, capabilities, NOW, 'carried-over', 0);
        severity = 'hint';
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
        await until(client, capabilities, NOW, 'carried-over', 2);
        const names = async (): Promise<string> => JSON.stringify(await client.request('disclosureReport/overview', { count: false }));
        for (let tries = 0; tries < 60 && !/民政局/.test(await names()); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
        const told = await names();
        assert.deepEqual(['民政局', '第3镇', '第30镇'].filter((name) => told.includes(name)), ['民政局', '第30镇']);
        assert.deepEqual(client.log.filter((line) => !/reports in the workspace/.test(line)), []);
      });
    });
  }

  it('a report without a fault stays one when a file fails to be read', () =>
    withClient({ capabilities: PULL, files: new Map([[BEFORE, before]]) }, async (client) => {
      client.connection.onRequest('disclosureReport/readFile', () => {
        throw new Error('the disk is gone');
      });
      await client.open(faultless);
      assert.deepEqual(await client.diagnostics(), []);
      await client.until('log', () => client.log.some((line) => line.includes('the disk is gone') && line.includes(BEFORE)));
    }));
});
