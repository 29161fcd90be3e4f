import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OverviewChangedNotification } from '../../server/src/lsp/several/protocol';
import { OverviewRequest, type Overview } from '../../server/src/lsp/several/overview';
import type { AgencyNode } from '../../server/src/lsp/several/agency-tree';
import { invent } from '../several/invented';
import { PULL, withClient, type Client } from './kit';

const files = new Map([
  ['file:///w/disclosure-report.json', JSON.stringify({ agency: '青禾县', children: ['柳溪镇', '东山乡'] })],
  ['file:///w/a/2023.md', invent({ agency: '青禾县', year: 2023, received: 9 })],
  ['file:///w/a/2024.md', invent({ agency: '青禾县人民政府', title: '青禾县人民政府', year: 2024, received: 9 })],
  ['file:///w/b/1.md', invent({ agency: '柳溪镇', year: 2023 })],
  ['file:///w/b/2.md', invent({ agency: '青禾县柳溪镇人民政府', year: 2024 }).replace('| 5 | 0 | 0 | 0 | 0 | 0 | 5 |', '| 5 | 0 | 0 | 0 | 0 | 0 | 6 |')],
  ['file:///w/c/1.md', invent({ agency: '红石市', year: 2024 })],
  ['file:///w/notes.md', '# 买菜'],
]);

/** Each agency with its reports, subordinates indented. */
const lines = (nodes: readonly AgencyNode[], depth = 0): string[] =>
  nodes.flatMap(({ agency, reports, missingYears, children }) => [
    `${'  '.repeat(depth)}${[agency, ...missingYears].join(' −')}`,
    ...reports.map(({ uri, year, counts, missing }) => `${'  '.repeat(depth)}- ${year} ${uri.slice('file:///w/'.length)} ${counts?.error ?? '?'} ${missing.join('、')}`.trimEnd()),
    ...lines(children, depth + 1),
  ]);

async function overview(client: Client): Promise<Overview> {
  for (let i = 0; ; i++) {
    const answer = await client.connection.sendRequest(OverviewRequest, { count: true });
    if (answer?.uncounted === 0) return answer;
    assert.ok(i < 60, 'never counted');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the view of all reports', () => {
  it('shows agencies as a tree, with what is found in each report and what is missing', () =>
    withClient({ capabilities: PULL, locale: 'zh', files: new Map(files) }, async (client) => {
      const { agencies } = await overview(client);
      assert.deepEqual(lines(agencies), [
        '红石市',
        '- 2024 c/1.md 0',
        '青禾县人民政府',
        '- 2024 a/2024.md 0 东山乡',
        '- 2023 a/2023.md 0 东山乡',
        '  青禾县柳溪镇人民政府',
        '  - 2024 b/2.md 1',
        '  - 2023 b/1.md 0',
        '  东山乡 −2024 −2023',
      ]);
    }));

  it('follows edits, and says so', () =>
    withClient({ capabilities: PULL, locale: 'zh', files: new Map(files) }, async (client) => {
      await overview(client);
      let told = 0;
      client.connection.onNotification(OverviewChangedNotification, () => void told++);
      await client.open(files.get('file:///w/b/2.md') ?? '', 'markdown', 'file:///w/b/2.md');
      await client.diagnostics('file:///w/b/2.md');
      await client.replace('| 6 |', '| 5 |', 'file:///w/b/2.md');
      await client.diagnostics('file:///w/b/2.md');
      const now = async (): Promise<string[]> => lines((await overview(client)).agencies).filter((line) => line.includes('b/2.md'));
      for (let i = 0; i < 40 && (await now())[0] !== '  - 2024 b/2.md 0'; i++) await new Promise((resolve) => setTimeout(resolve, 50));
      assert.deepEqual(await now(), ['  - 2024 b/2.md 0']);
      assert.ok(told > 0);
    }));

  it('counts nothing for nobody', () =>
    withClient({ capabilities: PULL, locale: 'zh', files: new Map(files) }, async (client) => {
      await client.until('the workspace is read', () => client.log.some((line) => line.includes('reports in the workspace')));
      const answer = await client.connection.sendRequest(OverviewRequest, { count: false });
      assert.ok(answer && answer.agencies.length === 2);
      assert.ok(answer.agencies.every(({ reports }) => reports.every(({ counts }) => counts === undefined)));
    }));
});
