import type { Connection } from 'vscode-languageserver';
import { mayBeReport, readDocument, type AnalysisSettings, type NamedReport, type Position, type Relatives, type Report } from '../../core';
import { describeReport } from '../../core/report';
import { cellsOf, Collection, factsOf, parseConfig, positionOf, type Entry } from '../../core/relatives';
import type { Log } from '../log';
import type { Settings } from '../settings';
import { Kept } from './kept';
import { WorkspaceReader, type ReaderOptions, type ReaderTarget } from './workspace-reader';

/** Whole reports of other documents in memory: last year's of those that are open. */
const MOST_KEPT = 50;
/** Other documents follow an edit after this time, in ms. */
const EDIT_PAUSE = 400;

/**
 * The reports of the workspace: read in the background when the server starts, followed by file events and by edits. Reports
 * of other documents are compared only when all have been read, so that none is called missing that is merely not read yet.
 */
export class WorkspaceReports implements ReaderTarget {
  readonly collection = new Collection();
  private readonly kept = new Kept<readonly Report[]>(MOST_KEPT);
  private readonly fetching = new Set<string>();
  private readonly revisions = new Map<string, number>();
  private readonly listeners: ((uris: ReadonlySet<string>) => void)[] = [];
  private readonly changed = new Set<string>();
  private editTimer: ReturnType<typeof setTimeout> | undefined;
  private takeTimer: ReturnType<typeof setTimeout> | undefined;
  /** Open documents as they are now, taken in when the keys rest. */
  private readonly edits = new Map<string, readonly Report[]>();
  private merged = new WeakMap<Settings['rules'], Map<string, Settings['rules']>>();
  private now: { readonly text: string; readonly reports: readonly Report[] } | undefined;
  private stopped = false;
  private complete: boolean;
  private readonly reader: WorkspaceReader;

  constructor(
    connection: Connection,
    private readonly log: Log,
    private readonly options: ReaderOptions,
  ) {
    this.complete = !options.canRead;
    this.reader = new WorkspaceReader(connection, log, options, this);
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
    void this.reader.start().catch((error: unknown) => this.log.error('reading the workspace', error));
  }

  listen(): void {
    this.reader.listen();
  }

  stop(): void {
    this.stopped = true;
    this.reader.stop();
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
    if (!this.collection.set(uri, path, reports.map((report) => factsOf(report, path))) || !this.complete) return;
    const now = this.collection.of(uri);
    this.affect([...before, ...this.collection.dependents(uri), ...(names !== '' && names !== nameOf(now) ? [uri] : [])]);
  }

  /** A document was closed: what the file holds counts again. */
  closed(uri: string): void {
    this.edits.delete(uri);
    if (this.options.canRead) this.reader.filesChanged([uri]);
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
    const report = (id === asker ? this.readNow(id) : this.kept.get(id))?.[index];
    if (report) return { document: id, report };
    void this.fetch(id).then((reports) => (reports ? this.affect([asker]) : undefined)).catch((error: unknown) => this.log.error(id, error));
    return undefined;
  }

  textOf(uri: string): Promise<string | undefined> {
    return this.reader.textOf(uri);
  }

  takeFile(uri: string, text: string | undefined): void {
    this.take(uri, text === undefined || (!mayBeReport(text) && !/\.nianbao$/i.test(uri)) ? [] : this.read(uri, text));
    this.kept.delete(uri);
  }

  takeConfig(uri: string, text: string | undefined): void {
    this.merged = new WeakMap();
    if (text === undefined) return this.collection.setConfig(pathOf(uri), undefined);
    const { config, problems } = parseConfig(text);
    for (const problem of problems) this.log.warn(`${uri}: ${this.options.say(problem)}`);
    this.collection.setConfig(pathOf(uri), config);
  }

  begin(): void {
    this.complete = true;
    this.log.info(`${this.collection.entries().length} reports in the workspace`);
    this.affectAll();
  }

  again(configs: boolean): void {
    if (configs) this.affectAll();
  }

  /** The reports of an open document in the text that is being checked: two years may stand in one. */
  private readNow(uri: string): readonly Report[] | undefined {
    const text = this.options.openText(uri);
    if (text === undefined) return undefined;
    if (this.now?.text !== text) this.now = { text, reports: this.read(uri, text) };
    return this.now.reports;
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
