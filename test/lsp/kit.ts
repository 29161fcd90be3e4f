import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import {
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServerHost } from '../../server/src/lsp/host';
import { startServer } from '../../server/src/lsp/server';
import { ListFilesRequest, LoadIndexRequest, ReadFileRequest, SaveIndexRequest } from '../../server/src/lsp/several/protocol';
import { StatusNotification, type DocumentStatus } from '../../server/src/lsp/status';

export const URI = 'file:///draft.txt';
export const PULL: ClientCapabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
export const FULL: ClientCapabilities = {
  textDocument: {
    ...PULL.textDocument,
    codeAction: { disabledSupport: true, codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ['markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { ...PULL.workspace, workspaceEdit: { documentChanges: true } },
};

export const faultless = readFileSync(new URL('../samples/faultless.md', import.meta.url), 'utf8');
const NEW_ROW = '| 9 | 3 | 0 | 0 | 0 | 0 | 12 |';
/** A report whose one wrong number is the total of row 一. */
export const wrongTotal = change(faultless, NEW_ROW, NEW_ROW.replace('12', '13'));
/** The values of one row, and with a value too few. */
export const [wholeRow, halfRow] = ['| 2 | 1 | 0 | 0 | 0 | 0 | 3 |', '| 2 | 1 | 0 | 0 | 3 |'];
/** A report with a row that has too few values. */
export const shortRow = change(faultless, wholeRow, halfRow);

/** @throws Error when `from` does not stand there: a test about nothing. */
export function change(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`not in the draft: ${from}`);
  return text.replace(from, () => to);
}

export interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  readonly host?: Partial<ServerHost>;
  /** What the client answers when asked for the settings. */
  readonly settings?: () => unknown;
  /** The files of the workspace by URI, as the client reads them when it is asked. */
  readonly files?: Map<string, string>;
  /** How long each of them takes to read, in ms. */
  readonly fileDelay?: number;
  /** What the client keeps of the server's index; files have stamps then, their length. */
  readonly index?: { text: string; saves: number };
  /** Config files above the folders of the workspace. */
  readonly configsAbove?: readonly string[];
}

/** A client in this process, connected to the server by two streams; it keeps what it is sent. */
export class Client {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: DocumentStatus[] = [];
  readonly log: string[] = [];
  readonly registered: string[] = [];
  readonly settingsAsked: string[] = [];
  readonly filesRead: string[] = [];
  readonly documents = new Map<string, TextDocument>();
  refreshes = 0;
  private readonly waiting: { readonly test: () => boolean; readonly done: () => void }[] = [];

  private constructor(
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {}

  static async start({ capabilities = {}, locale, initializationOptions = { diagnosticDelay: 0 }, host = {}, settings, files, fileDelay = 0, index, configsAbove = [] }: Options = {}): Promise<Client> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(server, { version: '1.2.3', year: () => 2025, ...host });
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const early: ((client: Client) => void)[] = [];
    const started: Client[] = [];
    const keep = (act: (each: Client) => void): void => {
      const [client] = started;
      if (client) {
        act(client);
        client.look();
      } else early.push(act);
    };
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => keep((each) => each.published.push(params)));
    connection.onNotification(StatusNotification, (params) => keep((each) => each.statuses.push(params)));
    connection.onNotification(LogMessageNotification.type, ({ message }) => keep((each) => each.log.push(message)));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => keep((each) => each.registered.push(...registrations.map(({ method }) => method))));
    connection.onRequest(DiagnosticRefreshRequest.type, () => keep((each) => each.refreshes++));
    if (settings) {
      connection.onRequest(ConfigurationRequest.type, ({ items }) => {
        keep((each) => each.settingsAsked.push(...items.map(({ scopeUri }) => scopeUri ?? '')));
        return items.map(() => settings());
      });
    }
    if (files) {
      connection.onRequest(ListFilesRequest, () => ({ files: [...files.keys()].filter((uri) => !uri.endsWith('.json')), configs: [...files.keys()].filter((uri) => uri.endsWith('.json') && !configsAbove.includes(uri)), configsAbove }));
      connection.onRequest(ReadFileRequest, async ({ uri, stamp }) => {
        const text = files.get(uri);
        if (index && stamp !== undefined && stamp === String(text?.length)) return { unchanged: true as const };
        keep((each) => each.filesRead.push(uri));
        if (fileDelay > 0) await new Promise((resolve) => setTimeout(resolve, fileDelay));
        return text === undefined ? null : { text, ...(index ? { stamp: String(text.length) } : {}) };
      });
      let pieces = '';
      const size = 1000;
      connection.onRequest(LoadIndexRequest, ({ piece }) => (index && index.text !== '' ? { text: index.text.slice(piece * size, (piece + 1) * size), last: (piece + 1) * size >= index.text.length } : null));
      connection.onRequest(SaveIndexRequest, ({ text, first, last }) => {
        pieces = (first ? '' : pieces) + text;
        if (index && last) keep(() => [index.text, index.saves] = [pieces, index.saves + 1]);
        return null;
      });
    }
    connection.listen();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', { processId: null, rootUri: null, capabilities, locale, initializationOptions: files ? { ...(initializationOptions as object), workspaceFiles: true, keepsIndex: index !== undefined } : initializationOptions });
    const client = new Client(connection, initialized);
    started.push(client);
    for (const act of early) act(client);
    await connection.sendNotification('initialized', {});
    return client;
  }

  async open(text: string, languageId = 'plaintext', uri = URI, version = 1): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, languageId, version, text));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Applies changes on both sides in one notification. */
  async edit(changes: TextDocumentContentChangeEvent[], uri = URI): Promise<void> {
    const document = this.document(uri);
    const version = document.version + 1;
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: changes });
    this.documents.set(uri, TextDocument.update(document, changes, version));
  }

  /** Puts `to` in the place of `from` as an incremental change. */
  async replace(from: string, to: string, uri = URI): Promise<void> {
    await this.edit([{ range: this.find(from, uri), text: to }], uri);
  }

  async close(uri = URI): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  document(uri = URI): TextDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`not open: ${uri}`);
    return document;
  }

  find(text: string, uri = URI): Range {
    const document = this.document(uri);
    const at = document.getText().indexOf(text);
    if (at < 0) throw new Error(`not in the draft: ${text}`);
    return { start: document.positionAt(at), end: document.positionAt(at + text.length) };
  }

  pull(uri = URI, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, previousResultId }, token);
  }

  async diagnostics(uri = URI): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('unchanged, although no result was named');
    return report.items;
  }

  /** The diagnostic of a code; there must be exactly one. */
  async diagnostic(code: string, uri = URI): Promise<Diagnostic> {
    const found = (await this.diagnostics(uri)).filter((each) => each.code === code);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} findings ${code}`);
    return found[0];
  }

  async actions(range: Range, context: Partial<CodeActionContext> = {}, uri = URI): Promise<CodeAction[]> {
    const actions = await this.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], ...context } });
    return actions ?? [];
  }

  /** The draft after an action, whichever form its edit has. */
  apply({ edit }: CodeAction, uri = URI): string {
    const document = this.document(uri);
    const [versioned] = edit?.documentChanges ?? [];
    const edits = versioned && 'edits' in versioned ? versioned.edits : edit?.changes?.[uri];
    if (!edits) throw new Error('no edit');
    return TextDocument.applyEdits(document, edits.map((each) => ({ range: each.range, newText: 'newText' in each ? each.newText : '' })));
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  /** Resolves when something the server sent makes `test` true. @throws Error after five seconds. */
  until(what: string, test: () => boolean): Promise<void> {
    if (test()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing came: ${what}`)), 5000);
      this.waiting.push({ test, done: () => (clearTimeout(timer), resolve()) });
    });
  }

  /** Everything the server has to say about what was sent so far has come: answers keep the order of the questions. */
  async settled(): Promise<void> {
    await this.connection.sendRequest('disclosureReport/snippets', { uri: 'none:' });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** Ends the server's timers; the streams go with it. */
  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }

  private look(): void {
    for (const each of [...this.waiting]) {
      if (!each.test()) continue;
      this.waiting.splice(this.waiting.indexOf(each), 1);
      each.done();
    }
  }
}

/** Starts a client, runs a test with it, stops it. */
export async function withClient(options: Options, test: (client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start(options);
  try {
    await test(client);
  } finally {
    await client.stop();
  }
}
