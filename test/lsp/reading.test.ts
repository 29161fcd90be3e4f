import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentSymbol, FoldingRange, Hover, SymbolInformation } from 'vscode-languageserver/node';
import { currentFormat } from '../../server/src/core';
import { change, faultless, FULL, URI, withClient, wrongTotal, type Client } from './kit';

const requests = currentFormat.tables.find(({ id }) => id === 'requests');

/** Hover at the start of a text, and what it covers. */
async function hover(client: Client, text: string): Promise<{ value: string; covers: string } | undefined> {
  const found = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri: URI }, position: client.find(text).start });
  if (!found?.range || typeof found.contents !== 'object' || !('value' in found.contents)) return undefined;
  return { value: found.contents.value, covers: client.document().getText(found.range) };
}

describe('hover', () => {
  it('on a value says its row and column and the equations with their terms', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      await client.open(wrongTotal);
      const { value, covers } = (await hover(client, '13 |')) ?? { value: '', covers: '' };
      assert.equal(covers, '13');
      const [heading = ''] = value.split('\n');
      assert.equal(heading, '**一、本年新收政府信息公开申请数量 · 总计**');
      assert.match(value, /- ✗ .*12 ≠ 13\n {2}- .*：9\n {2}- .*：3\n/);
      assert.doesNotMatch(value, /：0$/m, 'terms that are 0 are left out');
    }));

  it('on a value of a nested row names the groups too', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      await client.open(faultless);
      const { value } = (await hover(client, '2 | 1 | 0 | 0 | 0 | 0 | 3')) ?? { value: '' };
      const row = requests?.rows.find(({ id }) => id === 'unable.notHeld');
      const group = requests?.rows.find(({ id }) => id === 'unable');
      assert.ok(value.startsWith(`**三、本年度办理结果 › ${group?.label} › ${row?.label}`));
      assert.match(value, /- ✓ /);
    }));

  it('on a label says what the row means', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      await client.open(faultless);
      const row = requests?.rows.find(({ id }) => id === 'carriedIn');
      assert.deepEqual(await hover(client, row?.label ?? '?'), { value: `**${row?.label}**\n\n${row?.note.zh}`, covers: row?.label });
    }));

  it('is plain English for a client without Markdown and locale', () =>
    withClient({}, async (client) => {
      await client.open(wrongTotal);
      const { value } = (await hover(client, '13 |')) ?? { value: '' };
      assert.match(value, /^[^*]* · total\n/);
    }));

  it('on a number of the prose names the cell it is checked against, and whether they agree', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      await client.open(faultless);
      const said = faultless.match(/我局新收[^，。]*?(\d+)件/) ?? assert.fail();
      const at = `${said[1]}件`;
      const agreed = await hover(client, said[0].slice(said[0].indexOf(at)));
      assert.equal(agreed?.covers, said[1]);
      assert.match(agreed?.value ?? '', /^\*\*正文与表格对照\*\*\n\n- ✓ 表三“一、本年新收政府信息公开申请数量 · 总计”：12$/);
      await client.open(change(faultless, said[0], said[0].replace(at, '14件')), 'plaintext', URI, 2);
      assert.match((await hover(client, '14件'))?.value ?? '', /- ✗ 表三.*：12$/m);
    }));

  it('on a number the rules do not compare says so, and why', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const said = faultless.match(/我局新收[^，。]*?(\d+)件/) ?? assert.fail();
      await client.open(change(faultless, `2024年，${said[0]}`, `2023年，${said[0]}`));
      assert.match((await hover(client, `${said[1]}件`))?.value ?? '', /- not checked: it is about another year/);
    }));

  it('on a section’s heading says what belongs there', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      await client.open(faultless);
      const section = currentFormat.sections[1];
      assert.deepEqual(await hover(client, '二、主动公开'), { value: `**二、${section?.title}**\n\n${section?.note.zh}`, covers: `二、${section?.title}` });
    }));

  it('is nothing in other prose and in what is no report', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(faultless);
      assert.equal(await hover(client, '我局通过'), undefined);
      await client.open('x 13 |');
      assert.equal(await hover(client, '13'), undefined);
    }));
});

describe('folding', () => {
  const lines = async (client: Client, text: string, languageId: string): Promise<string[]> => {
    await client.open(text, languageId);
    const found = (await client.request<FoldingRange[] | null>('textDocument/foldingRange', { textDocument: { uri: URI } })) ?? [];
    const all = text.split('\n');
    return found.map(({ startLine, endLine }) => `${all[startLine]?.slice(0, 6)} … ${all[endLine]?.slice(0, 6)}`);
  };

  it('folds sections and tables', () =>
    withClient({}, async (client) => {
      const found = await lines(client, faultless.replaceAll('## ', ''), 'plaintext');
      assert.equal(found.length, 6 + 3);
      assert.ok(found.includes('一、总体情况 … （五）监督保'));
    }));

  it('leaves sections under Markdown headings to the editor', () =>
    withClient({}, async (client) => {
      const found = await lines(client, faultless, 'markdown');
      assert.equal(found.length, 3);
    }));
});

describe('outline', () => {
  const symbols = <T>(client: Client): Promise<T | null> => client.request('textDocument/documentSymbol', { textDocument: { uri: URI } });

  it('has sections, their topics and tables', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      await client.open(change(faultless, '## 六、', '## 六、𠮷'));
      const found = (await symbols<DocumentSymbol[]>(client)) ?? [];
      assert.equal(found.length, 6);
      assert.deepEqual(found[0]?.children?.map(({ name }) => name), currentFormat.sections[0]?.topics?.map(({ title }) => title));
      assert.deepEqual(found[2]?.children?.map(({ name }) => name), [requests?.name.zh]);
      const inside = ({ range, selectionRange, children = [] }: DocumentSymbol): boolean => {
        const document = client.document();
        return document.offsetAt(range.start) <= document.offsetAt(selectionRange.start) && document.offsetAt(selectionRange.end) <= document.offsetAt(range.end) && children.every(inside);
      };
      assert.ok(found.every(inside), 'what is selected lies within');
    }));

  it('is flat for a client without trees', () =>
    withClient({}, async (client) => {
      await client.open(faultless);
      const found = (await symbols<SymbolInformation[]>(client)) ?? [];
      assert.equal(found.length, 6 + 5 + 3);
      assert.ok(found.every(({ location }) => location.uri === URI));
    }));

  it('puts several reports under their titles', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(`${faultless}\n${faultless.replaceAll('青禾县', '澄湖市').replaceAll('2024', '2023')}`);
      const found = (await symbols<DocumentSymbol[]>(client)) ?? [];
      assert.deepEqual(found.map(({ name, children }) => [name.slice(0, 3), children?.length]), [
        ['青禾县', 6],
        ['澄湖市', 6],
      ]);
    }));

  it('in Markdown is left to the editor', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(faultless, 'markdown');
      assert.equal(await symbols(client), null);
    }));
});
