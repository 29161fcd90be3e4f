import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../server/src/core';
import { change, faultless, PULL, URI, withClient, wrongTotal, type Client, type Options } from './kit';

const pull = (options: Options = {}) => (test: (client: Client) => Promise<void>) => withClient({ capabilities: PULL, ...options }, test);

describe('a diagnostic', () => {
  it('has source, code, page, severity, related places and data', () =>
    pull()(async (client) => {
      await client.open(wrongTotal);
      const found = await client.diagnostic('row-total');
      assert.equal(client.document().getText(found.range), '13');
      assert.equal(found.source, 'disclosure-report');
      assert.equal(found.severity, 1);
      assert.equal(found.codeDescription?.href, 'https://github.com/disclosure-report/disclosure-report/blob/v1.2.3/docs/rules/row-total.md');
      assert.deepEqual(found.data, { expected: '12', stated: '13' });
      assert.equal(found.tags, undefined);
      const related = found.relatedInformation ?? [];
      assert.ok(related.length > 2);
      for (const { location } of related) assert.equal(location.uri, URI);
      assert.ok(related.some(({ location: { range } }) => client.document().getText(range) === '9'));
    }));

  it('links to the pages the client brings along', () =>
    pull({ initializationOptions: { diagnosticDelay: 0, rulePages: 'file:///ext/docs/rules' } })(async (client) => {
      await client.open(wrongTotal);
      assert.equal((await client.diagnostic('row-total')).codeDescription?.href, 'file:///ext/docs/rules/row-total.md');
    }));

  for (const [locale, words] of [
    ['zh-cn', /应为 12/],
    ['zh', /应为 12/],
    ['zh-TW', /应为 12/],
    ['en', /equations need 12/],
    ['fr', /equations need 12/],
    [undefined, /equations need 12/],
  ] as const) {
    it(`speaks ${locale ?? 'English without a locale'}`, () =>
      pull(locale === undefined ? {} : { locale })(async (client) => {
        await client.open(wrongTotal);
        const found = await client.diagnostic('row-total');
        assert.match(String(found.message), words);
        assert.equal(found.code, 'row-total');
      }));
  }

  it('is placed by UTF-16 units behind characters of two', () =>
    pull()(async (client) => {
      // 𬭊 and 𠮷 take two units each and stand before the cell on its line.
      await client.open(change(wrongTotal, '| 一、本年新收', '| 一、𬭊𠮷本年新收'));
      const { range } = await client.diagnostic('row-total');
      assert.equal(client.document().getText(range), '13');
    }));

  for (const [name, text] of [
    ['CRLF', wrongTotal.replace(/\n/g, '\r\n')],
    ['CR', wrongTotal.replace(/\n/g, '\r')],
    ['a byte order mark', `\uFEFF${wrongTotal}`],
  ] as const) {
    it(`is placed alike with ${name}`, () =>
      pull()(async (client) => {
        await client.open(text);
        const { range } = await client.diagnostic('row-total');
        assert.equal(client.document().getText(range), '13');
        assert.equal((await client.diagnostics()).length, 1);
      }));
  }

  it('has data that JSON can hold, whatever a rule puts there', () => {
    const host: Options['host'] = {
      analyse: (text, settings) => {
        const analysis = analyse(text, settings);
        return { ...analysis, findings: analysis.findings.map((finding) => ({ ...finding, data: { units: 12n, rows: ['a'], none: undefined } })) };
      },
    };
    return pull({ host })(async (client) => {
      await client.open(wrongTotal);
      assert.deepEqual((await client.diagnostic('row-total')).data, { units: '12', rows: ['a'] });
    });
  });

  it('says what the core says', () =>
    pull()(async (client) => {
      const text = change(wrongTotal, '## 六、', '## 七、');
      await client.open(text);
      const expected = analyse(text).findings.map(({ code, message }) => `${code} ${message.en}`);
      assert.ok(expected.length >= 2);
      assert.deepEqual((await client.diagnostics()).map(({ code, message }) => `${code} ${message}`), expected);
    }));
});

