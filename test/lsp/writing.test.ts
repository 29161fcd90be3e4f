import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem, CompletionList } from 'vscode-languageserver/node';
import { analyse, currentFormat, filledSentences, snippetItems } from '../../server/src/core';
import { plainSnippet } from '../../server/src/lsp/plain-snippet';
import { typedLines } from '../../server/src/lsp/typing';
import type { InsertableSnippet } from '../../server/src/lsp/snippets';
import { change, faultless, FULL, URI, withClient, type Client } from './kit';

const trigger = (triggerCharacter: string): object => ({ triggerKind: 2, triggerCharacter });

/** Completion where `⟦⟧` stands. */
async function complete(client: Client, marked: string, languageId = 'plaintext', context: object = { triggerKind: 1 }): Promise<CompletionList | null> {
  const [before = '', after] = marked.split('⟦⟧');
  if (after === undefined) throw new Error('no mark');
  await client.open(before + after, languageId);
  return client.request('textDocument/completion', { textDocument: { uri: URI }, position: client.document().positionAt(before.length), context });
}
const editOf = (item: CompletionItem | undefined): { replaced: string; text: string } | undefined => item?.textEdit && 'range' in item.textEdit ? { replaced: `${item.textEdit.range.start.character}-${item.textEdit.range.end.character}`, text: item.textEdit.newText } : undefined;
const sorted = (list: CompletionList | null): CompletionItem[] => [...(list?.items ?? [])].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));

const sectionSix = faultless.indexOf('## 六、');
const withoutSix = faultless.slice(0, sectionSix);
const other = currentFormat.sections.at(-1);
const requests = currentFormat.tables.find(({ id }) => id === 'requests');

const [report] = analyse(faultless).reports;
/** All that can be inserted into the faultless draft. */
const offered = [...snippetItems(currentFormat), ...(report ? filledSentences(currentFormat, report) : [])];

