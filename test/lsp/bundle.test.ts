import assert from 'node:assert/strict';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter, StreamMessageReader, StreamMessageWriter, type DocumentDiagnosticReport, type InitializeResult, type ProtocolConnection } from 'vscode-languageserver/node';
import { PULL, URI, wrongTotal } from './kit';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-'));
const [node, browser] = [join(folder, 'node.js'), join(folder, 'browser.js')];

/** What the bundle answers to a client that opens a draft. */
async function findings(connection: ProtocolConnection): Promise<unknown[]> {
  const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', { processId: null, rootUri: null, capabilities: PULL, initializationOptions: { diagnosticDelay: 0 } });
  assert.equal(serverInfo?.name, 'disclosure-report');
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'plaintext', version: 1, text: wrongTotal } });
  const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: URI } });
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
}

/** Ends as a client does, and says how the process ended. */
async function end(connection: ProtocolConnection, child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return ended;
}

describe('the built server', () => {
  before(async () => {
    // As esbuild.mjs builds them.
    const bundle = (entry: string, outfile: string, platform: 'node' | 'browser', format: 'cjs' | 'iife'): Promise<unknown> =>
      build({ entryPoints: [entry], outfile, platform, format, bundle: true, minify: true, target: 'es2022', mainFields: [...(platform === 'browser' ? ['browser'] : []), 'module', 'main'], absWorkingDir: root, logLevel: 'silent' });
    await bundle('server/src/node.ts', node, 'node', 'cjs');
    await bundle('server/src/browser.ts', browser, 'browser', 'iife');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('speaks by --stdio', async () => {
    const child = spawn(process.execPath, [node, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
    assert.deepEqual(await findings(connection), ['row-total']);
    assert.equal(await end(connection, child), 0);
  });

  it('speaks by --node-ipc', async () => {
    const child = fork(node, ['--node-ipc'], { execArgv: [] });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    assert.deepEqual(await findings(connection), ['row-total']);
    assert.equal(await end(connection, child), 0);
  });

  it('survives what makes no sense', async () => {
    const child = spawn(process.execPath, [node, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const send = (body: string): void => void child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
    assert.deepEqual(await findings(connection), ['row-total']);
    send('{ this is no JSON');
    for (const params of [undefined, 'x', {}, { textDocument: { uri: URI, version: null }, contentChanges: [{ text: 3 }] }, { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: { start: { line: -5, character: 1e9 }, end: { line: 1e9, character: -1 } }, text: 'x' }] }]) {
      for (const method of ['textDocument/didChange', 'textDocument/didOpen', 'textDocument/didClose', 'workspace/didChangeConfiguration']) send(JSON.stringify({ jsonrpc: '2.0', method, ...(params === undefined ? {} : { params }) }));
      for (const method of ['textDocument/codeAction', 'textDocument/completion', 'textDocument/hover', 'textDocument/diagnostic', 'disclosureReport/snippets']) send(JSON.stringify({ jsonrpc: '2.0', id: `${method} ${JSON.stringify(params)}`, method, ...(params === undefined ? {} : { params }) }));
    }
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 'file:///other.txt', languageId: 'plaintext', version: 1, text: wrongTotal } });
    const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: 'file:///other.txt' } });
    assert.deepEqual(report.kind === 'full' && report.items.map(({ code }) => code), ['row-total']);
    assert.equal(await end(connection, child), 0);
  });

  it('runs as one worker file without node', async () => {
    // A worker whose global scope is that of a browser's: messages, and neither process nor require.
    const worker = new Worker(
      `const { parentPort } = require('node:worker_threads');
       const { readFileSync } = require('node:fs');
       const vm = require('node:vm');
       const scope = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance, atob, btoa, TextDecoder, TextEncoder, URL, crypto, console };
       scope.globalThis = scope.self = scope;
       scope.addEventListener = (event, listener) => { if (event === 'message') parentPort.on('message', (data) => listener({ data })); };
       scope.postMessage = (message) => parentPort.postMessage(message);
       Object.defineProperty(scope, 'onmessage', { set: (listener) => parentPort.on('message', (data) => listener({ data })) });
       vm.runInNewContext(readFileSync(${JSON.stringify(browser)}, 'utf8'), scope);`,
      { eval: true, execArgv: [] },
    );
    const answers = new Map<number, (result: unknown) => void>();
    worker.on('message', (message: { id?: number; result?: unknown }) => message.id !== undefined && answers.get(message.id)?.(message.result));
    let id = 0;
    const request = <R>(method: string, params: unknown): Promise<R> => {
      worker.postMessage({ jsonrpc: '2.0', id: ++id, method, params });
      return new Promise((resolve, reject) => {
        worker.on('error', reject);
        answers.set(id, resolve as (result: unknown) => void);
      });
    };
    await request('initialize', { processId: null, rootUri: null, capabilities: PULL, initializationOptions: { diagnosticDelay: 0 } });
    worker.postMessage({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument: { uri: URI, languageId: 'plaintext', version: 1, text: wrongTotal } } });
    const report = await request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: URI } });
    assert.deepEqual(report.kind === 'full' && report.items.map(({ code }) => code), ['row-total']);
    await worker.terminate();
  });
});
