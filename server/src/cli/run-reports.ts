import { readFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { analyse, readDocument, type AnalysisSettings, type Bilingual, type Position, type Relatives, type Report } from '../core';
import { both } from '../core/text/bilingual';
import { describeReport } from '../core/report';
import { cellsOf, Collection, CONFIG_FILE, factsOf, parseConfig, positionOf, type Entry } from '../core/relatives';
import { assumeReport } from './draft';
import { decode } from './encoding';

/** Whole reports kept in memory for the comparison with the year after. */
const MOST_KEPT = 200;

/** The reports of one run: they know each other, and what the `disclosure-report.json` files above them say. */
export class RunReports {
  readonly collection = new Collection();
  /** Folders of the config files that were found. */
  readonly configFolders = new Set<string>();
  private readonly looked = new Set<string>();
  private readonly kept = new Map<string, readonly Report[]>();
  private given: { readonly document: string; readonly report: Report } | undefined;

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

  add(path: string, reports: readonly Report[]): void {
    this.kept.delete(path);
    this.collection.set(path, placeOf(path), reports.map((report) => factsOf(report, placeOf(path))));
  }

  /** Takes a text in without checking it. */
  addText(path: string, text: string): void {
    this.add(path, this.read(path, text));
  }

  /** Every report of the run is compared with this one as last year's, whatever its agency. */
  useLastYear(path: string, report: Report): void {
    this.given = { document: path, report };
  }

  /** Whether a document has others to be compared with. */
  hasRelatives(path: string): boolean {
    return this.given !== undefined || this.collection.of(path).some((entry) => {
      const { lastYear, children } = this.collection.relatives(entry);
      return lastYear !== undefined || children.length > 0;
    });
  }

  /** For `analyse`: asked once for each report of a document, in their order. */
  relativesOf(path: string): NonNullable<AnalysisSettings['relatives']> {
    let next = 0;
    return (): Relatives | undefined => {
      const entry = this.collection.of(path)[next++];
      if (!entry) return this.given && { lastYear: this.given };
      const { lastYear, children, missing } = this.collection.relatives(entry);
      const last = this.given ?? (lastYear && this.whole(lastYear));
      return {
        ...(last ? { lastYear: last } : {}),
        children: children.map((each) => ({ document: each.id, report: cellsOf(each.facts) })),
        missingChildren: missing,
      };
    };
  }

  /** Line and column of an offset in another document of the run. */
  positionIn(document: string, offset: number): Position | undefined {
    const report = this.given?.document === document ? this.given.report : this.kept.get(document)?.[0];
    if (report) return report.reading.source.positionAt(offset);
    for (const { facts } of this.collection.of(document)) {
      const position = positionOf(facts, offset);
      if (position) return position;
    }
    return undefined;
  }

  private whole({ id, index }: Entry): Relatives['lastYear'] {
    let reports = this.kept.get(id);
    if (!reports) {
      try {
        reports = this.read(id, decode(readFileSync(id)).text);
      } catch {
        return undefined;
      }
      const [oldest] = this.kept.keys();
      if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
      this.kept.set(id, reports);
    }
    const report = reports[index];
    return report && { document: id, report };
  }

  private read(path: string, text: string): Report[] {
    const { format } = this.settings(path);
    return readDocument(text, { ...assumeReport(path), ...(format === undefined ? {} : { format }) }).reports.map((reading) => describeReport(reading));
  }
}

/** An absolute path with its parts separated by `/`. */
const placeOf = (path: string): string => resolve(path).split(sep).join('/');

/** The first report of a text its user has named as last year's. */
export const namedReport = (path: string, text: string): Report | undefined => analyse(text, assumeReport(path)).reports[0];
