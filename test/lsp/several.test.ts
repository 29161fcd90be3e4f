import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DidChangeWatchedFilesNotification, FileChangeType, type Diagnostic, type Hover, type TextEdit, WorkDoneProgress, WorkDoneProgressCancelNotification, WorkDoneProgressCreateRequest } from 'vscode-languageserver/node';
import { invent } from '../several/invented';
import { FULL, PULL, withClient, type Client, type Options } from './kit';

const BEFORE = 'file:///w/2023/%E6%95%99%E8%82%B2%E5%B1%80.md';
const NOW = 'file:///w/2024/%E6%95%99%E8%82%B2%E5%B1%80.md';
const before = invent({ agency: '青禾县教育局', year: 2023, received: 8, carriedOut: 3 });
const now = invent({ agency: '青禾县教育局', year: 2024, received: 8, carriedIn: 2 });

const about = (items: readonly Diagnostic[], code: string): Diagnostic[] => items.filter((each) => each.code === code);

/** Asks until there are so many findings of a code, or fails. */
async function until(client: Client, uri: string, code: string, count: number): Promise<Diagnostic[]> {
  for (let i = 0; ; i++) {
    const found = about(await client.diagnostics(uri), code);
    if (found.length === count) return found;
    if (i > 40) assert.fail(`${found.length} of ${code}, ${count} expected`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const several = (files: Readonly<Record<string, string>>, options: Options = {}): Options => ({ capabilities: PULL, locale: 'zh', files: new Map(Object.entries(files)), ...options });

describe('reports of the workspace', () => {
  it('are read in the background; a report is compared with last year’s, which need not be open', async () => {
    await withClient(several({ [BEFORE]: before, 'file:///w/notes.md': '# 买菜' }), async (client) => {
      await client.open(now, 'markdown', NOW);
      const [first, second] = await until(client, NOW, 'carried-over', 2);
      assert.match(String(first?.message), /自然人的上年结转为 2，上年报告结转下年度为 3/);
      const [place] = second?.relatedInformation ?? [];
      assert.equal(place?.location.uri, BEFORE);
      const { start, end } = place?.location.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const line = before.split('\n')[start.line] ?? '';
      assert.match(line, /四、结转/);
      assert.equal(line.slice(start.character, end.character), '3');
      assert.equal(line.slice(end.character).trim(), '|', 'the total');
      await client.until('the client is told to ask again', () => client.refreshes > 0);
    });
  });

  it('follow unsaved edits, files and closing', async () => {
    const files = new Map([[BEFORE, before]]);
    await withClient({ ...several({}), files }, async (client) => {
      await client.open(now, 'markdown', NOW);
      await until(client, NOW, 'carried-over', 2);
      await client.open(before, 'markdown', BEFORE);
      const row = before.split('\n').find((line) => line.startsWith('| 四、结转')) ?? '';
      await client.replace(row, row.replaceAll(' 3 ', ' 2 '), BEFORE);
      await client.diagnostics(BEFORE);
      await until(client, NOW, 'carried-over', 0);
      await client.close(BEFORE);
      await until(client, NOW, 'carried-over', 2);
      files.set(BEFORE, before.replace(row, row.replaceAll(' 3 ', ' 2 ')));
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: BEFORE, type: FileChangeType.Changed }] });
      await until(client, NOW, 'carried-over', 0);
      files.set(BEFORE, before);
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: BEFORE, type: FileChangeType.Changed }] });
      await until(client, NOW, 'carried-over', 2);
      files.delete(BEFORE);
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: BEFORE, type: FileChangeType.Deleted }] });
      await until(client, NOW, 'carried-over', 0);
    });
  });

  it('follow a folder that is renamed, which is one event', async () => {
    const files = new Map([[BEFORE, before], ['file:///w/2023/disclosure-report.json', '{}']]);
    await withClient({ ...several({}), files }, async (client) => {
      await client.open(now, 'markdown', NOW);
      await until(client, NOW, 'carried-over', 2);
      files.clear();
      await client.connection.sendNotification('disclosureReport/filesChanged', { uris: ['file:///w/2023'] });
      await until(client, NOW, 'carried-over', 0);
      const moved = BEFORE.replace('/2023/', '/last/');
      files.set(moved, before);
      await client.connection.sendNotification('disclosureReport/filesChanged', { uris: [moved] });
      await until(client, NOW, 'carried-over', 2);
    });
  });

  it('are compared when a draft becomes one of that agency while it is typed', async () => {
    await withClient(several({ [BEFORE]: before }), async (client) => {
      await client.open(now.replace('青禾县教育局2024', '青禾县民政局2024'), 'markdown', NOW);
      await client.diagnostics(NOW);
      await until(client, NOW, 'carried-over', 0);
      await client.replace('青禾县民政局2024', '青禾县教育局2024', NOW);
      await until(client, NOW, 'carried-over', 2);
    });
  });

  it('that are open know each other in any editor, pushed or asked for', async () => {
    await withClient({ capabilities: PULL, locale: 'zh' }, async (client) => {
      await client.open(before, 'markdown', 'untitled:a');
      await client.open(now, 'markdown', 'untitled:b');
      await client.diagnostics('untitled:a');
      await until(client, 'untitled:b', 'carried-over', 2);
    });
    await withClient({ locale: 'zh' }, async (client) => {
      await client.open(before, 'markdown', 'untitled:a');
      await client.open(now, 'markdown', 'untitled:b');
      await client.until('findings', () => client.published.some(({ uri, diagnostics }) => uri === 'untitled:b' && about(diagnostics, 'carried-over').length === 2));
    });
  });

  it('may stand in one document', async () => {
    await withClient({ capabilities: PULL, locale: 'zh' }, async (client) => {
      await client.open(`${before}\n${now}`, 'markdown', NOW);
      const lineOf = ([finding]: readonly Diagnostic[]): string => client.document(NOW).getText().split('\n')[finding?.relatedInformation?.[0]?.location.range.start.line ?? -1] ?? '';
      assert.match(lineOf(await until(client, NOW, 'carried-over', 2)), /四、结转/);
      await client.replace('定期检查', '检查\n\n再检查', NOW);
      assert.match(lineOf(await until(client, NOW, 'carried-over', 2)), /四、结转/, 'after an edit above it');
    });
  });

  it('are left alone by disclosureReport.crossCheck: false', async () => {
    await withClient(several({ [BEFORE]: before }, { capabilities: { ...PULL, workspace: { ...PULL.workspace, configuration: true } }, settings: () => ({ crossCheck: false }) }), async (client) => {
      await client.open(now, 'markdown', NOW);
      await client.until('all files', () => client.filesRead.includes(BEFORE));
      await new Promise((resolve) => setTimeout(resolve, 600));
      assert.deepEqual(about(await client.diagnostics(NOW), 'carried-over'), []);
    });
  });

  it('offer last year’s number as a fix', async () => {
    await withClient(several({ [BEFORE]: before }), async (client) => {
      await client.open(now, 'markdown', NOW);
      const [finding] = await until(client, NOW, 'carried-over', 2);
      assert.ok(finding);
      const actions = await client.actions(finding.range, { diagnostics: [finding] }, NOW);
      const fix = actions.find(({ title }) => title === '改为上年报告的 3');
      assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    });
  });
});

