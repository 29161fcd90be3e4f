import { EventEmitter, window, workspace, type Disposable, type TextDocument, type TextEditor } from 'vscode';
import type { ValueTable } from '../../server/src/core/writing/moving';
import { looksLikeReport } from './lookalike';
import { Method, type TableValues as Answer } from './protocol';
import type { Service } from './service';
import type { StatusItem } from './status';
import { follow } from './value-map';

/** Time after typing before the server is asked for what is known already, in ms. */
const PAUSE = 150;

interface Known {
  version: number;
  /** `undefined` until the text has been read again. */
  tables: readonly ValueTable[] | undefined;
}

/** Where the values of reports stand, kept in step with typing; the server has the last word. Other documents cost nothing. */
export class TableValues implements Disposable {
  private readonly known = new Map<TextDocument, Known>();
  private readonly asking = new Map<TextDocument, Promise<void>>();
  private readonly timers = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  /** Documents that look like reports: they are asked about before the server has said what they are. */
  private readonly likely = new WeakSet<TextDocument>();
  private readonly changed = new EventEmitter<TextDocument>();
  private readonly watchers: Disposable[];
  /** The values of a document have been read anew. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly service: Service,
    private readonly status: StatusItem,
  ) {
    this.watchers = [
      this.changed,
      status.onDidChange(() => workspace.textDocuments.filter((each) => this.isServed(each) && this.known.get(each)?.version !== each.version).forEach((each) => void this.ask(each))),
      window.onDidChangeActiveTextEditor((editor) => this.look(editor)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0 || !this.isServed(document)) return;
        const before = this.known.get(document);
        let tables = before?.tables;
        for (const { rangeOffset: offset, rangeLength: length, text } of contentChanges) tables = tables && follow(tables, { offset, length, text });
        this.known.set(document, { version: document.version, tables });
        this.later(document, tables ? PAUSE : 0);
      }),
      workspace.onDidCloseTextDocument((document) => {
        clearTimeout(this.timers.get(document));
        this.timers.delete(document);
        this.known.delete(document);
      }),
    ];
    this.look(window.activeTextEditor);
  }

  dispose(): void {
    for (const watcher of this.watchers) watcher.dispose();
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  /** The values in the text as it is now; `undefined` when they are not known, or the document is no report. */
  of(document: TextDocument): readonly ValueTable[] | undefined {
    const known = this.known.get(document);
    return known?.version === document.version && this.isServed(document) ? known.tables : undefined;
  }

  /** The same, asked for if need be; `undefined` when no answer comes within `patience` ms. */
  async within(document: TextDocument, patience: number): Promise<readonly ValueTable[] | undefined> {
    if (!this.of(document)) await Promise.race([this.ask(document), new Promise((resolve) => setTimeout(resolve, patience))]);
    return this.of(document);
  }

  private isServed(document: TextDocument): boolean {
    return this.status.isReport(document) || this.likely.has(document);
  }

  private look(editor: TextEditor | undefined): void {
    if (!editor || this.known.has(editor.document) || !looksLikeReport(editor.document)) return;
    this.likely.add(editor.document);
    this.later(editor.document, 0);
  }

  private later(document: TextDocument, pause: number): void {
    clearTimeout(this.timers.get(document));
    // Never at once: the client tells the server of the change in the same turn.
    this.timers.set(document, setTimeout(() => void this.ask(document), pause));
  }

  /** One question a document at a time; asked again when the text has moved on meanwhile. */
  private ask(document: TextDocument): Promise<void> {
    const asking = this.asking.get(document) ?? this.read(document).catch(() => undefined).finally(() => this.asking.delete(document));
    this.asking.set(document, asking);
    return asking;
  }

  private async read(document: TextDocument): Promise<void> {
    const client = await this.service.client();
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    while (!document.isClosed && this.isServed(document)) {
      const { version } = document;
      const answer = await client.sendRequest<Answer | null>(Method.values, { uri });
      if (document.version !== version) continue;
      if (answer && answer.version !== version) return this.later(document, PAUSE);
      this.known.set(document, { version, tables: answer?.tables ?? [] });
      this.changed.fire(document);
      return;
    }
  }
}
