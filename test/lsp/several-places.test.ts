import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Location } from 'vscode-languageserver/node';
import { invent } from '../several/invented';
import { PULL, withClient, type Client } from './kit';

const BEFORE = 'file:///w/2023.md';
const NOW = 'file:///w/2024.md';
const NEXT = 'file:///w/2025.md';
const COUNTY = 'file:///w/county.md';
const report = (year: number, more = ''): string => invent({ agency: '青禾县教育局', year, received: 8, carriedIn: 2, carriedOut: 2, prose: more });
const files = new Map([
  ['file:///w/disclosure-report.json', JSON.stringify({ agency: '青禾县', children: ['青禾县教育局'] })],
  [BEFORE, report(2023)],
  [NEXT, report(2025)],
  [COUNTY, invent({ agency: '青禾县', year: 2024, received: 8, carriedIn: 2, carriedOut: 2 })],
]);

/** Lines the answers lead to, each as `uri line-of-text`. */
async function ask(client: Client, method: string, line: string, value: string): Promise<string[]> {
  const text = client.document(NOW).getText();
  const at = text.indexOf(line);
  assert.ok(at >= 0, line);
  const position = client.document(NOW).positionAt(text.indexOf(value, at + line.length));
  const answer = await client.connection.sendRequest<Location | Location[] | null>(method, { textDocument: { uri: NOW }, position, context: { includeDeclaration: false } });
  return [answer ?? []].flat().map(({ uri, range }) => {
    const lines = (uri === NOW ? text : (files.get(uri) ?? '')).split('\n');
    return `${uri.slice('file:///w/'.length)} ${(lines[range.start.line] ?? '').replace(/^[| ]*/, '').slice(0, 9)} ${(lines[range.start.line] ?? '').slice(range.start.character, range.end.character)}`;
  });
}

async function within(test: (client: Client) => Promise<void>, text = report(2024, '新收政府信息公开申请8件。')): Promise<void> {
  await withClient({ capabilities: PULL, locale: 'zh', files }, async (client) => {
    await client.open(text, 'markdown', NOW);
    await client.diagnostics(NOW);
    await client.until('the workspace is read', () => client.log.some((line) => line.includes('reports in the workspace')));
    await client.diagnostics(NOW);
    await test(client);
  });
}

describe('places in other reports', () => {
  it('from 二、上年结转 to last year’s 四、结转, and from nowhere else', () =>
    within(async (client) => {
      assert.deepEqual(await ask(client, 'textDocument/definition', '| 二、上年结转政府信息公开申请数量 |  |  | ', '2'), ['2023.md 四、结转下年度继续 2']);
      assert.deepEqual(await ask(client, 'textDocument/definition', '| ', '二、上年结转'), ['2023.md 四、结转下年度继续 2']);
      assert.deepEqual(await ask(client, 'textDocument/definition', '| 一、本年新收政府信息公开申请数量 |  |  | ', '8'), []);
    }));

  it('references of a value: equations, prose, the year before and after, the parent', () =>
    within(async (client) => {
      const total = '| 一、本年新收政府信息公开申请数量 |  |  | 8 | 0 | 0 | 0 | 0 | 0 | ';
      assert.deepEqual(await ask(client, 'textDocument/references', total, '8'), ['2024.md 四、结转下年度继续 2', '2024.md （一）主动公开情况 8', 'county.md 一、本年新收政府信 8']);
      const carried = '| 四、结转下年度继续办理 |  |  | ';
      assert.deepEqual(await ask(client, 'textDocument/references', carried, '2'), ['2024.md 四、结转下年度继续 2', '2025.md 二、上年结转政府信 2', 'county.md 四、结转下年度继续 2']);
    }));
});