describe('a county in the editor', () => {
  const COUNTY = 'file:///w/county.md';
  const files = {
    'file:///w/disclosure-report.json': JSON.stringify({ agency: '青禾县', children: ['柳溪镇', '东山乡'], rules: { 'roll-up': 'error' } }),
    'file:///w/towns/1.md': invent({ agency: '青禾县柳溪镇', year: 2024, received: 4 }),
    'file:///w/towns/2.md': invent({ agency: '青禾县东山乡', year: 2024, received: 3 }),
  };

  it('is compared with its subordinates, by the severity the config says', async () => {
    await withClient(several(files), async (client) => {
      await client.open(invent({ agency: '青禾县人民政府', year: 2024, received: 6 }), 'markdown', COUNTY);
      const found = await until(client, COUNTY, 'roll-up', 6);
      assert.ok(found.every(({ severity }) => severity === 1));
      assert.match(String(found[0]?.message), /本表为 6，2 份下级报告之和为 7，少 1/);
      assert.deepEqual(found[0]?.relatedInformation?.map(({ location }) => location.uri), ['file:///w/towns/1.md', 'file:///w/towns/2.md']);
    });
  });
});

describe('the sum of the subordinates', () => {
  const COUNTY = 'file:///w/county.md';
  const config = 'file:///w/disclosure-report.json';
  const towns = {
    'file:///w/towns/1.md': invent({ agency: '青禾县柳溪镇', year: 2024, received: 4, licences: 5 }),
    'file:///w/towns/2.md': invent({ agency: '青禾县东山乡', year: 2024, received: 3 }),
    'file:///w/2023.md': invent({ agency: '青禾县', year: 2023, received: 9, licences: 77 }),
  };
  const files = (children: readonly string[]) => several({ ...towns, [config]: JSON.stringify({ agency: '青禾县', children }) }, { capabilities: FULL });
  const ready = (client: Client): Promise<void> => client.until('the workspace is read', () => client.log.some((line) => line.includes('reports in the workspace')));
  const county = invent({ agency: '青禾县', year: 2024, received: 6, licences: 1 });
  const kind = 'refactor.rewrite.disclosureReport.rollUp';

  async function withCounty(options: Options, test: (client: Client) => Promise<void>): Promise<void> {
    await withClient(options, async (client) => {
      await client.open(county, 'markdown', COUNTY);
      await client.diagnostics(COUNTY);
      await ready(client);
      await client.diagnostics(COUNTY);
      await test(client);
    });
  }

  it('is written by a code action, which says what is missing', async () => {
    await withCounty(files(['柳溪镇', '东山乡']), async (client) => {
      const [action, ...others] = await client.actions(client.find('行政许可', COUNTY), { only: [kind] }, COUNTY);
      assert.equal(action?.title, '汇总下级报告');
      assert.deepEqual(others, []);
      const [change] = action.edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change);
      const after = TextDocument.applyEdits(client.document(COUNTY), change.edits as TextEdit[]);
      assert.equal(after, invent({ agency: '青禾县', year: 2024, received: 7, licences: 5 }));
    });
    await withCounty(files(['柳溪镇', '东山乡', '教育局']), async (client) => {
      const [action] = await client.actions(client.find('行政许可', COUNTY), { only: [kind] }, COUNTY);
      assert.equal(action?.title, '汇总下级报告（只有 2 份，尚缺 教育局）');
    });
    await withCounty(several(towns, { capabilities: FULL }), async (client) => {
      const [action] = await client.actions(client.find('行政许可', COUNTY), { only: [kind] }, COUNTY);
      assert.match(action?.disabled?.reason ?? '', /没有在 disclosure-report\.json 里写明/);
    });
  });

  it('is told by hover, with what each gives and last year’s value', async () => {
    await withCounty(files(['柳溪镇', '东山乡', '教育局']), async (client) => {
      const { start } = client.find('| 1 |', COUNTY);
      const hover = await client.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri: COUNTY }, position: { line: start.line, character: start.character + 2 } });
      const { value } = hover.contents as { value: string };
      assert.match(value, /- 2023年：77\n- 下级 2 份，尚缺 教育局：本表 1，下级合计 5，少 4\n {2}- 青禾县柳溪镇：5$/);
    });
  });
});

