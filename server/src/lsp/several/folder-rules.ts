import type { AnalysisSettings } from '../../core';
import type { Collection } from '../../core/relatives';
import type { Settings } from '../settings';
import { pathOf } from './path';

/** Severities and format for a document: what the settings say, then the config files. The same objects until something changes. */
export class FolderRules {
  private merged = new WeakMap<Settings['rules'], Map<string, Settings['rules']>>();

  constructor(private readonly collection: Collection) {}

  /** A config file has changed. */
  reset(): void {
    this.merged = new WeakMap();
  }

  of(uri: string, { rules, format }: Pick<Settings, 'rules' | 'format'>): Pick<AnalysisSettings, 'severities' | 'format'> {
    if (!this.collection.hasConfig) return { severities: rules, ...(format === undefined ? {} : { format }) };
    let known = this.merged.get(rules);
    if (!known) this.merged.set(rules, (known = new Map()));
    let severities = known.get(uri);
    const folder = this.collection.settings(pathOf(uri));
    if (!severities) known.set(uri, (severities = { ...folder.rules, ...rules }));
    const read = format ?? folder.format;
    return { severities, ...(read === undefined ? {} : { format: read }) };
  }
}
