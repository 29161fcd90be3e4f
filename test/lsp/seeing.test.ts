import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { DocumentSymbol, FoldingRange, InlayHint, SemanticTokens } from 'vscode-languageserver/node';
import { currentFormat } from '../../server/src/core';
import type { CellPlace } from '../../server/src/lsp/cell-place';
import type { Preview } from '../../server/src/lsp/preview';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/lsp/semantic-tokens';
import { change, faultless, FULL, URI, withClient, wrongTotal, type Client } from './kit';

const textDocument = { uri: URI };
const ROW = '| 9 | 3 | 0 | 0 | 0 | 0 | 12 |';

describe('disclosureReport/preview', () => {
  const preview = (client: Client, more: object = {}): Promise<Preview | null> => client.request('disclosureReport/preview', { uri: URI, ...more });

  it('is the page of the version that is open, marked in the language of the client', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      await client.open(wrongTotal, 'markdown');
      const page = await preview(client);
      assert.equal(page?.version, 1);
      assert.match(page.html, /<td[^>]* class="error" title="[^"]*应为 12[^"]*">13<\/td>/);
      assert.doesNotMatch((await preview(client, { unmarked: true }))?.html ?? 'title=', /title=/);
      await client.replace('| 13 |', '| 12 |');
      assert.doesNotMatch((await preview(client))?.html ?? 'class="error"', /class="error"/);
    }));

  it('is nothing for what is no report, and an empty page for one that is still empty', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open('# 购物清单', 'markdown');
      assert.equal(await preview(client), null);
      await client.open('', 'disclosure-report', URI, 2);
      assert.equal((await preview(client))?.title, '');
    }));
});

describe('disclosureReport/cellPlace', () => {
  const place = (client: Client, text: string, shift = 0): Promise<CellPlace | null> => {
    const { line, character } = client.find(text).start;
    return client.request('disclosureReport/cellPlace', { uri: URI, position: { line, character: character + shift } });
  };

  it('names row and column, and where the rest of them stands', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      await client.open(faultless, 'markdown');
      const found = await place(client, ROW, '| 9 | '.length);
      assert.deepEqual(found?.name, { row: '一、本年新收政府信息公开申请数量', column: '商业企业' });
      assert.equal(found.full, '一、本年新收政府信息公开申请数量 · 法人或其他组织／商业企业');
      const texts = (ranges: CellPlace['row']): string[] => ranges.map((range) => client.document().getText(range));
      assert.deepEqual(texts(found.row), ['9', '0', '0', '0', '0', '12']);
      assert.equal(found.column.length, 24);
      assert.equal(texts(found.column)[0], '0', 'the one below: row 二');
    }));

  it('counts the space around a value to it, and the space before the first to none', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      await client.open(faultless, 'markdown');
      assert.match((await place(client, ROW, '| 9 '.length))?.name.column ?? '', /^自然人$/);
      assert.match((await place(client, ROW, '| 9 |'.length))?.name.column ?? '', /^商业企业$/);
      assert.equal(await place(client, ROW, 0), null);
      assert.equal(await place(client, '我局新收'), null);
    }));

  it('does not guess a column where values are missing', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      await client.open(change(faultless, ROW, '| 9 | 3 | 0 | 12 |'), 'markdown');
      const found = await place(client, '| 9 | 3 |', 2);
      assert.equal(found?.name.column, '?');
      assert.deepEqual(found?.column, []);
    }));

  it('tells columns of one name apart by their groups', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      await client.open(faultless, 'markdown');
      const last = faultless.slice(faultless.indexOf('## 四、')).split('\n').find((line) => /^\| \d/.test(line)) ?? assert.fail();
      assert.deepEqual((await place(client, last, 2))?.name, { row: '', column: '行政复议／结果维持' });
    }));
});

