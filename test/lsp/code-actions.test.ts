import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { CodeAction } from 'vscode-languageserver/node';
import { analyse, applyEdits, toMarkdown, type Analysis, type Finding, type TextEdit } from '../../server/src/core';
import { both } from '../../server/src/core/text/bilingual';
import { faultless, FULL, URI, withClient, wrongTotal, type Client, type Options } from './kit';

const full = (options: Options = {}) => (test: (client: Client) => Promise<void>) => withClient({ capabilities: FULL, ...options }, test);
const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);
const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const edit = (at: number, newText: string): (() => readonly TextEdit[]) => () => [{ span: { start: at, end: at }, newText }];
const title = (text: string): Finding['message'] => both(text, text);

/** An analysis whose findings are those given, whatever the text. */
const saying =
  (...findings: Finding[]): Options['host'] & object =>
  ({ analyse: (text, settings): Analysis => ({ ...analyse(text, settings), findings }) });

const finding = (code: string, end: number, fixes: Finding['fixes']): Finding => ({ code, severity: 'warning', span: { start: 0, end }, message: title(code), ...(fixes ? { fixes } : {}) });

describe('quick fixes', () => {
  it('mend the draft and nothing else, and the finding is gone', () =>
    full()(async (client) => {
      await client.open(wrongTotal);
      const found = await client.diagnostic('row-total');
      const [fix, ...others] = await client.actions(found.range, { diagnostics: [found], only: ['quickfix'] });
      assert.ok(fix);
      assert.deepEqual([fix.title, fix.kind, fix.isPreferred, fix.diagnostics], ['Change to 12', 'quickfix', true, [found]]);
      assert.equal(client.apply(fix), faultless);
      assert.deepEqual(fix.edit?.documentChanges?.map((each) => 'textDocument' in each && each.textDocument), [{ uri: URI, version: 1 }]);
      assert.equal(fix.command, undefined);
      assert.ok(others.every(({ isPreferred }) => isPreferred === undefined));
      await client.edit([{ text: client.apply(fix) }]);
      assert.deepEqual(await client.diagnostics(), []);
    }));

  it('are plain changes for a client without versioned edits', () =>
    withClient({}, async (client) => {
      await client.open(wrongTotal);
      const [fix] = await client.actions(client.find('13 |'), { only: ['quickfix'] });
      assert.ok(fix?.edit?.changes && !fix.edit.documentChanges);
      assert.equal(client.apply(fix), faultless);
    }));

  it('speak Chinese to a Chinese client', () =>
    full({ locale: 'zh-cn' })(async (client) => {
      await client.open(wrongTotal);
      assert.deepEqual(titles(await client.actions(client.find('13 |'), { only: ['quickfix'] })), ['改为 12', '在本表不再提示 row-total']);
    }));

  it('need no message, no diagnostics and only a touch', () =>
    full()(async (client) => {
      await client.open(wrongTotal);
      const at = client.find('13 |').start;
      const [fix] = await client.actions({ start: at, end: at });
      assert.equal(fix?.title, 'Change to 12');
      assert.equal(fix.diagnostics?.[0]?.code, 'row-total');
      const found = await client.diagnostic('row-total');
      const told = { ...found, message: 'translated' };
      const [again] = await client.actions(found.range, { diagnostics: [told] });
      assert.deepEqual(again?.diagnostics, [told]);
    }));

  it('are none where there is no finding', () =>
    full()(async (client) => {
      await client.open(wrongTotal);
      assert.deepEqual(await client.actions(start, { only: ['quickfix'] }), []);
    }));

  it('that suppress come after all others, and can be switched off', async () => {
    const fixes = (name: string): Finding['fixes'] => [
      { title: title(`suppress ${name}`), suppression: true, edits: edit(0, `<!-- ${name} -->`) },
      { title: title(`mend ${name}`), edits: edit(0, name) },
    ];
    const host = saying(finding('a', 2, fixes('a')), finding('b', 3, fixes('b')));
    await full({ host })(async (client) => {
      await client.open(faultless);
      assert.deepEqual(titles(await client.actions(start, { only: ['quickfix'] })), ['mend a', 'mend b', 'suppress a', 'suppress b']);
    });
    await full({ host, initializationOptions: { diagnosticDelay: 0, settings: { suppressionFixes: false } } })(async (client) => {
      await client.open(faultless);
      assert.deepEqual(titles(await client.actions(start, { only: ['quickfix'] })), ['mend a', 'mend b']);
    });
  });

  it('are preferred only where exactly one of a finding is', () => {
    const host = saying(
      finding('one', 2, [
        { title: title('one'), preferred: true, edits: edit(0, '1') },
        { title: title('other'), edits: edit(0, '2') },
      ]),
      finding('two', 2, [
        { title: title('this'), preferred: true, edits: edit(0, '3') },
        { title: title('that'), preferred: true, edits: edit(0, '4') },
      ]),
    );
    return full({ host })(async (client) => {
      await client.open(faultless);
      assert.deepEqual((await client.actions(start, { only: ['quickfix'] })).map((action) => [action.title, action.isPreferred]), [
        ['one', true],
        ['other', undefined],
        ['this', undefined],
        ['that', undefined],
      ]);
    });
  });

  it('that fail, change nothing or are the same twice are left out', () => {
    const host = saying(
      finding('a', 2, [
        { title: title('nothing'), edits: () => [] },
        {
          title: title('fails'),
          edits: () => {
            throw new Error('no fix');
          },
        },
        { title: title('same'), edits: edit(0, 'x') },
      ]),
      finding('b', 2, [{ title: title('same'), edits: edit(0, 'x') }]),
    );
    return full({ host })(async (client) => {
      await client.open(faultless);
      const actions = await client.actions(start, { only: ['quickfix'] });
      assert.deepEqual(titles(actions), ['same']);
      assert.deepEqual(actions[0]?.diagnostics?.map(({ code }) => code), ['a', 'b']);
      await client.until('log', () => client.log.some((line) => line.includes('no fix')));
    });
  });

  it('are not offered for a version that is gone', () => {
    // The settings are asked for before the answer; by then the document has moved on.
    let give: ((value: unknown) => void) | undefined;
    const settings = (): unknown => new Promise((resolve) => (give = resolve));
    return withClient({ capabilities: { ...FULL, workspace: { ...FULL.workspace, configuration: true } } }, async (client) => {
      client.connection.onRequest('workspace/configuration', async () => [await settings()]);
      await client.open(wrongTotal);
      const asked = client.actions(client.find('13 |'));
      await client.replace('13 |', '14 |');
      while (!give) await new Promise((resolve) => setTimeout(resolve, 1));
      give({});
      assert.deepEqual(await asked, []);
    });
  });
});

