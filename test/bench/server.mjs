import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { summary } from './measure.mjs';

const require = createRequire(import.meta.url);
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-languageserver/node');

/** A server in a process of its own, over stdio. */
class Server {
  waiting = new Map();

  /** @param script the bundle */
  static async start(script) {
    const server = new Server();
    const began = performance.now();
    server.child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    server.connection = createProtocolConnection(new StreamMessageReader(server.child.stdout), new StreamMessageWriter(server.child.stdin));
    server.connection.onNotification('textDocument/publishDiagnostics', ({ version }) => server.waiting.get(version)?.());
    server.connection.listen();
    await server.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {}, initializationOptions: { diagnosticDelay: 0 } });
    server.startedIn = performance.now() - began;
    await server.connection.sendNotification('initialized', {});
    return server;
  }

  /** Ms from a document's opening to its findings. */
  async open(text, languageId = 'markdown') {
    this.version = 1;
    this.uri = `file:///draft-${Math.random()}.md`;
    const told = new Promise((resolve) => this.waiting.set(1, resolve));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: this.uri, languageId, version: 1, text } });
    return told;
  }

  /** Ms from a character typed at the end of a line to the findings. */
  async type(line, character) {
    const version = ++this.version;
    const told = new Promise((resolve) => this.waiting.set(version, resolve));
    const began = performance.now();
    const start = { line, character };
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.uri, version }, contentChanges: [{ range: { start, end: start }, text: '好' }] });
    await told;
    const took = performance.now() - began;
    this.waiting.delete(version);
    return took;
  }

  /** Types where nothing is ever told (a text that is no report): ms until a request sent behind is answered. */
  async typeUntold(line, character) {
    const began = performance.now();
    const start = { line, character };
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.uri, version: ++this.version }, contentChanges: [{ range: { start, end: start }, text: 'a' }] });
    await this.connection.sendRequest('bench/nothing').catch(() => undefined);
    return performance.now() - began;
  }

  /** Resident memory in MiB; only where the system tells it. */
  memory() {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))?.[1]) / 1024;
    } catch {
      return NaN;
    }
  }

  async stop() {
    await this.connection.sendRequest('shutdown').catch(() => undefined);
    await this.connection.sendNotification('exit').catch(() => undefined);
    this.connection.dispose();
    this.child.kill();
  }
}

/** Where a sentence of a draft ends: line and character of `at`. */
function placeOf(text, at) {
  const lines = text.slice(0, at).split('\n');
  return [lines.length - 1, lines.at(-1).length];
}

/** Keystroke to findings, both servers in turns. */
export async function keystrokes(scripts, text, strokes) {
  const servers = await Promise.all(scripts.map(Server.start));
  for (const server of servers) await server.open(text);
  const place = placeOf(text, text.indexOf('依申请公开情况') + 8);
  const times = servers.map(() => []);
  for (let i = 0; i < strokes; i++) for (const [k, server] of servers.entries()) times[k].push(await server.type(...place));
  const memory = servers.map((server) => server.memory());
  await Promise.all(servers.map((server) => server.stop()));
  return { times: times.map((each) => summary(each.slice(strokes / 5))), memory };
}

/** From the start of the process to the answer to `initialize`, in turns. */
export async function starts(scripts, rounds) {
  const times = scripts.map(() => []);
  for (let i = 0; i < rounds; i++) {
    for (const [k, script] of scripts.entries()) {
      const server = await Server.start(script);
      times[k].push(server.startedIn);
      await server.stop();
    }
  }
  return times.map(summary);
}

/** Memory after a draft has been opened, the empty server's and ours, in MiB. */
export async function memories(scripts, text, rounds) {
  const all = scripts.map(() => []);
  for (let i = 0; i < rounds; i++) {
    for (const [k, script] of scripts.entries()) {
      const server = await Server.start(script);
      await server.open(text);
      all[k].push(server.memory());
      await server.stop();
    }
  }
  return all.map(summary);
}

/** A text that is no report, typed into: until the server is free again. */
export async function others(scripts, text, strokes) {
  const servers = await Promise.all(scripts.map(Server.start));
  for (const server of servers) void server.open(text, 'plaintext');
  const times = servers.map(() => []);
  for (let i = 0; i < strokes; i++) for (const [k, server] of servers.entries()) times[k].push(await server.typeUntold(1000, 5));
  await Promise.all(servers.map((server) => server.stop()));
  return times.map((each) => summary(each.slice(strokes / 5)));
}