describe('inlay hints', () => {
  const hints = (client: Client): Promise<InlayHint[] | null> => client.request('textDocument/inlayHint', { textDocument, range: { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } } });

  it('are off', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(faultless);
      assert.equal(await hints(client), null);
    }));

  it('name the column before each value when they are wanted', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn', initializationOptions: { diagnosticDelay: 0, settings: { inlayHints: true } } }, async (client) => {
      await client.open(faultless);
      const found = (await hints(client)) ?? [];
      const values = currentFormat.tables.flatMap(({ rows }) => rows.flatMap(({ columns }) => columns)).length;
      assert.equal(found.length, values);
      const { line, character } = client.find(ROW).start;
      assert.deepEqual(found.filter(({ position }) => position.line === line).map(({ label, position }) => [label, position.character - character])[1], ['商业企业', '| 9 | '.length]);
    }));
});

describe('semantic tokens', () => {
  const tokens = async (client: Client): Promise<string[]> => {
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    const found: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
      character = lines === 0 ? character + characters : characters;
      line += lines;
      const text = client.document().getText({ start: { line, character }, end: { line, character: character + length } });
      found.push(`${TOKEN_TYPES[type]}${modifiers ? `.${TOKEN_MODIFIERS[0]}` : ''} ${text}`);
    }
    return found;
  };

  it('colour values and totals', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(faultless, 'markdown');
      const found = await tokens(client);
      const at = found.indexOf('reportValue 9');
      assert.deepEqual(found.slice(at, at + 7), ['reportValue 9', 'reportValue 3', 'reportValue 0', 'reportValue 0', 'reportValue 0', 'reportValue 0', 'reportValue.reportTotal 12']);
      assert.ok(found.every((each) => each.startsWith('reportValue')), 'in Markdown nothing else');
    }));

  it('in plain text colour headings as well, signs for nothing, and what is left over', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(change(faultless.replaceAll(/^#+ /gm, ''), ROW, ROW.replace('| 9 |', '| / |')).replace('组织培训', '【待改写】组织培训'));
      const found = await tokens(client);
      assert.ok(found.includes('reportBlank /'));
      assert.ok(found.includes('reportHeading 一、总体情况'));
      assert.ok(found.some((each) => each.startsWith('reportPlaceholder 【')), found.join());
    }));

  it('are none in what is no report', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open('一、总体情况 12', 'plaintext');
      assert.deepEqual(await tokens(client), []);
    }));

  it('are those the manifest describes', () => {
    const { contributes } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { contributes: { semanticTokenTypes: { id: string }[]; semanticTokenModifiers: { id: string }[]; semanticTokenScopes: { scopes: object }[] } };
    assert.deepEqual(contributes.semanticTokenTypes.map(({ id }) => id), TOKEN_TYPES);
    assert.deepEqual(contributes.semanticTokenModifiers.map(({ id }) => id), TOKEN_MODIFIERS);
    assert.deepEqual(Object.keys(contributes.semanticTokenScopes[0]?.scopes ?? {}).filter((name) => !name.includes('.')), TOKEN_TYPES);
  });
});

describe('topics', () => {
  /** Each topic under a heading of its own, with two paragraphs. */
  const headed = faultless.replaceAll(/^#+ /gm, '').replace(/^（([一二三四五])）([^。\n]*)。(.*)$/gm, (line, numeral: string, title: string, text: string) => (/问题|改进/.test(title) ? line : `（${numeral}）${title}\n\n${text}\n\n另外还做了一些工作，不再细说。`));

  it('reach to the next one, so that they fold and stay in sight while one scrolls', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(headed);
      const [first] = (await client.request<DocumentSymbol[] | null>('textDocument/documentSymbol', { textDocument })) ?? [];
      const topics = first?.children ?? [];
      assert.equal(topics.length, 5);
      const lines = headed.split('\n');
      for (const [i, { range }] of topics.entries()) {
        assert.match(lines[range.end.line] ?? '', /^另外/, String(i));
        assert.ok(range.end.line < (topics[i + 1]?.range.start.line ?? Infinity));
      }
      const folds = (await client.request<FoldingRange[] | null>('textDocument/foldingRange', { textDocument })) ?? [];
      assert.deepEqual(folds.filter(({ startLine }) => /^（/.test(lines[startLine] ?? '')).map(({ startLine, endLine }) => [startLine, endLine]), topics.map(({ range }) => [range.start.line, range.end.line]));
    }));
});
