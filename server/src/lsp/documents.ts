import { TextDocuments, type Connection, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, mayBeReport, type Analysis, type AnalysisSettings } from '../core';
import type { ServerHost } from './host';
import type { Log } from './log';
import { isObject } from './options';
import type { Settings } from './settings';
import type { SettingsStore } from './settings-store';
import type { WorkspaceReports } from './several/workspace-reports';
import { typedLines, type TypedLines } from './typing';

/**
 * Documents of the own language are reports because their writer says so; all others only by their content. Editors
 * that do not know the language tell it by the file's name, as the command line does.
 */
const isOwn = ({ languageId, uri }: TextDocument): boolean => languageId === 'disclosure-report' || /\.nianbao$/i.test(uri);

/** A text of more UTF-16 units than this is no report (they have some tens of thousands) and is left alone. */
export const LONGEST = 4_000_000;

/** A version of a document with what was read from it. Nothing in it changes when the document does. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  /** As `editionOf` had it. */
  readonly edition: number;
  readonly languageId: string;
  /** It is a report because its writer says so. */
  readonly own: boolean;
  /** Another for every analysis, so that equal numbers mean equal findings. */
  readonly serial: number;
  readonly settings: Settings;
  /** Another number means other reports that it is compared with. */
  readonly revision: number;
  readonly analysis: Analysis;
}

export interface LastEdit {
  readonly lines: TypedLines | undefined;
  /** `performance.now()` of the edit. */
  readonly at: number;
}

/** The open documents, each with its latest analysis: computed when first asked for, and once a version. */
export class Documents {
  private readonly memo = new Map<string, Snapshot>();
  private readonly edits = new Map<string, LastEdit>();
  private readonly editions = new Map<string, number>();
  private edition = 0;
  private serial = 0;
  readonly open: TextDocuments<TextDocument>;
  /** The reports of the workspace; absent until the client has connected. */
  several: WorkspaceReports | undefined;

  constructor(
    private readonly host: ServerHost,
    private readonly log: Log,
  ) {
    this.open = new TextDocuments<TextDocument>({
      create: (uri, languageId, version, text) => {
        this.editions.set(uri, ++this.edition);
        return TextDocument.create(uri, languageId, version, text);
      },
      update: (document, changes, version) => {
        const sound = changes.filter(isSound);
        if (sound.length < changes.length) this.log.once(`${document.uri} change`, () => this.log.warn(`${document.uri}: a change without text or with a broken range is left out`));
        this.editions.set(document.uri, ++this.edition);
        this.edits.set(document.uri, { lines: typedLines(sound), at: performance.now() });
        return TextDocument.update(document, sound, version);
      },
    });
    const forget = ({ document: { uri } }: { readonly document: TextDocument }): void => {
      this.memo.delete(uri);
      this.edits.delete(uri);
    };
    this.open.onDidClose(forget);
    this.open.onDidClose(({ document: { uri } }) => this.editions.delete(uri));
    // A client that opens twice without closing starts its versions anew.
    this.open.onDidOpen(forget);
  }

  listen(connection: Connection): void {
    this.open.listen(connection);
  }

  versionOf(uri: string): number | undefined {
    return this.open.get(uri)?.version;
  }

  /**
   * Another number for every text an open document has had: clients start their versions anew when they open again, and
   * some count wrongly. `undefined` when it is closed.
   */
  editionOf(uri: string): number | undefined {
    return this.editions.get(uri);
  }

  /** Whether a document that seems to be a report is left alone for its length. */
  isTooLong(uri: string): boolean {
    const document = this.open.get(uri);
    const text = document?.getText() ?? '';
    return document !== undefined && text.length > LONGEST && (isOwn(document) || mayBeReport(text));
  }

  lastEdit(uri: string): LastEdit | undefined {
    return this.edits.get(uri);
  }

  /**
   * The document as it is when the settings are there; `undefined` when it is closed or, at a glance, no report.
   * Take `editionOf` before and compare where an answer must fit the version that was asked about.
   */
  async snapshot(uri: string, store: SettingsStore): Promise<Snapshot | undefined> {
    // Looked at before the client is asked for anything: what is no report costs nothing.
    if (!this.worthReading(uri)) {
      if (this.open.get(uri)) this.several?.update(uri, []);
      return undefined;
    }
    const settings = await store.of(uri);
    const document = this.open.get(uri);
    if (!document || !this.worthReading(uri)) return undefined;
    const { version, languageId } = document;
    const edition = this.editions.get(uri) ?? 0;
    const known = this.memo.get(uri);
    const { several } = this;
    const revision = several?.revision(uri) ?? 0;
    if (known && known.edition === edition && known.settings === settings && known.revision === revision) return known;
    const text = document.getText();
    const own = isOwn(document);
    const run = this.host.analyse ?? analyse;
    const { severities, format } = several?.settings(uri, settings) ?? { severities: settings.rules, format: settings.format };
    const check = (relatives: AnalysisSettings['relatives']): Analysis =>
      run(text, { severities, assumeReport: own, ...(format === undefined ? {} : { format }), ...(relatives ? { relatives } : {}), ...(known?.settings === settings ? { previous: known.analysis } : {}) });
    const relatives = (): AnalysisSettings['relatives'] => (settings.crossCheck ? several?.relativesOf(uri) : undefined);
    let given = relatives();
    let analysis = check(given);
    several?.update(uri, analysis.reports);
    // Only now is it known whose report it is.
    if (!given && (given = relatives())) analysis = check(given);
    for (const { code, error } of analysis.failures) this.log.once(`${uri} ${code} ${String(error)}`, () => this.log.error(`rule ${code}`, error));
    const snapshot: Snapshot = { uri, version, edition, languageId, own, serial: ++this.serial, settings, revision, analysis };
    this.memo.set(uri, snapshot);
    return snapshot;
  }

  private worthReading(uri: string): boolean {
    const document = this.open.get(uri);
    if (!document) return false;
    const text = document.getText();
    if (text.length > LONGEST) {
      this.log.once(`${uri} length`, () => this.log.warn(`${uri} is not checked: it has more than ${LONGEST} characters`));
      return false;
    }
    return isOwn(document) || mayBeReport(text);
  }
}

/** Whether a change can be applied: the protocol's types are the client's word only. */
function isSound(change: TextDocumentContentChangeEvent): boolean {
  const isPlace = (place: unknown): boolean => isObject(place) && Number.isInteger(place['line']) && Number.isInteger(place['character']);
  return typeof change.text === 'string' && (!('range' in change) || change.range === undefined || (isObject(change.range) && isPlace(change.range['start']) && isPlace(change.range['end'])));
}
