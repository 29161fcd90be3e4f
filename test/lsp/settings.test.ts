import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../server/src/core';
import { parseSettings } from '../../server/src/lsp/settings';
import { faultless, PULL, URI, withClient, wrongTotal } from './kit';

const parse = (value: unknown): { settings: ReturnType<typeof parseSettings>; complaints: string[] } => {
  const complaints: string[] = [];
  return { settings: parseSettings(value, (text) => complaints.push(text)), complaints };
};
const defaults = { rules: {}, ambiguousWide: true, suppressionFixes: true, crossCheck: true, inlayHints: false };

describe('settings', () => {
  for (const nothing of [undefined, null, {}, { rules: {}, format: 'auto', ambiguousWidth: 'wide', suppressionFixes: true, inlayHints: false, trace: { server: 'off' } }]) {
    it(`${JSON.stringify(nothing)}: the defaults, no complaint`, () => assert.deepEqual(parse(nothing), { settings: defaults, complaints: [] }));
  }

  it('are read key by key', () => {
    assert.deepEqual(parse({ rules: { 'row-total': 'warning', percentage: 'off' }, format: '2019', ambiguousWidth: 'narrow', suppressionFixes: false, inlayHints: true }).settings, {
      rules: { 'row-total': 'warning', ...(rules.some(({ code }) => code === 'percentage') ? { percentage: 'off' } : {}) },
      format: '2019',
      ambiguousWide: false,
      suppressionFixes: false,
      crossCheck: true,
      inlayHints: true,
    });
  });

  it('one bad value costs that value only, and is named', () => {
    const { settings, complaints } = parse({ rules: { 'row-total': 'loud', 'no-such-rule': 'off', 'row-cells': 'hint', 'blank-cell': 3 }, format: '1999', ambiguousWidth: 2, suppressionFixes: 'yes', inlayHints: 1 });
    assert.deepEqual(settings, { ...defaults, rules: { 'row-cells': 'hint' } });
    const about = ['.ambiguousWidth', '.format', '.inlayHints', '.rules: there is no rule "no-such-rule"', '.rules["blank-cell"]', '.rules["row-total"]', '.suppressionFixes'].map((key) => `disclosureReport${key}`);
    complaints.sort().forEach((text, i) => assert.ok(text.startsWith(about[i] ?? '?'), text));
    assert.equal(complaints.length, about.length);
  });

  for (const value of ['x', 3, [], { rules: [] }, { rules: 'off' }]) {
    it(`${JSON.stringify(value)}: the defaults and one complaint`, () => {
      const { settings, complaints } = parse(value);
      assert.deepEqual([settings, complaints.length], [defaults, 1]);
    });
  }

  it('are asked for by document, and again after they changed; then the client is told to ask again', () => {
    let section: unknown = { rules: { 'row-total': 'hint' } };
    const capabilities = { ...PULL, workspace: { ...PULL.workspace, configuration: true, didChangeConfiguration: { dynamicRegistration: true } } };
    return withClient({ capabilities, settings: () => section }, async (client) => {
      await client.open(wrongTotal);
      const first = await client.pull();
      assert.deepEqual(first.kind === 'full' && first.items.map(({ severity }) => severity), [4]);
      assert.deepEqual(client.settingsAsked, [URI]);
      assert.deepEqual(client.registered, ['workspace/didChangeConfiguration']);
      section = { rules: { 'row-total': 'off' } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.until('refresh', () => client.refreshes === 1);
      assert.deepEqual(await client.pull(URI, first.resultId).then((report) => report.kind === 'full' && report.items), []);
      assert.equal(client.settingsAsked.length, 2);
    });
  });

  it('that changed are pushed about again', () => {
    let section: unknown = {};
    return withClient({ capabilities: { workspace: { configuration: true } }, settings: () => section }, async (client) => {
      await client.open(wrongTotal);
      await client.until('findings', () => client.published.length === 1);
      section = { rules: { 'row-total': 'information' } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.until('findings', () => client.published.length === 2);
      assert.deepEqual(client.published.map(({ version, diagnostics }) => [version, diagnostics[0]?.severity]), [[1, 1], [1, 3]]);
    });
  });

  it('come with initialize or by notification from a client that cannot be asked', () =>
    withClient({ initializationOptions: { diagnosticDelay: 0, settings: { rules: { 'row-total': 'hint' } } } }, async (client) => {
      await client.open(wrongTotal);
      await client.until('findings', () => client.published.length === 1);
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { disclosureReport: { rules: { 'row-total': 'warning' } } } });
      await client.until('findings', () => client.published.length === 2);
      assert.deepEqual(client.published.map(({ diagnostics }) => diagnostics[0]?.severity), [4, 2]);
    }));

  it('a client that promises settings and does not give them gets the defaults', () =>
    withClient({ capabilities: { ...PULL, workspace: { configuration: true } } }, async (client) => {
      await client.open(wrongTotal);
      assert.equal((await client.diagnostic('row-total')).severity, 1);
      await client.until('log', () => client.log.some((line) => line.includes('workspace/configuration')));
    }));

  it('bad ones are logged, once', () =>
    withClient({ capabilities: { ...PULL, workspace: { configuration: true } }, settings: () => ({ format: 'x' }) }, async (client) => {
      await client.open(wrongTotal);
      await client.open(wrongTotal, 'plaintext', 'file:///b.txt');
      await client.diagnostics();
      await client.diagnostics('file:///b.txt');
      await client.settled();
      assert.equal(client.log.filter((line) => line.includes('disclosureReport.format')).length, 1);
    }));

  it('the format can be said', () =>
    withClient({ capabilities: PULL, initializationOptions: { diagnosticDelay: 0, settings: { format: '2019' } } }, async (client) => {
      await client.open(faultless);
      await client.diagnostics();
      await client.settled();
      assert.equal(client.statuses[0]?.format, '2019');
    }));
});

describe('initializationOptions', () => {
  for (const initializationOptions of [null, 'x', [], { diagnosticDelay: 'soon', rulePages: 7, settings: 9 }, { diagnosticDelay: -1, rulePages: 'docs/rules' }]) {
    it(`that make no sense end nothing: ${JSON.stringify(initializationOptions)}`, () =>
      withClient({ capabilities: PULL, initializationOptions }, async (client) => {
        await client.open(wrongTotal);
        const found = await client.diagnostic('row-total');
        assert.ok(found.codeDescription?.href.startsWith('https://'));
      }));
  }

  it('name what is wrong with them', () =>
    withClient({ initializationOptions: { diagnosticDelay: 'soon', rulePages: 7 } }, async (client) => {
      for (const key of ['diagnosticDelay', 'rulePages']) await client.until(key, () => client.log.some((line) => line.includes(key)));
    }));

  it('without a delay of their own leave time to type', () =>
    withClient({ capabilities: PULL, initializationOptions: null }, async (client) => {
      await client.open(wrongTotal);
      await client.replace('13 |', '14 |');
      const start = performance.now();
      await client.diagnostics();
      assert.ok(performance.now() - start >= 295);
    }));
});
