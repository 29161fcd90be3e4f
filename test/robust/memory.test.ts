import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ClientCapabilities, type ProtocolConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PULL } from '../lsp/kit';
import { invent } from '../several/invented';
import { seed } from '../support/runs';

/** `ROBUST_LONG=1`: ten thousand edits and two thousand documents, as promised; else enough to see a leak of every edit. */
const long = process.env['ROBUST_LONG'] === '1';
const EDITS = long ? 10_000 : 1000;
const DOCUMENTS = long ? 2000 : 200;

/** Collects what is garbage and tells what is left, when asked by a signal. */
const HOOK = "process.on('SIGUSR2', () => { gc(); gc(); process.stderr.write(JSON.stringify(process.memoryUsage()) + '\\n'); });";

interface Memory {
  readonly heapUsed: number;
  readonly rss: number;
}

/** Of a server with two drafts; a draft held twice for each of ten thousand edits would be 50 MB. */
const MOST_HEAP = 32 * 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'memory-'));

/** The server as it is shipped, as a process. */
async function withServer(capabilities: ClientCapabilities, test: (connection: ProtocolConnection, memory: () => Promise<Memory>) => Promise<void>): Promise<void> {
  const server = spawn(process.execPath, ['--expose-gc', '--require', join(folder, 'hook.cjs'), join(folder, 'server.js'), '--stdio']);
  const ended = once(server, 'exit');
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, initializationOptions: { diagnosticDelay: 0 } });
  await connection.sendNotification('initialized', {});
  const memory = async (): Promise<Memory> => {
    await connection.sendRequest('disclosureReport/snippets', { uri: 'none:' });
    // Timers of the server run out.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const told = once(server.stderr, 'data') as Promise<[Buffer]>;
    server.kill('SIGUSR2');
    return JSON.parse(String((await told)[0])) as Memory;
  };
  try {
    await test(connection, memory);
  } finally {
    await connection.sendRequest('shutdown').catch(() => undefined);
    await connection.sendNotification('exit').catch(() => undefined);
    connection.dispose();
    await ended;
  }
}

/** The same every time for one seed. */
function random(): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The low bits repeat soon.
    return Math.floor((state / 2 ** 32) * below);
  };
}

const MB = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/**
 * Works in four equal parts. What is remembered across drafts (labels as they are compared, shapes of lines) fills up to
 * its bound in the first ones; a leak goes on to the end.
 */
async function inParts(what: string, memory: () => Promise<Memory>, part: (from: number, to: number) => Promise<void>, count: number): Promise<void> {
  const after: Memory[] = [];
  for (let i = 0; i < 4; i++) {
    await part((i * count) / 4, ((i + 1) * count) / 4);
    after.push(await memory());
  }
  console.log(`${what}: heap ${after.map(({ heapUsed }) => MB(heapUsed)).join(' → ')}, resident ${after.map(({ rss }) => MB(rss)).join(' → ')}`);
  const [first, , third, last] = after as [Memory, Memory, Memory, Memory];
  assert.ok(last.heapUsed <= 1.05 * third.heapUsed + 500_000, `heap ${third.heapUsed} → ${last.heapUsed}`);
  assert.ok(last.heapUsed <= MOST_HEAP, `heap ${last.heapUsed}`);
  assert.ok(last.rss <= 2 * first.rss, `resident ${first.rss} → ${last.rss}`);
}

describe('the memory of the server', { skip: process.platform === 'win32' && 'there are no signals' }, () => {
  before(async () => {
    await build({ entryPoints: [join(__dirname, '../../server/src/node.ts')], outfile: join(folder, 'server.js'), bundle: true, minify: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], logLevel: 'silent' });
    writeFileSync(join(folder, 'hook.cjs'), HOOK);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [how, capabilities] of [['asked for findings', PULL], ['that sends findings', {}]] as const) {
    it(`${how}: ${EDITS} edits leave nothing behind`, () =>
      withServer(capabilities, async (connection, memory) => {
        const next = random();
        const documents = new Map([2023, 2024].map((year) => [`file:///w/${year}.md`, TextDocument.create(`file:///w/${year}.md`, 'markdown', 1, invent({ agency: '青禾县教育局', year, received: 8, carriedIn: 2 }))]));
        for (const document of documents.values()) await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: document.uri, languageId: 'markdown', version: 1, text: document.getText() } });
        /** Strikes keys: figures change, words come and go, lines break and heal. */
        const write = async (from: number, to: number): Promise<void> => {
          for (let i = from; i < to; i++) {
            const document = [...documents.values()][next(documents.size)] as TextDocument;
            const text = document.getText();
            const at = next(text.length);
            const undo = i % 2 === 1 && text.includes('改写');
            const start = undo ? text.indexOf('改写') : at;
            const range = { start: document.positionAt(start), end: document.positionAt(undo ? start + 2 : start) };
            const change = { range, text: undo ? '' : '改写' };
            const version = document.version + 1;
            TextDocument.update(document, [change], version);
            await connection.sendNotification('textDocument/didChange', { textDocument: { uri: document.uri, version }, contentChanges: [change] });
            if (capabilities === PULL) await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: document.uri } });
            else if (i % 5 === 0) await connection.sendRequest('disclosureReport/values', { uri: document.uri });
            if (i % 50 === 0) await connection.sendRequest('textDocument/codeAction', { textDocument: { uri: document.uri }, range, context: { diagnostics: [] } });
          }
        };
        await inParts(`${EDITS} edits, server ${how}`, memory, write, EDITS);
      }));

    it(`${how}: ${DOCUMENTS} documents opened and closed leave nothing behind`, () =>
      withServer(capabilities, async (connection, memory) => {
        const next = random();
        const openAndClose = async (from: number, to: number): Promise<void> => {
          for (let i = from; i < to; i++) {
            const uri = `file:///w/${i}.md`;
            const text = next(4) === 0 ? `# 买菜 ${i}\n` : invent({ agency: `青禾县第${i}镇`, year: 2020 + next(6), received: next(9) + 1, carriedIn: next(2), prose: `公开信息${i}条。` });
            await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
            if (capabilities === PULL && next(3) > 0) await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
            if (next(3) === 0) await connection.sendRequest('disclosureReport/values', { uri });
            await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
          }
        };
        await inParts(`${DOCUMENTS} documents, server ${how}`, memory, openAndClose, DOCUMENTS);
      }));
  }
});