describe('completion', () => {
  it('offers everything that can be inserted, over the letters typed, whatever stands before them', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const list = await complete(client, change(faultless, '2024年，我局新收', '2024年，tj⟦⟧我局新收'));
      assert.equal(list?.isIncomplete, true);
      assert.deepEqual(list.items.map(({ label }) => label), offered.map(({ label }) => label.en));
      const line = client.document().getText().split('\n').find((each) => each.includes('tj')) ?? '';
      for (const item of list.items) {
        assert.equal(editOf(item)?.replaced, `${line.indexOf('tj')}-${line.indexOf('tj') + 2}`);
        assert.equal(item.insertTextFormat, 2);
        assert.equal(item.commitCharacters, undefined);
      }
      const period = list.items.find(({ filterText }) => filterText?.includes('tjqx'));
      assert.match(editOf(period)?.text ?? '', /2024/);
      assert.ok(sorted(list)[0]?.filterText?.includes('zyj') || sorted(list)[0]?.kind === 15);
    }));

  it('writes tables as the document does', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const table = async (text: string, languageId: string): Promise<string> => {
        const list = await complete(client, text, languageId);
        return editOf(list?.items.find(({ filterText }) => filterText?.startsWith('b3')))?.text ?? '';
      };
      assert.match(await table(`${faultless}\nb3⟦⟧`, 'markdown'), /^\| /);
      assert.match(await table(`${faultless}\nb3⟦⟧`, 'plaintext'), /^\| /);
      assert.match(await table('一、总体情况\nb3⟦⟧', 'disclosure-report'), /\t/);
      assert.match(await table('# 一、总体情况\nb3⟦⟧', 'disclosure-report'), /^\| /);
      assert.match(await table(`${faultless}\nb3⟦⟧`.replace(/\n/g, '\r\n'), 'markdown'), /\r\n/);
    }));

  it('writes tables of bars where a document of the own language does not show yet how it is meant to look', () =>
    withClient({ capabilities: FULL }, async (client) => {
      for (const [text, expected] of [['b3⟦⟧', /^\| /], ['# 云岭县粮食局2024年政府信息公开工作年度报告\n\nb3⟦⟧', /^\| /], ['云岭县粮食局2024年政府信息公开工作年度报告\n\nb3⟦⟧', /^[^|]*\t/]] as const) {
        const list = await complete(client, text, 'disclosure-report');
        assert.match(editOf(list?.items.find(({ filterText }) => filterText?.startsWith('b3')))?.text ?? '', expected, text);
      }
    }));

  it('is silent behind Chinese text and numbers, so that Enter and Tab are themselves', () =>
    withClient({ capabilities: FULL }, async (client) => {
      for (const typed of ['2024年，我局新收⟦⟧', '。⟦⟧', '主动公开126⟦⟧', '主动公开126条⟦⟧', ' ⟦⟧']) {
        assert.equal(await complete(client, change(faultless, '2024年，我局新收', typed), 'disclosure-report'), null, typed);
      }
      assert.equal(await complete(client, `${faultless}\n2024⟦⟧`, 'disclosure-report'), null);
    }));

  it('offers for Chinese at the start of a line what begins so', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      const labels = async (typed: string): Promise<string[]> => ((await complete(client, `${withoutSix}${typed}⟦⟧`, 'disclosure-report'))?.items ?? []).map(({ label }) => label);
      assert.deepEqual(await labels('其他需要'), ['六、其他需要报告的事项']);
      assert.deepEqual(await labels('六、'), ['六、其他需要报告的事项']);
      assert.deepEqual(await labels('全'), [], 'the middle of a name is no beginning');
      assert.deepEqual(await labels('一是'), []);
    }));

  it('does not offer what the client’s own snippets offer at the place, and everything else', () =>
    withClient({ capabilities: FULL, initializationOptions: { contributedSnippets: true } }, async (client) => {
      const has = async (text: string, id: string, languageId = 'markdown', context?: object): Promise<boolean> => {
        const wanted = offered.find((item) => item.id === id)?.label.en;
        return ((await complete(client, text, languageId, context))?.items ?? []).some(({ label }) => label === wanted);
      };
      assert.equal(await has(`${faultless}\nb3⟦⟧`, 'table.requests'), false);
      assert.equal(await has(`${faultless}\nb⟦⟧`, 'table.requests'), false);
      assert.equal(await has(`${faultless}\n⟦⟧`, 'table.requests'), false);
      assert.equal(await has(`${faultless}\nshoudao⟦⟧`, 'table.requests'), true, 'by pinyin');
      assert.equal(await has(`${faultless}\n|⟦⟧`, 'table.requests', 'markdown', trigger('|')), true, 'by a sign');
      assert.equal(await has(change(faultless, '我局新收', '，tjqx⟦⟧我局新收'), 'sentence.period'), true, 'behind Chinese text');
      assert.equal(await has(`${faultless}\nb3⟦⟧`, 'table.requests', 'disclosure-report'), true);
      assert.equal(await has(`${faultless.replaceAll('2024', '2023')}\ns1⟦⟧`, 'section.overview'), true, 'they write another year');
      assert.equal(await has(`${faultless.replaceAll('2024', '2023')}\nb3⟦⟧`, 'table.requests'), false, 'a table says no year');
    }));

  it('a sentence does not say again what is written before it', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const at = '（二）依申请公开';
      const list = await complete(client, change(faultless, at, `（二）依申请公开情况。2024年，xs⟦⟧\n\n${at}`), 'markdown');
      assert.ok(texts(list).includes('新收政府信息公开申请12件，上年结转1件，办结11件，结转下年度继续办理2件。'));
    }));

  it('puts what is missing first', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      const [first] = sorted(await complete(client, `${withoutSix}⟦⟧`));
      assert.ok(first?.label.includes(other?.title ?? '?'));
    }));

  it('puts the table of the section at the cursor before all others', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      const [head = '', rest = ''] = faultless.split(/(?<=## 三、.*\n)/);
      const after = rest.slice(rest.indexOf('## 四、'));
      const [first] = sorted(await complete(client, `${head}\n⟦⟧\n\n${after}`));
      assert.equal(first?.label, requests?.name.zh);
    }));

  it('# at the start of a line offers sections over the mark; elsewhere it is a mark', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const list = await complete(client, `${withoutSix}##⟦⟧`, 'markdown', trigger('#'));
      const [first] = sorted(list);
      assert.match(editOf(first)?.text ?? '', /^## /);
      assert.equal(editOf(first)?.replaced, '0-2');
      assert.ok(first?.filterText?.startsWith('## '), 'the mark is found in the item');
      assert.equal(await complete(client, change(faultless, '我局新收', '我局#⟦⟧新收'), 'markdown', trigger('#')), null);
    }));

  it('| at the start of a line offers tables, but not within one', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const list = await complete(client, `${faultless}\n|⟦⟧`, 'markdown', trigger('|'));
      assert.ok(list?.items.length);
      for (const item of list.items) assert.match(editOf(item)?.text ?? '', /^\| /);
      assert.equal(await complete(client, change(faultless, '| 规章 |', '|⟦⟧\n| 规章 |'), 'markdown', trigger('|')), null);
      assert.equal(await complete(client, change(faultless, '| 规章 |', '| 规章 |⟦⟧'), 'markdown', trigger('|')), null);
    }));

  it('（ at the start of a line offers the topics, those missing first', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const topics = currentFormat.sections[0]?.topics ?? [];
      const list = await complete(client, change(faultless, '（五）监督保障情况。组织培训', '（⟦⟧\n\n其他。组织培训'), 'plaintext', trigger('（'));
      assert.equal(sorted(list)[0]?.label, topics.at(-1)?.title);
      assert.match(editOf(sorted(list)[0])?.text ?? '', /^（五）.*2024年/);
      assert.equal(editOf(sorted(list)[0])?.replaced, '0-1');
      const closed = await complete(client, change(faultless, '（五）监督保障情况。组织培训', '（⟦⟧）\n\n其他。组织培训'), 'plaintext', trigger('（'));
      assert.equal(editOf(sorted(closed)[0])?.replaced, '0-2', 'with the bracket the editor closed');
      assert.equal(await complete(client, change(faultless, '我局新收', '我局（⟦⟧新收'), 'plaintext', trigger('（')), null);
    }));

  const texts = (list: CompletionList | null): string[] => (list?.items ?? []).map((item) => editOf(item)?.text ?? '');
  /** The faultless draft with row 一 of table three set to nothing. */
  const nothing = faultless.replace('| 9 | 3 | 0 | 0 | 0 | 0 | 12 |', '| 0 | 0 | 0 | 0 | 0 | 0 | 0 |');

  it('standard sentences come with the numbers of the tables, the year and the agency', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const at = '（二）依申请公开';
      const list = await complete(client, change(faultless, at, `xs⟦⟧\n\n${at}`), 'markdown');
      assert.ok(texts(list).includes('2024年，新收政府信息公开申请12件，上年结转1件，办结11件，结转下年度继续办理2件。'));
      const unsaid = texts(await complete(client, change(faultless, '| 9 | 3 | 0 | 0 | 0 | 0 | 12 |', '| 9 | 3 | 0 | 0 | 0 | 0 |  |').replace(at, `xs⟦⟧\n\n${at}`), 'markdown'));
      assert.ok(unsaid.includes('2024年，新收政府信息公开申请${1:}件，上年结转1件，办结11件，结转下年度继续办理2件。'), 'a number that is not there is not made up');
    }));

  it('that there were no requests is offered only where the table says so', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const none = /未收到政府信息公开申请/;
      assert.ok(!texts(await complete(client, `${faultless}\nw⟦⟧`)).some((text) => none.test(text)));
      assert.ok(texts(await complete(client, `${nothing}\nw⟦⟧`)).some((text) => text.startsWith(`2024年，${report?.agency}未收到`) && none.test(text)));
      const blank = nothing.replace('| 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '| 0 | 0 | 0 | 0 | 0 | 0 |  |');
      assert.ok(!texts(await complete(client, `${blank}\nw⟦⟧`)).some((text) => none.test(text)), 'a blank is no 0');
    }));

  it('topics come by pinyin at the start of a line, the missing one before all others', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      const list = await complete(client, change(faultless, '（五）监督保障情况。组织培训', 'jdbz⟦⟧\n\n其他。组织培训'), 'markdown');
      const [first] = sorted(list);
      assert.equal(first?.label, currentFormat.sections[0]?.topics?.at(-1)?.title);
      assert.match(first?.filterText ?? '', /jdbz jiandubaozhang/);
    }));

  it('| in a table that lacks rows offers those rows, with a tab stop a value', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      const row = '| 二、上年结转政府信息公开申请数量 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |';
      const list = await complete(client, change(faultless, row, '|⟦⟧'), 'markdown', trigger('|'));
      assert.deepEqual(list?.items.map(({ label }) => label), ['二、上年结转政府信息公开申请数量']);
      assert.deepEqual(editOf(list?.items[0]), { replaced: '0-1', text: '| 二、上年结转政府信息公开申请数量 |  |  | ${1:0} | ${2:0} | ${3:0} | ${4:0} | ${5:0} | ${6:0} | ${7:0} |' });
      const before = await complete(client, change(faultless, row, `| sn⟦⟧ |  |  |`), 'markdown');
      assert.deepEqual(editOf(before?.items[0]), { replaced: '0-4', text: '| 二、上年结转政府信息公开申请数量' });
    }));

  it('in a complete table nothing is offered', () =>
    withClient({ capabilities: FULL }, async (client) => {
      assert.deepEqual((await complete(client, change(faultless, '| 9 | 3 | 0 |', '| 9 | xs⟦⟧3 | 0 |'), 'markdown'))?.items, []);
    }));

  it('a label typed in Chinese counts at the start of a line', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const list = await complete(client, `${faultless}\n总体⟦⟧`);
      assert.equal(editOf(list?.items[0])?.replaced, '0-2');
    }));

  it('a client without snippets gets plain text', () =>
    withClient({}, async (client) => {
      const list = await complete(client, `${faultless}\nb3⟦⟧`, 'markdown');
      for (const item of list?.items ?? []) {
        assert.equal(item.insertTextFormat, 1);
        assert.doesNotMatch(editOf(item)?.text ?? '', /\$\{/);
      }
      assert.match(editOf(list?.items.find(({ filterText }) => filterText?.startsWith('b3')))?.text ?? '', /\| 0 \| 0 \| 0 \|/);
    }));

  it('the year is last year where nothing tells it', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const list = await complete(client, '⟦⟧', 'disclosure-report');
      assert.match(editOf(sorted(list)[0])?.text ?? '', /\$\{\d+:2024\}年/);
    }));

  it('codes are offered in suppression comments, without those that stand there', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const list = await complete(client, `<!-- disclosure-report-disable-next-line row-cells, row-t⟦⟧ -->\n${faultless}`, 'markdown', trigger('|'));
      const item = list?.items.find(({ label }) => label === 'row-total');
      assert.deepEqual(editOf(item), { replaced: '52-57', text: 'row-total' });
      assert.ok(!list?.items.some(({ label }) => label === 'row-cells'));
      const reason = await complete(client, `<!-- disclosure-report-disable-file row-total: row⟦⟧ -->\n${faultless}`, 'markdown');
      assert.ok(!reason?.items.some(({ label }) => label === 'row-cells'), 'the reason is free text');
    }));

  it('nothing is offered in what is no report', () =>
    withClient({ capabilities: FULL }, async (client) => {
      assert.equal(await complete(client, '# 购物清单\n\nb3⟦⟧', 'markdown'), null);
      assert.equal(await complete(client, '⟦⟧', 'markdown'), null);
    }));
});

