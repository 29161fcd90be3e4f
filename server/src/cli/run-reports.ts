import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { AnalysisSettings, Bilingual, Report } from '../core';
import { Collection, CONFIG_FILE, parseConfig, type ReportFacts } from '../core/relatives';
import { both } from '../core/text/bilingual';
import { placeOf } from './paths';
import { factsIn, reportsIn, type RelativesOfReport } from './tasks';

/** The reports of one run: they know each other, and what the `disclosure-report.json` files above them say. */
export class RunReports {
  readonly collection = new Collection();
  /** Folders of the config files that were found. */
  readonly configFolders = new Set<string>();
  private readonly looked = new Set<string>();
  private given: string | undefined;

  /** @param tell is told of values in config files that are not understood. */
  constructor(private readonly tell: (problem: Bilingual) => void) {}

  /** Reads the config files of a file's folder and of those above it, each once. */
  useConfigsAbove(path: string): void {
    for (let folder = dirname(resolve(path)); !this.looked.has(folder); folder = dirname(folder)) {
      this.looked.add(folder);
      let text: string;
      try {
        text = readFileSync(resolve(folder, CONFIG_FILE), 'utf8');
      } catch {
        continue;
      }
      const { config, problems } = parseConfig(text);
      for (const { zh, en } of problems) this.tell(both(`${resolve(folder, CONFIG_FILE)}：${zh}`, `${resolve(folder, CONFIG_FILE)}: ${en}`));
      this.collection.setConfig(`${placeOf(folder)}/${CONFIG_FILE}`, config);
      this.configFolders.add(folder);
    }
  }

  settings(path: string): Pick<AnalysisSettings, 'severities' | 'format'> & { readonly ignored: boolean } {
    const { rules, format, ignored } = this.collection.settings(placeOf(path));
    return { severities: rules, ...(format === undefined ? {} : { format }), ignored };
  }

  has(path: string): boolean {
    return this.collection.of(path).length > 0;
  }

  add(path: string, facts: readonly ReportFacts[]): void {
    this.collection.set(path, placeOf(path), facts);
  }

  /** Takes a text in without checking it. */
  addText(path: string, text: string): void {
    this.add(path, factsIn(path, reportsIn(path, text, this.settings(path).format)));
  }

  /** Every report of the run is compared with the first one of this file as last year's, whatever its agency. */
  useLastYear(path: string): void {
    this.given = path;
  }

  /** Whether a document has others to be compared with. */
  hasRelatives(path: string): boolean {
    return this.given !== undefined || this.collection.of(path).some((entry) => {
      const { lastYear, children } = this.collection.relatives(entry);
      return lastYear !== undefined || children.length > 0;
    });
  }

  /** What each report of a document is compared with, in their order. */
  relativesOf(path: string): RelativesOfReport[] {
    const given = this.given === undefined ? undefined : { path: this.given, index: 0 };
    const entries = this.collection.of(path);
    // A file that is ignored and yet named is in no collection.
    if (entries.length === 0 && given) return [{ lastYear: given, children: [], missing: [] }];
    return entries.map((entry) => {
      const { lastYear, children, missing } = this.collection.relatives(entry);
      const last = given ?? (lastYear && { path: lastYear.id, index: lastYear.index, ...this.formatOf(lastYear.id) });
      return { ...(last ? { lastYear: last } : {}), children: children.map(({ id, facts }) => ({ path: id, facts })), missing };
    });
  }

  private formatOf(path: string): { readonly format?: string } {
    const { format } = this.settings(path);
    return format === undefined ? {} : { format };
  }
}

/** The first report of a text its user has named as last year's. */
export const namedReport = (path: string, text: string): Report | undefined => reportsIn(path, text, undefined)[0];
