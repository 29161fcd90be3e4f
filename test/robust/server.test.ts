import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CancellationTokenSource, DiagnosticSeverity, type ClientCapabilities, type Diagnostic, type TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, mayBeReport, type AnalysisSettings } from '../../server/src/core';
import { Client, faultless, PULL, shortRow, wrongTotal } from '../lsp/kit';
import { runs } from './runs';

const LANGUAGES = ['plaintext', 'markdown', 'disclosure-report'] as const;
const TEXTS = [faultless, wrongTotal, shortRow, '', 'GET /index.html\n', `${wrongTotal}\n${shortRow}`, faultless.slice(0, 300), '# 云溪县2017年政府信息公开工作年度报告\n\n正文。\n'];
const SCRAPS = ['', '0', '|', '\n', '\r\n', '\r', '\t', '𠮷', '\ud842', '\u0000', '总计', '## 六、', '<!-- disclosure-report-disable-file row-total: x -->', '公开XX条。\n', faultless, wrongTotal.slice(500, 900)];
/** Relations between open drafts are another test's matter: here each is by itself. */
const SETTINGS: readonly (Record<string, unknown> & Pick<AnalysisSettings, 'format'> & { readonly rules?: AnalysisSettings['severities'] })[] = [{}, { rules: { 'row-total': 'off', leftover: 'hint' } }, { format: '2019' }, { rules: { 'suspect-cell': 'warning' }, nonsense: [1] }].map((each) => ({ ...each, crossCheck: false }) as never);

const place = fc.record({ line: fc.oneof(fc.nat(90), fc.constantFrom(-1, 1e9)), character: fc.oneof(fc.nat(60), fc.constantFrom(-7, 1e9)) });
const change = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: place, end: place }), text: fc.constantFrom(...SCRAPS) }) },
  { weight: 1, arbitrary: fc.record({ text: fc.constantFrom(...TEXTS) }) },
  // What cannot be applied is left out.
  { weight: 1, arbitrary: fc.constantFrom({ text: 3 }, {}, { range: { start: {}, end: {} }, text: 'x' }, { range: 'x', text: 'x' }) },
);
const which = fc.nat(1);
const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), which, text: fc.nat(TEXTS.length - 1), language: fc.nat(2) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('change' as const), which, changes: fc.array(change, { maxLength: 5 }), step: fc.constantFrom(1, 1, 1, 0, -3, 40) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settings' as const), choice: fc.nat(SETTINGS.length - 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('ask' as const), which, at: place }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information, hint: DiagnosticSeverity.Hint };
const told = ({ code, range, severity, message }: Diagnostic): unknown => ({ code, range, severity, message });

const isSound = ({ text, range }: { readonly text?: unknown; readonly range?: unknown }): boolean => typeof text === 'string' && (range === undefined || Number.isInteger((range as { start?: { line?: unknown } }).start?.line));

/** What a client knows: the documents it has open and its settings. */
class Model {
  readonly open = new Map<string, TextDocument>();
  settings = SETTINGS[0];

  /** What a fresh reading of a document says. */
  expected(uri: string): unknown[] {
    const document = this.open.get(uri);
    const text = document?.getText() ?? '';
    const own = document?.languageId === 'disclosure-report';
    if (!document || (!own && !mayBeReport(text))) return [];
    const { rules, format } = this.settings ?? {};
    const { findings, failures } = analyse(text, { severities: rules ?? {}, assumeReport: own, ...(format ? { format } : {}) });
    assert.deepEqual(failures, []);
    const at = (offset: number): unknown => document.positionAt(offset);
    return findings.slice(0, 1000).map(({ code, severity, message, span }) => ({ code, range: { start: at(span.start), end: at(span.end) }, severity: SEVERITIES[severity], message: message.en }));
  }
}

const uriOf = (which: number): string => `file:///draft${which}.txt`;

async function act(client: Client, model: Model, action: Action, configurable: boolean): Promise<void> {
  const { connection } = client;
  if (action.do === 'settings') {
    model.settings = SETTINGS[action.choice];
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: configurable ? null : { disclosureReport: model.settings } });
    return;
  }
  const uri = uriOf(action.which);
  const document = model.open.get(uri);
  switch (action.do) {
    case 'open': {
      const [languageId = 'plaintext', text = ''] = [LANGUAGES[action.language], TEXTS[action.text]];
      model.open.set(uri, TextDocument.create(uri, languageId, 1, text));
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      return;
    }
    case 'change': {
      const version = (document?.version ?? 0) + action.step;
      const sound = action.changes.filter(isSound) as TextDocumentContentChangeEvent[];
      if (document && action.changes.length > 0) model.open.set(uri, TextDocument.create(uri, document.languageId, version, TextDocument.update(document, sound, version).getText()));
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: action.changes });
      return;
    }
    case 'close':
      model.open.delete(uri);
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      return;
    case 'cancel': {
      const source = new CancellationTokenSource();
      const asked = Promise.allSettled([client.pull(uri, undefined, source.token), connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }, context: { diagnostics: [] } }, source.token)]);
      source.cancel();
      await asked;
      return;
    }
    case 'ask': {
      const range = { start: action.at, end: action.at };
      for (const method of ['hover', 'completion', 'documentSymbol', 'foldingRange', 'codeAction']) await client.request(`textDocument/${method}`, { textDocument: { uri }, position: action.at, range, context: { diagnostics: [] } });
      for (const method of ['values', 'preview', 'sum']) await client.request(`disclosureReport/${method}`, { uri, ranges: [range] });
    }
  }
}

const hosts: readonly (readonly [name: string, capabilities: ClientCapabilities, configurable: boolean])[] = [
  ['that asks for findings and tells its settings', { ...PULL, workspace: { ...PULL.workspace, configuration: true } }, true],
  ['that asks for findings', PULL, false],
  ['that is sent findings and tells its settings', { workspace: { configuration: true } }, true],
  ['that is sent findings', {}, false],
];

describe('a server', () => {
  for (const [name, capabilities, configurable] of hosts) {
    it(`with a client ${name}: findings are those of a fresh reading, whatever was done`, () =>
      fc.assert(
        fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 14 }), async (actions) => {
          const model = new Model();
          const client = await Client.start({ capabilities, initializationOptions: { diagnosticDelay: 0, settings: model.settings }, ...(configurable ? { settings: () => model.settings } : {}) });
          try {
            for (const each of actions) {
              await act(client, model, each, configurable);
              for (const which of [0, 1]) {
                const uri = uriOf(which);
                const expected = model.expected(uri);
                if (capabilities.textDocument?.diagnostic) assert.deepEqual((await client.diagnostics(uri)).map(told), expected, JSON.stringify(each));
                else {
                  const shown = (): unknown => (client.published.findLast((one) => one.uri === uri)?.diagnostics ?? []).map(told);
                  for (let tries = 0; tries < 60 && JSON.stringify(shown()) !== JSON.stringify(expected); tries++) await client.settled();
                  assert.deepEqual(shown(), expected, JSON.stringify(each));
                }
              }
            }
            const bad = client.log.filter((line) => !/is left out|expected, got/.test(line));
            assert.deepEqual(bad, []);
          } finally {
            await client.stop();
          }
        }),
        runs(12),
      ));
  }
});