describe('disclosureReport/snippets', () => {
  it('lists all that can be inserted, in the language of the client and the notation of the document', () =>
    withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
      await client.open(faultless, 'markdown');
      const list = await client.request<InsertableSnippet[]>('disclosureReport/snippets', { uri: URI });
      assert.deepEqual(list.map(({ id }) => id), offered.map(({ id }) => id));
      const table = list.find(({ id }) => id === 'table.requests');
      assert.equal(table?.label, requests?.name.zh);
      assert.match(table?.body ?? '', /^\| .*\$\{1:0\}/s);
    }));

  it('also for a document that is no report yet', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open('', 'plaintext');
      const list = await client.request<InsertableSnippet[]>('disclosureReport/snippets', { uri: URI });
      assert.match(list.find(({ id }) => id === 'table.requests')?.body ?? '', /\t/);
    }));
});

describe('a snippet as plain text', () => {
  for (const [body, text] of [
    ['a ${1:0} b', 'a 0 b'],
    ['${1:x}-${2}-${1}', 'x--x'],
    ['\\$1 \\} \\\\ ${1:a\\}b}', '$1 } \\ a}b'],
    ['${1:}。', '。'],
  ] as const) {
    it(body, () => assert.equal(plainSnippet(body), text));
  }

  it('leaves no syntax behind in any item', () => {
    for (const item of snippetItems(currentFormat)) for (const notation of ['pipe', 'tab'] as const) assert.doesNotMatch(plainSnippet(item.body(notation, '2024')), /[$\\{}]/, item.id);
  });
});

describe('lines typed at', () => {
  const edit = (from: [number, number], to: [number, number], text: string): Parameters<typeof typedLines>[0][number] => ({ range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } }, text });

  for (const [name, changes, lines] of [
    ['a character', [edit([4, 1], [4, 1], 'x')], { first: 4, last: 4 }],
    ['Enter', [edit([4, 1], [4, 1], '\r\n')], { first: 4, last: 5 }],
    ['a line deleted', [edit([4, 0], [5, 0], '')], { first: 4, last: 4 }],
    ['two cursors apart', [edit([2, 0], [2, 0], 'x'), edit([9, 0], [9, 0], 'x')], undefined],
    ['a later change above shifts the earlier', [edit([4, 0], [4, 0], 'x'), edit([3, 0], [3, 0], '\n')], { first: 3, last: 5 }],
    ['a paste', [edit([4, 0], [4, 0], 'a\nb\nc\nd')], undefined],
    ['the whole text', [{ text: 'x' }], undefined],
    ['nothing', [], undefined],
  ] as const) {
    it(name, () => assert.deepEqual(typedLines(changes), lines));
  }
});
