import type { AnalysisSettings } from '../../core';
import { folderOf, parseConfig, type Collection } from '../../core/relatives';
import type { Bilingual } from '../../core/text/bilingual';
import type { Settings } from '../settings';
import { pathOf } from './path';

/** The config files of the workspace, and what they say of a document. */
export class WorkspaceConfigs {
  /** The same objects until something changes: findings of a text are kept by them. */
  private merged = new WeakMap<Settings['rules'], Map<string, Settings['rules']>>();
  /** URI of each folder with a config file, by path. */
  private readonly folders = new Map<string, string>();
  private readonly known = new Set<string>();

  /** @param complain is told of values that are not understood. */
  constructor(
    private readonly collection: Collection,
    private readonly complain: (uri: string, problem: Bilingual) => void,
  ) {}

  get uris(): Iterable<string> {
    return this.known;
  }

  /** The folder of a config file as the client names it. */
  uriOfFolder(folder: string): string | undefined {
    return this.folders.get(folder);
  }

  /** @param text `undefined` when the file is gone. @param above it stands above the folders of the workspace. */
  take(uri: string, text: string | undefined, above: boolean): void {
    const path = pathOf(uri);
    if (text === undefined) {
      this.merged = new WeakMap();
      this.folders.delete(folderOf(path));
      this.known.delete(uri);
      return this.collection.setConfig(path, undefined);
    }
    const { config, problems, broken } = parseConfig(text);
    // While it is typed what it said before holds, rather than all reports losing and regaining their relatives.
    if (broken && this.known.has(uri)) return;
    this.merged = new WeakMap();
    this.folders.set(folderOf(path), folderOf(uri));
    this.known.add(uri);
    for (const problem of problems) this.complain(uri, problem);
    // Reports outside the workspace are not read: those a config above it names would all be called missing.
    this.collection.setConfig(path, above ? { ...config, parents: [] } : config);
  }

  /** Severities and format for a document: what the settings say, then the config files. */
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

  /** The format that config files say a document is to be read by; empty without one. */
  formatOf(uri: string): string {
    return this.collection.hasConfig ? (this.collection.settings(pathOf(uri)).format ?? '') : '';
  }
}
