import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FULL, PULL, URI, withClient, wrongTotal } from './kit';

const at = { line: 0, character: 0 };
const textDocument = { uri: URI };
/** A request for each capability, by the capability's name. */
const requests: Readonly<Record<string, readonly [string, unknown]>> = {
  diagnosticProvider: ['textDocument/diagnostic', { textDocument }],
  codeActionProvider: ['textDocument/codeAction', { textDocument, range: { start: at, end: at }, context: { diagnostics: [] } }],
  completionProvider: ['textDocument/completion', { textDocument, position: at }],
  hoverProvider: ['textDocument/hover', { textDocument, position: at }],
  definitionProvider: ['textDocument/definition', { textDocument, position: at }],
  referencesProvider: ['textDocument/references', { textDocument, position: at, context: { includeDeclaration: true } }],
  foldingRangeProvider: ['textDocument/foldingRange', { textDocument }],
  inlayHintProvider: ['textDocument/inlayHint', { textDocument, range: { start: at, end: at } }],
  semanticTokensProvider: ['textDocument/semanticTokens/full', { textDocument }],
  documentSymbolProvider: ['textDocument/documentSymbol', { textDocument }],
};
/** Capabilities nobody may find declared. */
const unserved = ['textDocument/formatting', 'textDocument/declaration', 'textDocument/codeLens', 'workspace/symbol', 'workspace/diagnostic', 'codeAction/resolve', 'completionItem/resolve'];

describe('capabilities', () => {
  it('are all served, and none that is not', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const { capabilities } = client.initialized;
      assert.deepEqual(Object.keys(capabilities).sort(), [...Object.keys(requests), 'textDocumentSync'].sort());
      await client.open(wrongTotal);
      for (const [method, params] of Object.values(requests)) await client.request(method, params);
      for (const method of unserved) await assert.rejects(client.request(method, { textDocument }), /Unhandled method/);
    }));

  it('sync is incremental, pull is for single files', () =>
    withClient({ capabilities: PULL }, async ({ initialized: { capabilities, serverInfo } }) => {
      assert.equal(capabilities.textDocumentSync, 2);
      assert.equal(capabilities.positionEncoding, undefined);
      assert.deepEqual(capabilities.diagnosticProvider, { identifier: 'disclosure-report', interFileDependencies: false, workspaceDiagnostics: false });
      assert.deepEqual(serverInfo, { name: 'disclosure-report', version: '1.2.3' });
    }));

  it('without pull in the client there is no pull in the server', () =>
    withClient({}, async (client) => {
      assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
      await assert.rejects(client.pull(), /Unhandled method/);
    }));

  it('code action kinds are named', () =>
    withClient({}, async ({ initialized: { capabilities } }) => {
      assert.deepEqual(capabilities.codeActionProvider, {
        codeActionKinds: ['quickfix', 'source.fixAll.disclosureReport', 'refactor.rewrite.disclosureReport.recomputeTotals', 'refactor.rewrite.disclosureReport.toMarkdown', 'refactor.rewrite.disclosureReport.rollUp'],
      });
    }));
});
