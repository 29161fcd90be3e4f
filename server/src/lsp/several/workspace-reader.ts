import { DidChangeWatchedFilesNotification, type Connection } from 'vscode-languageserver';
import { CONFIG_FILE } from '../../core/relatives';
import { both, type Bilingual } from '../../core/text/bilingual';
import type { Log } from '../log';
import { LateProgress } from './late-progress';
import { FilesChangedNotification, ListFilesRequest, ReadFileRequest, type FileText } from './protocol';
import { eachOf } from './queue';

/** Files that change together (a checkout) are read together. */
const FILES_PAUSE = 200;
const DRAFTS = '**/*.{md,txt,nianbao}';
const IS_FILE = /\.(?:md|txt|nianbao|json)$/i;
const PASSED_OVER = /\/(?:node_modules|\.git)\//;

export interface ReaderOptions {
  /** The client answers `listFiles` and `readFile`. */
  readonly canRead: boolean;
  readonly progress: boolean;
  readonly watch: boolean;
  readonly say: (text: Bilingual) => string;
  /** Whether a document is open: then its text there counts, not the file's. */
  readonly isOpen: (uri: string) => boolean;
  /** The text of an open document as it is now. */
  readonly openText: (uri: string) => string | undefined;
}

/** What becomes of what is read. */
export interface ReaderTarget {
  /** What is known from before is there from now on. */
  load(): Promise<void>;
  /** @param above it stands above the folders of the workspace. `text` is `undefined` when the file is gone. */
  takeConfig(uri: string, text: string | undefined, above: boolean): void;
  /** The stamp by which a file is known; `undefined` when it is not. */
  stampOf(uri: string): string | undefined;
  /** Drafts and config files that have been taken in. */
  known(): readonly string[];
  /** @param file `null` when it is gone. */
  takeFile(uri: string, file: FileText | null): void;
  /** The first reading is over. @param complete all files have been read. */
  begin(complete: boolean): void;
  /** Some have been read again. */
  again(configs: boolean): void;
}

/** Reads the files of the workspace through the client: all of them when the server starts, changed ones when told of them. */
export class WorkspaceReader {
  private readonly stale = new Set<string>();
  private above: ReadonlySet<string> = new Set();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(
    private readonly connection: Connection,
    private readonly log: Log,
    private readonly options: ReaderOptions,
    private readonly target: ReaderTarget,
  ) {}

  listen(): void {
    this.connection.onDidChangeWatchedFiles(({ changes }) => this.filesChanged(changes.map(({ uri }) => uri)));
    this.connection.onNotification(FilesChangedNotification, ({ uris }) => this.filesChanged(uris));
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** The text of a file, by the client; `undefined` when there is none. */
  async textOf(uri: string): Promise<string | undefined> {
    if (!this.options.canRead) return undefined;
    return (await this.connection.sendRequest(ReadFileRequest, { uri }))?.text;
  }

  async start(): Promise<void> {
    if (!this.options.canRead) return;
    const { connection, log, options } = this;
    if (options.watch) connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: DRAFTS }, { globPattern: `**/${CONFIG_FILE}` }] }).catch((error: unknown) => log.error('registering for file events', error));
    const progress = options.progress ? new LateProgress(connection, options.say(both('读取各份年报', 'Reading the annual reports')), (error) => log.error('progress', error)) : undefined;
    try {
      await this.target.load();
      const { files, configs, configsAbove = [] } = await connection.sendRequest(ListFilesRequest);
      this.above = new Set(configsAbove);
      for (const uri of [...configsAbove, ...configs]) await this.readConfig(uri);
      this.target.begin(await this.readAll(files, progress));
    } finally {
      progress?.end();
    }
  }

  /** Files were created, changed or deleted, or documents closed. */
  filesChanged(uris: readonly string[]): void {
    if (!this.options.canRead || this.stopped) return;
    for (const uri of uris) if (!PASSED_OVER.test(uri)) this.stale.add(uri);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.readStale().catch((error: unknown) => this.log.error('file events', error)), FILES_PAUSE);
  }

  private readAll(files: readonly string[], progress: LateProgress | undefined): Promise<boolean> {
    return eachOf(
      files,
      async (uri, done) => {
        if (done % 20 === 0) progress?.report(done, files.length);
        await this.readFile(uri);
      },
      () => this.stopped || progress?.cancelled === true,
    );
  }

  /** Takes a file in as it is on disk; an open document is left to its edits. */
  private async readFile(uri: string): Promise<void> {
    try {
      if (this.options.isOpen(uri)) return;
      const stamp = this.target.stampOf(uri);
      const file = await this.connection.sendRequest(ReadFileRequest, { uri, ...(stamp ? { stamp } : {}) });
      if (!this.options.isOpen(uri)) this.target.takeFile(uri, file);
    } catch (error) {
      this.log.error(uri, error);
    }
  }

  private async readConfig(uri: string): Promise<void> {
    this.target.takeConfig(uri, await this.textOf(uri).catch(() => undefined), this.above.has(uri));
  }

  /** What has changed, with the files known in folders that have. */
  private withContents(): string[] {
    const folders = [...this.stale].filter((uri) => !IS_FILE.test(uri)).map((uri) => uri.replace(/\/$/, ''));
    if (folders.length === 0) return [...this.stale];
    const gone = new Set(folders);
    const isIn = (uri: string): boolean => {
      for (let at = uri.lastIndexOf('/'); at > 0; at = uri.lastIndexOf('/', at - 1)) if (gone.has(uri.slice(0, at))) return true;
      return false;
    };
    return [...new Set([...[...this.stale].filter((uri) => IS_FILE.test(uri)), ...this.target.known().filter(isIn)])];
  }

  private async readStale(): Promise<void> {
    const uris = this.withContents();
    this.stale.clear();
    const configs = uris.filter((uri) => uri.endsWith(`/${CONFIG_FILE}`));
    for (const uri of configs) await this.readConfig(uri);
    const drafts = uris.filter((uri) => !configs.includes(uri));
    await eachOf(drafts, (uri) => this.readFile(uri), () => this.stopped);
    this.target.again(configs.length > 0);
  }
}