describe('kinds', () => {
  const computed = (only: string[] | undefined): Promise<string[]> => {
    const asked: string[] = [];
    const host = saying(finding('a', 2, [{ title: title('mend'), edits: () => (asked.push('quickfix'), []) }]));
    return full({ host })(async (client) => {
      await client.open(faultless);
      await client.actions(start, only ? { only } : {});
    }).then(() => asked);
  };

  it('nothing is computed for kinds nobody asked for', async () => {
    assert.deepEqual(await computed(['quickfix']), ['quickfix']);
    assert.deepEqual(await computed(undefined), ['quickfix']);
    assert.deepEqual(await computed(['']), ['quickfix']);
    for (const only of ['source', 'source.fixAll', 'source.organizeImports', 'refactor', 'refactor.extract', 'quickfix.other']) assert.deepEqual(await computed([only]), [], only);
  });

  it('the document is not even read for foreign kinds', () => {
    let analyses = 0;
    const host: Options['host'] = { analyse: (...given) => (analyses++, analyse(...given)) };
    return full({ host })(async (client) => {
      await client.open(faultless);
      assert.deepEqual(await client.actions(start, { only: ['source.organizeImports', 'refactor.extract'] }), []);
      assert.equal(analyses, 0);
    });
  });

  it('the rewritings say why they do not apply, if asked by kind and the client can show it', () =>
    full()(async (client) => {
      await client.open(faultless);
      const actions = await client.actions(start, { only: ['refactor.rewrite'] });
      assert.deepEqual(actions.map(({ kind, disabled }) => [kind, disabled !== undefined]), [
        ['refactor.rewrite.disclosureReport.recomputeTotals', true],
        ['refactor.rewrite.disclosureReport.toMarkdown', true],
      ]);
      assert.deepEqual(await client.actions(start), [], 'the general menu stays clean');
    }));

  it('a client that cannot show reasons gets none', () =>
    withClient({}, async (client) => {
      await client.open(faultless);
      assert.deepEqual(await client.actions(start, { only: ['refactor'] }), []);
    }));

  it('fix-all does what is certainly right, on save or when asked for', () =>
    full()(async (client) => {
      await client.open(wrongTotal);
      const [action, ...others] = await client.actions(start, { only: ['source.fixAll.disclosureReport'], triggerKind: 2 });
      assert.ok(action);
      assert.equal(action.kind, 'source.fixAll.disclosureReport');
      assert.equal(client.apply(action), faultless);
      assert.deepEqual(others, []);
      assert.ok((await client.actions(start)).some(({ kind }) => kind === action.kind), 'a menu of everything has it');
      assert.deepEqual(await client.actions(start, { triggerKind: 2 }), [], 'a light bulb does not compute it');
    }));

  it('the totals of the table at the cursor are recomputed', () =>
    full({ locale: 'zh-cn' })(async (client) => {
      await client.open(wrongTotal);
      const [action, ...others] = await client.actions(client.find('| 规章'), { only: ['refactor.rewrite.disclosureReport.recomputeTotals'] });
      assert.deepEqual([action?.disabled !== undefined, others.length], [true, 0], 'a table without totals has none');
      const [recompute] = await client.actions(client.find('| 9 | 3 |'), { only: ['refactor.rewrite.disclosureReport.recomputeTotals'] });
      assert.ok(recompute && !recompute.disabled);
      assert.equal(recompute.title, '重算总计');
      assert.equal(client.apply(recompute), faultless);
    }));

  it('the table at the cursor becomes Markdown, widths as set', async () => {
    const tabs = readFileSync(new URL('../samples/draft.nianbao', import.meta.url), 'utf8');
    const results = await Promise.all(
      ['wide', 'narrow'].map((ambiguousWidth) => {
        let result = '';
        return full({ locale: 'zh-cn', initializationOptions: { diagnosticDelay: 0, settings: { ambiguousWidth } } })(async (client) => {
          await client.open(tabs, 'disclosure-report');
          const [action] = await client.actions(client.find('一、本年新收'), { only: ['refactor.rewrite'] }).then((actions) => actions.filter(({ kind }) => kind?.endsWith('toMarkdown')));
          assert.ok(action && !action.disabled);
          assert.equal(action.title, '转为 Markdown 表格');
          result = client.apply(action);
          const report = analyse(tabs, { assumeReport: true }).reports[0];
          const table = report?.table('requests');
          const edits = report && table && toMarkdown(report, table, { ambiguousWide: ambiguousWidth === 'wide' });
          assert.equal(result, applyEdits(tabs, edits ?? []));
        }).then(() => result);
      }),
    );
    assert.notEqual(results[0], results[1]);
  });

  it('fix-all leaves judgement and suppression to the writer', () =>
    full()(async (client) => {
      await client.open(faultless);
      assert.deepEqual(await client.actions(start, { only: ['source.fixAll'] }), []);
    }));
});
