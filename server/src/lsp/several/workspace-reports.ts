import type { Connection } from 'vscode-languageserver';
import { mayBeReport, readDocument, type AnalysisSettings, type Position, type Relatives, type Report } from '../../core';
import { describeReport } from '../../core/report';
import { Collection, factsOf, positionOf, type Entry, type ReportFacts } from '../../core/relatives';
import { hashOf } from '../../core/text/hash';
import type { Log } from '../log';
import type { Settings } from '../settings';
import { IndexStore } from './index-store';
import { Memory } from './memory';
import { pathOf } from './path';
import type { FileText } from './protocol';
import { StableRelatives } from './stable-relatives';
import { WorkspaceConfigs } from './workspace-configs';
import { WholeReports } from './whole-reports';
import { WorkspaceReader, type ReaderOptions, type ReaderTarget } from './workspace-reader';

/** Other documents follow an edit after this time, in ms. */
const EDIT_PAUSE = 400;

export interface ReportsOptions extends ReaderOptions {
  /** Version of the product: what another one has read is read again. */
  readonly version: string;
  /** The client keeps the index between sessions. */
  readonly canKeep: boolean;
}

/**
 * The reports of the workspace: read in the background when the server starts, followed by file events and by edits. Reports
 * of other documents are compared only when all have been read, so that none is called missing that is merely not read yet.
 */
export class WorkspaceReports implements ReaderTarget {
  readonly collection = new Collection();
  private readonly configs: WorkspaceConfigs;
  private readonly stable = new StableRelatives();
  private readonly wholes: WholeReports;
  private readonly memory: Memory;
  private readonly revisions = new Map<string, number>();
  private readonly listeners: ((uris: ReadonlySet<string>) => void)[] = [];
  private readonly changed = new Set<string>();
  private editTimer: ReturnType<typeof setTimeout> | undefined;
  private takeTimer: ReturnType<typeof setTimeout> | undefined;
  /** Open documents as they are now, taken in when the keys rest. */
  private readonly edits = new Map<string, readonly Report[]>();
  private stopped = false;
  private complete: boolean;
  private readonly reader: WorkspaceReader;

  constructor(
    connection: Connection,
    private readonly log: Log,
    private readonly options: ReportsOptions,
  ) {
    this.complete = !options.canRead;
    this.configs = new WorkspaceConfigs(this.collection, (uri, problem) => log.warn(`${uri}: ${options.say(problem)}`));
    this.reader = new WorkspaceReader(connection, log, options, this);
    this.memory = new Memory(log, options.canRead && options.canKeep ? new IndexStore(connection, options.version) : undefined);
    this.wholes = new WholeReports({ read: (uri, text) => this.read(uri, text), textOf: (uri) => this.textOf(uri), openText: options.openText, failed: (uri, error) => log.error(uri, error) });
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
    this.memory.stop();
    clearTimeout(this.editTimer);
    clearTimeout(this.takeTimer);
  }

  /** Another number means other relatives than before. */
  revision(uri: string): number {
    return this.revisions.get(uri) ?? 0;
  }

  /** Severities and format for a document: what the settings say, then the config files. The same objects until something changes. */
  settings(uri: string, settings: Pick<Settings, 'rules' | 'format'>): Pick<AnalysisSettings, 'severities' | 'format'> {
    return this.configs.settings(uri, settings);
  }

  /** For `analyse`, asked once for each report of a document in their order; `undefined` when there is nothing to compare with. */
  relativesOf(uri: string): ((report: Report) => Relatives | undefined) | undefined {
    if (!this.complete || !this.collection.of(uri).some((entry) => this.collection.hasRelatives(entry))) return undefined;
    let index = 0;
    return (report) => this.relatives(this.collection.place(uri, pathOf(uri), index++, report));
  }

  private relatives(entry: Omit<Entry, 'facts'>): Relatives {
    const { lastYear, children, missing } = this.collection.relatives(entry);
    return this.stable.of(`${entry.id}#${entry.index}`, lastYear && this.wholes.get(lastYear, entry.id, () => this.affect([entry.id])), children, missing);
  }

  /** The reports of an open document as they are now; others follow in a moment. */
  update(uri: string, reports: readonly Report[]): void {
    this.wholes.set(uri, reports);
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
    const path = pathOf(uri);
    this.takeFacts(uri, reports.map((report) => factsOf(report, path)));
  }

  private takeFacts(uri: string, facts: readonly ReportFacts[]): void {
    const before = this.collection.dependents(uri);
    const names = nameOf(this.collection.of(uri));
    if (!this.collection.set(uri, pathOf(uri), facts) || !this.complete) return;
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
    const whole = this.wholes.positionIn(uri, offset);
    if (whole) return whole;
    for (const { facts } of this.collection.of(uri)) {
      const position = positionOf(facts, offset);
      if (position) return position;
    }
    return undefined;
  }

  /** The folder of a config file as its client names it. */
  uriOfFolder(folder: string): string | undefined {
    return this.configs.uriOfFolder(folder);
  }

  textOf(uri: string): Promise<string | undefined> {
    return this.reader.textOf(uri);
  }

  load(): Promise<void> {
    return this.memory.load();
  }

  known(): string[] {
    return [...this.memory.uris(), ...this.configs.uris];
  }

  stampOf(uri: string): string | undefined {
    return this.memory.of(uri, this.configs.formatOf(uri))?.stamp;
  }

  /** A file that is known by its stamp, or has the text it had, is not read again. */
  takeFile(uri: string, file: FileText | null): void {
    this.wholes.delete(uri);
    const format = this.configs.formatOf(uri);
    const known = file ? this.memory.of(uri, format) : undefined;
    const facts = file?.unchanged && known ? known.facts : this.remember(uri, file, format, known);
    this.takeFacts(uri, facts);
  }

  private remember(uri: string, file: FileText | null, format: string, known: ReturnType<Memory['of']>): readonly ReportFacts[] {
    const text = file?.text;
    const hash = text === undefined ? '' : hashOf(text);
    const isReport = text !== undefined && (mayBeReport(text) || /\.nianbao$/i.test(uri));
    const path = pathOf(uri);
    const facts = known && text !== undefined && known.hash === hash ? known.facts : isReport ? this.read(uri, text).map((report) => factsOf(report, path)) : [];
    if (file) this.memory.set(uri, { stamp: file.stamp ?? '', hash, format, facts });
    else this.memory.delete(uri);
    return facts;
  }

  takeConfig(uri: string, text: string | undefined, above: boolean): void {
    this.configs.take(uri, text, above);
  }

  begin(complete: boolean): void {
    this.memory.settled();
    if (!complete) return;
    this.complete = true;
    this.log.info(`${this.collection.entries().length} reports in the workspace`);
    this.affectAll();
  }

  again(configs: boolean): void {
    if (!configs) return;
    this.affectAll();
    const otherwise = this.memory.readOtherwise((uri) => this.configs.formatOf(uri));
    if (otherwise.length > 0) this.reader.filesChanged(otherwise);
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
