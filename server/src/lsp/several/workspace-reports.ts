import { DidChangeWatchedFilesNotification, type Connection, type WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { mayBeReport, readDocument, type AnalysisSettings, type NamedReport, type Position, type Relatives, type Report } from '../../core';
import { describeReport } from '../../core/report';
import { cellsOf, Collection, CONFIG_FILE, factsOf, parseConfig, positionOf, type Entry } from '../../core/relatives';
import { both, type Bilingual } from '../../core/text/bilingual';
import type { Log } from '../log';
import type { Settings } from '../settings';
import { FilesChangedNotification, ListFilesRequest, ReadFileRequest } from './protocol';
import { Kept } from './kept';
import { eachOf } from './queue';

/** Whole reports of other documents in memory: last year's of those that are open. */
const MOST_KEPT = 50;
/** Files that change together (a checkout) are read together. */
const FILES_PAUSE = 200;
/** Other documents follow an edit after this time, in ms. */
const EDIT_PAUSE = 400;
const DRAFTS = '**/*.{md,txt,nianbao}';
const PASSED_OVER = /\/(?:node_modules|\.git)\//;

export interface WorkspaceReportsOptions {
  /** The client answers `listFiles` and `readFile`. */
  readonly canRead: boolean;
  readonly progress: boolean;
  readonly watch: boolean;
  readonly say: (text: Bilingual) => string;
  /** Whether a document is open: then its text there counts, not the file's. */
  readonly isOpen: (uri: string) => boolean;
}

/**
 * The reports of the workspace: read in the background when the server starts, followed by file events and by edits. Reports
 * of other documents are compared only when all have been read, so that none is called missing that is merely not read yet.
 */
export class WorkspaceReports {
  readonly collection = new Collection();
  private readonly kept = new Kept<readonly Report[]>(MOST_KEPT);
  private readonly fetching = new Set<string>();
  private readonly revisions = new Map<string, number>();
  private readonly listeners: ((uris: ReadonlySet<string>) => void)[] = [];
  private readonly stale = new Set<string>();
  private readonly changed = new Set<string>();
  private filesTimer: ReturnType<typeof setTimeout> | undefined;
  private editTimer: ReturnType<typeof setTimeout> | undefined;
  private takeTimer: ReturnType<typeof setTimeout> | undefined;
  /** Open documents as they are now, taken in when the keys rest. */
  private readonly edits = new Map<string, readonly Report[]>();
  private merged = new WeakMap<Settings['rules'], Map<string, Settings['rules']>>();
  private stopped = false;
  private complete: boolean;

  constructor(
    private readonly connection: Connection,
    private readonly log: Log,
    private readonly options: WorkspaceReportsOptions,
  ) {
    this.complete = !options.canRead;
  }

  /** Every report of the workspace has been read. */
  get ready(): boolean {
    return this.complete;
  }

  /** @param listener is told, a moment after reports have changed, of other documents whose findings may be others now (perhaps none). */
  onChange(listener: (uris: ReadonlySet<string>) => void): void {
    this.listeners.push(listener);
  }

  /** The client may be asked for its files from now on. */
  initialized(): void {
    void this.start().catch((error: unknown) => this.log.error('reading the workspace', error));
  }

  listen(): void {
    this.connection.onDidChangeWatchedFiles(({ changes }) => this.filesChanged(changes.map(({ uri }) => uri)));
    this.connection.onNotification(FilesChangedNotification, ({ uris }) => this.filesChanged(uris));
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.filesTimer);
    clearTimeout(this.editTimer);
    clearTimeout(this.takeTimer);
  }

  /** Another number means other relatives than before. */
  revision(uri: string): number {
    return this.revisions.get(uri) ?? 0;
  }

  /** Severities and format for a document: what the settings say, then the config files. The same objects until something changes. */
  settings(uri: string, { rules, format }: Pick<Settings, 'rules' | 'format'>): Pick<AnalysisSettings, 'severities' | 'format'> {
    if (!this.collection.hasConfig) return { severities: rules, ...(format === undefined ? {} : { format }) };
    let known = this.merged.get(rules);
    if (!known) this.merged.set(rules, (known = new Map()));
    let severities = known.get(uri);
    const folder = this.collection.settings(pathOf(uri));
    if (!severities) known.set(uri, (severities = { ...folder.rules, ...rules }));
    const read = format ?? folder.format;
    return { severities, ...(read === undefined ? {} : { format: read }) };
  }

  /** For `analyse`, asked once for each report of a document in their order; `undefined` when there is nothing to compare with. */
  relativesOf(uri: string): ((report: Report) => Relatives | undefined) | undefined {
    if (!this.complete || !this.collection.of(uri).some((entry) => this.collection.hasRelatives(entry))) return undefined;
    let index = 0;
    return (report) => this.relatives(this.collection.place(uri, pathOf(uri), index++, report));
  }

  private relatives(entry: Omit<Entry, 'facts'>): Relatives | undefined {
    const { lastYear, children, missing } = this.collection.relatives(entry);
    const last = lastYear && this.whole(lastYear, entry.id);
    return { ...(last ? { lastYear: last } : {}), children: children.map(({ id, facts }) => ({ document: id, report: cellsOf(facts) })), missingChildren: missing };
  }

  /** The reports of an open document as they are now; others follow in a moment. */
  update(uri: string, reports: readonly Report[]): void {
    if (reports.length > 0) this.kept.set(uri, reports);
    else this.kept.delete(uri);
    this.edits.delete(uri);
    const known = this.collection.of(uri).length > 0;
    if (!known && reports.length === 0) return;
    if (!known) return this.take(uri, reports);
    this.edits.set(uri, reports);
    clearTimeout(this.takeTimer);
    if (!this.stopped) this.takeTimer = setTimeout(() => this.takeEdits(), EDIT_PAUSE);
  }

  private takeEdits(): void {
    for (const [uri, reports] of this.edits) this.take(uri, reports);
    this.edits.clear();
  }

  private take(uri: string, reports: readonly Report[]): void {
    const before = this.collection.dependents(uri);
    const names = nameOf(this.collection.of(uri));
    const path = pathOf(uri);
    if (!this.collection.set(uri, path, reports.map((report) => factsOf(report, path)))) return;
    const now = this.collection.of(uri);
    this.affect([...before, ...this.collection.dependents(uri), ...(names !== '' && names !== nameOf(now) ? [uri] : [])]);
  }

  /** A document was closed: what the file holds counts again. */
  closed(uri: string): void {
    this.edits.delete(uri);
    if (this.options.canRead) this.filesChanged([uri]);
    else this.take(uri, []);
  }

  /** Line and column of an offset in another document. */
  positionIn(uri: string, offset: number): Position | undefined {
    const [report] = this.kept.get(uri) ?? [];
    if (report) return report.reading.source.positionAt(offset);
    for (const { facts } of this.collection.of(uri)) {
      const position = positionOf(facts, offset);
      if (position) return position;
    }
    return undefined;
  }

  /** A whole report of another document, if it is in memory; else it is fetched, and whoever asks for it is checked again then. */
  whole({ id, index }: Entry, asker: string): NamedReport | undefined {
    const report = this.kept.get(id)?.[index];
    if (report) return { document: id, report };
    void this.fetch(id).then((reports) => (reports ? this.affect([asker]) : undefined)).catch((error: unknown) => this.log.error(id, error));
    return undefined;
  }

  /** The text of a file, by the client; `undefined` when there is none. */
  async textOf(uri: string): Promise<string | undefined> {
    if (!this.options.canRead) return undefined;
    return (await this.connection.sendRequest(ReadFileRequest, { uri }))?.text;
  }

  private async fetch(uri: string): Promise<readonly Report[] | undefined> {
    if (this.fetching.has(uri)) return undefined;
    this.fetching.add(uri);
    try {
      const text = await this.textOf(uri);
      if (text === undefined || this.options.isOpen(uri)) return undefined;
      const reports = this.read(uri, text);
      this.kept.set(uri, reports);
      return reports;
    } finally {
      this.fetching.delete(uri);
    }
  }

  private read(uri: string, text: string): Report[] {
    const { format } = this.collection.settings(pathOf(uri));
    const options = { ...(/\.nianbao$/i.test(uri) ? { assumeReport: true } : {}), ...(format === undefined ? {} : { format }) };
    return readDocument(text, options).reports.map((reading) => describeReport(reading));
  }

  private async start(): Promise<void> {
    if (!this.options.canRead) return;
    if (this.options.watch) this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: DRAFTS }, { globPattern: `**/${CONFIG_FILE}` }] }).catch((error: unknown) => this.log.error('registering for file events', error));
    const progress = this.options.progress ? await this.connection.window.createWorkDoneProgress() : undefined;
    progress?.begin(this.options.say(both('读取各份年报', 'Reading the annual reports')), 0, undefined, true);
    try {
      const { files, configs } = await this.connection.sendRequest(ListFilesRequest);
      for (const uri of configs) await this.readConfig(uri);
      this.complete = await this.readAll(files, progress);
    } finally {
      progress?.done();
    }
    if (this.complete) {
      this.log.info(`${this.collection.entries().length} reports in the workspace`);
      this.affectAll();
    }
  }

  private async readAll(files: readonly string[], progress: WorkDoneProgressServerReporter | undefined): Promise<boolean> {
    const stopped = (): boolean => this.stopped || progress?.token.isCancellationRequested === true;
    return eachOf(
      files,
      async (uri, done) => {
        if (done % 20 === 0) progress?.report(Math.floor((done * 100) / files.length), `${done} / ${files.length}`);
        await this.readFile(uri);
      },
      stopped,
    );
  }

  /** Takes a file in as it is on disk; an open document is left to its edits. */
  private async readFile(uri: string): Promise<boolean> {
    try {
      if (this.options.isOpen(uri)) return false;
      const text = await this.textOf(uri);
      if (this.options.isOpen(uri)) return false;
      const path = pathOf(uri);
      this.kept.delete(uri);
      const reports = text === undefined || (!mayBeReport(text) && !/\.nianbao$/i.test(uri)) ? [] : this.read(uri, text);
      return this.collection.set(uri, path, reports.map((report) => factsOf(report, path)));
    } catch (error) {
      this.log.error(uri, error);
      return false;
    }
  }

  private async readConfig(uri: string): Promise<void> {
    this.merged = new WeakMap();
    const text = await this.textOf(uri).catch(() => undefined);
    if (text === undefined) return this.collection.setConfig(pathOf(uri), undefined);
    const { config, problems } = parseConfig(text);
    for (const problem of problems) this.log.warn(`${uri}: ${this.options.say(problem)}`);
    this.collection.setConfig(pathOf(uri), config);
  }

  private filesChanged(uris: readonly string[]): void {
    for (const uri of uris) if (!PASSED_OVER.test(uri)) this.stale.add(uri);
    clearTimeout(this.filesTimer);
    if (!this.stopped) this.filesTimer = setTimeout(() => void this.readStale().catch((error: unknown) => this.log.error('file events', error)), FILES_PAUSE);
  }

  private async readStale(): Promise<void> {
    if (!this.options.canRead) return;
    const uris = [...this.stale];
    this.stale.clear();
    const configs = uris.filter((uri) => uri.endsWith(`/${CONFIG_FILE}`));
    for (const uri of configs) await this.readConfig(uri);
    const affected = new Set<string>();
    let anyChanged = false;
    const note = (uri: string): void => {
      for (const each of this.collection.dependents(uri)) affected.add(each);
    };
    await eachOf(
      uris.filter((uri) => !configs.includes(uri)),
      async (uri) => {
        const before = this.collection.dependents(uri);
        if (!(await this.readFile(uri))) return;
        anyChanged = true;
        for (const each of before) affected.add(each);
        note(uri);
      },
      () => this.stopped,
    );
    if (configs.length > 0) this.affectAll();
    else if (anyChanged) this.affect([...affected]);
  }

  private affectAll(): void {
    this.affect([...this.collection.entries().map(({ id }) => id)]);
  }

  /** Something has changed, and with it what is said of these documents. */
  private affect(uris: readonly string[]): void {
    if (this.stopped) return;
    for (const uri of uris) {
      this.revisions.set(uri, this.revision(uri) + 1);
      this.changed.add(uri);
    }
    clearTimeout(this.editTimer);
    this.editTimer = setTimeout(() => {
      const now = new Set(this.changed);
      this.changed.clear();
      for (const listener of this.listeners) listener(now);
    }, EDIT_PAUSE);
  }
}

const nameOf = (entries: readonly Entry[]): string => entries.map(({ identity: { name, year } }) => `${name}/${year}`).join('\n');

/** A URI read as a path: decoded, parts separated by `/`. */
export function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