describe('documents', () => {
  it('what is no report gets nothing and costs nothing', () => {
    let analyses = 0;
    const host: Options['host'] = {
      analyse: (...given) => {
        analyses++;
        return analyse(...given);
      },
    };
    return pull({ host })(async (client) => {
      await client.open('# 购物清单\n\n| 苹果 | 3 |\n| 合计 | 4 |\n', 'markdown');
      assert.deepEqual(await client.pull(), { kind: 'full', items: [] });
      assert.deepEqual(await client.actions({ start: { line: 3, character: 0 }, end: { line: 3, character: 9 } }), []);
      for (const method of ['textDocument/foldingRange', 'textDocument/documentSymbol']) assert.equal(await client.request(method, { textDocument: { uri: URI } }), null);
      await client.settled();
      assert.deepEqual(client.statuses, []);
      assert.equal(analyses, 0);
    });
  });

  it('what is no report is never pushed about, nor are its settings asked for', () =>
    withClient({ capabilities: { workspace: { configuration: true } }, settings: () => ({}) }, async (client) => {
      await client.open('备忘：明天开会。');
      await client.settled();
      await client.close();
      await client.settled();
      assert.deepEqual([client.published, client.statuses, client.settingsAsked], [[], [], []]);
    }));

  for (const languageId of ['markdown', 'plaintext', 'text', 'org']) {
    it(`a report is one by its content: ${languageId}`, () =>
      pull()(async (client) => {
        await client.open(wrongTotal, languageId);
        assert.deepEqual((await client.diagnostics()).map(({ code }) => code), ['row-total']);
      }));
  }

  it('the own language is a report however little is there', () =>
    pull()(async (client) => {
      await client.open('一、总体情况\n', 'disclosure-report');
      assert.ok((await client.diagnostics()).some(({ code }) => code === 'missing-section'));
      await client.open('一、总体情况\n', 'plaintext', 'file:///b.txt');
      assert.deepEqual(await client.diagnostics('file:///b.txt'), []);
      await client.open('一、总体情况\n', 'text', 'file:///b.nianbao');
      assert.ok((await client.diagnostics('file:///b.nianbao')).length > 0, 'an editor that does not know the language');
    }));

  it('an empty document of the own language has no findings', () =>
    pull()(async (client) => {
      await client.open('', 'disclosure-report');
      assert.deepEqual(await client.diagnostics(), []);
    }));

  it('a report from before 2019 is told about and not checked', () =>
    pull()(async (client) => {
      await client.open('柳溪镇2016年政府信息公开工作年度报告\n\n一、概述\n\n2016年，我镇主动公开信息12条。\n');
      assert.deepEqual(await client.diagnostics(), []);
      await client.until('status', () => client.statuses.length > 0);
      assert.equal(client.statuses[0]?.kind, 'before2019');
    }));

  it('many changes in one notification are applied in their order', () =>
    pull()(async (client) => {
      await client.open(change(faultless, '# 青禾县', '# 𠮷禾县'));
      assert.deepEqual(await client.diagnostics(), []);
      const { start } = client.find('12 |\n| 二、');
      await client.edit([
        { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } }, text: '青\n\n青' },
        { range: { start: { line: start.line + 2, character: start.character }, end: { line: start.line + 2, character: start.character + 2 } }, text: '13' },
        { range: { start: { line: 0, character: 3 }, end: { line: 2, character: 1 } }, text: '' },
      ]);
      assert.equal(client.document().getText(), wrongTotal);
      const { range } = await client.diagnostic('row-total');
      assert.equal(client.document().getText(range), '13');
    }));

  it('a change of the whole text is one too', () =>
    pull()(async (client) => {
      await client.open(faultless);
      await client.edit([{ text: wrongTotal }]);
      assert.equal((await client.diagnostics()).length, 1);
    }));

  it('a text too long for a report is left alone and that is said', () =>
    pull()(async (client) => {
      await client.open(faultless + ' '.repeat(4_000_000));
      assert.deepEqual(await client.diagnostics(), []);
      await client.until('log', () => client.log.some((line) => line.includes('not checked')));
    }));

  it('more than a thousand findings are cut off and that is said', () => {
    const host: Options['host'] = {
      analyse: (text, settings) => {
        const analysis = analyse(text, settings);
        return { ...analysis, findings: Array.from({ length: 1200 }, () => analysis.findings).flat() };
      },
    };
    return pull({ host })(async (client) => {
      await client.open(wrongTotal);
      assert.equal((await client.diagnostics()).length, 1000);
      await client.until('log', () => client.log.some((line) => line.includes('first 1000 of 1200')));
    });
  });
});

describe('status', () => {
  it('tells kind, format, year and counts, once each', () =>
    pull({ locale: 'zh-cn' })(async (client) => {
      await client.open(wrongTotal);
      await client.diagnostics();
      await client.diagnostics();
      await client.settled();
      assert.deepEqual(client.statuses, [{ uri: URI, kind: 'report', format: '2021', formatName: '2021年版格式', year: 2024, counts: { error: 1, warning: 0, information: 0, hint: 0 } }]);
    }));

  it('tells when a report stops being one', () =>
    pull()(async (client) => {
      await client.open(wrongTotal);
      await client.diagnostics();
      await client.edit([{ text: 'x' }]);
      await client.diagnostics();
      await client.settled();
      assert.deepEqual(client.statuses.map(({ kind }) => kind), ['report', 'other']);
    }));
});