describe('sums without a draft', () => {
  const towns = new Map([
    ['file:///w/disclosure-report.json', JSON.stringify({ agency: '青禾县', children: ['柳溪镇', '东山乡'] })],
    ['file:///w/towns/1.md', invent({ agency: '青禾县柳溪镇', year: 2024, received: 4, licences: 5 })],
    ['file:///w/towns/2.md', invent({ agency: '青禾县东山乡', year: 2024, received: 3 })],
    ['file:///w/towns/3.md', invent({ agency: '青禾县东山乡', year: 2023, received: 2 })],
    ['file:///w/2023.md', invent({ agency: '青禾县', year: 2023, received: 9, licences: 77 })],
  ]);
  const withTowns = (test: (client: Client) => Promise<void>): Promise<void> =>
    withClient({ capabilities: FULL, locale: 'zh', files: new Map(towns) }, async (client) => {
      await client.until('the workspace is read', () => client.log.some((line) => line.includes('reports in the workspace')));
      await test(client);
    });

  it('are listed, with what is missing and whether the report is there', () =>
    withTowns(async (client) => {
      assert.deepEqual(await client.request('disclosureReport/sums', {}), [
        { agency: '青禾县', year: 2024, folder: 'file:///w', count: 2, missing: [] },
        { agency: '青禾县', year: 2023, folder: 'file:///w', count: 1, missing: ['柳溪镇'], uri: 'file:///w/2023.md' },
      ]);
    }));

  it('make a draft, which is the sum', () =>
    withTowns(async (client) => {
      const answer = await client.request<{ readonly text: string } | null>('disclosureReport/newSum', { folder: 'file:///w', agency: '青禾县', year: 2024 });
      assert.ok(answer);
      assert.match(answer.text, /^# 青禾县2024年政府信息公开工作年度报告/);
      const uri = 'file:///w/new.md';
      await client.open(answer.text, 'markdown', uri);
      const found = await client.diagnostics(uri);
      assert.deepEqual(found.filter(({ severity, code }) => severity === 1 || code === 'roll-up').map(({ code, message }) => [code, message]), []);
      const [action] = await client.actions(client.find('行政许可', uri), { only: ['refactor.rewrite.disclosureReport.rollUp'] }, uri);
      assert.equal(action?.disabled?.reason, '已经等于 2 份下级年报之和');
      assert.equal(await client.request('disclosureReport/newSum', { folder: 'file:///w', agency: '青禾县', year: 2020 }), null);
    }));

  it('are told cell by cell, with places', () =>
    withTowns(async (client) => {
      const uri = 'file:///w/2024.md';
      await client.open(invent({ agency: '青禾县', year: 2024, received: 6, licences: 5 }), 'markdown', uri);
      await client.diagnostics(uri);
      const ask = (text: string, uriOf = uri): Promise<unknown> => {
        const { start } = client.find(text, uriOf);
        return client.request('disclosureReport/contributions', { textDocument: { uri: uriOf }, position: { line: start.line, character: start.character + 2 } });
      };
      const place = (line: string): unknown => {
        const lines = (towns.get('file:///w/towns/1.md') ?? '').split('\n');
        const at = lines.findIndex((each) => each.startsWith(line));
        return { start: { line: at, character: (lines[at] ?? '').indexOf('5') }, end: { line: at, character: (lines[at] ?? '').indexOf('5') + 1 } };
      };
      const answer = (await ask('| 5 |')) as { parts: { range?: unknown }[] };
      assert.deepEqual(answer.parts[0]?.range, place('| 行政许可'));
      assert.deepEqual({ ...answer, parts: answer.parts.map(({ range: _, ...part }) => part) }, {
        cell: '行政许可 · 本年处理决定数量',
        balance: '本表 5，下级合计 5，相等',
        parts: [{ agency: '青禾县柳溪镇', uri: 'file:///w/towns/1.md', value: '5' }, { agency: '青禾县东山乡', uri: 'file:///w/towns/2.md', value: '0' }],
        missing: [],
      });
      assert.match(JSON.stringify(await ask('| 6 |')), /本表 6，下级合计 7，少 1/);
      assert.equal(await ask('# 青禾县'), null);
      assert.equal(await ask('行政规范性文件'), null, 'nobody adds these up');
    }));
});

describe('reading the workspace', () => {
  it('shows how far it has come when it takes a while, and can be cancelled; then nothing is compared', async () => {
    const many = Object.fromEntries(Array.from({ length: 800 }, (_, i) => [`file:///w/more/${i}.md`, '# 政府信息公开年报的说明']));
    const capabilities = { ...PULL, window: { workDoneProgress: true } };
    await withClient(several({ ...many, [BEFORE]: before }, { capabilities, fileDelay: 40 }), async (client) => {
      const begun = new Promise<void>((resolve) => {
        client.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
          client.connection.onProgress(WorkDoneProgress.type, token, (value) => {
            if (value.kind === 'begin') {
              assert.equal(value.cancellable, true);
              assert.equal(value.title, '读取各份年报');
              void client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
            }
            if (value.kind === 'end') resolve();
          });
        });
      });
      await client.open(now, 'markdown', NOW);
      await begun;
      assert.ok(client.filesRead.length < 801, 'stopped before the end');
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.deepEqual(about(await client.diagnostics(NOW), 'carried-over'), []);
    });
  });
});
