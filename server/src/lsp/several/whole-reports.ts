import type { NamedReport, Position, Report } from '../../core';
import type { Entry } from '../../core/relatives';
import { Kept } from './kept';

/** Whole reports of other documents in memory: last year's of those that are open. */
const MOST_KEPT = 50;

export interface WholeReportsOptions {
  readonly read: (uri: string, text: string) => readonly Report[];
  readonly textOf: (uri: string) => Promise<string | undefined>;
  /** Text of an open document as it is now. */
  readonly openText: (uri: string) => string | undefined;
  readonly failed: (uri: string, error: unknown) => void;
}

/** The few reports of which more than the cells is compared. */
export class WholeReports {
  private readonly kept = new Kept<readonly Report[]>(MOST_KEPT);
  private readonly fetching = new Set<string>();
  private now: { readonly text: string; readonly reports: readonly Report[] } | undefined;

  constructor(private readonly options: WholeReportsOptions) {}

  set(uri: string, reports: readonly Report[]): void {
    if (reports.length > 0) this.kept.set(uri, reports);
    else this.kept.delete(uri);
  }

  delete(uri: string): void {
    this.kept.delete(uri);
  }

  /** A report, if it is in memory; else it is fetched, and `come` is called when it is there. @param asker the document it is compared with. */
  get({ id, index }: Entry, asker: string, come: () => void): NamedReport | undefined {
    const report = (id === asker ? this.readNow(id) : this.kept.get(id))?.[index];
    if (report) return { document: id, report };
    void this.fetch(id)
      .then((there) => (there ? come() : undefined))
      .catch((error: unknown) => this.options.failed(id, error));
    return undefined;
  }

  /** Line and column of an offset, where the document is in memory. */
  positionIn(uri: string, offset: number): Position | undefined {
    return this.kept.get(uri)?.[0]?.reading.source.positionAt(offset);
  }

  /** The reports of an open document in the text that is being checked: two years may stand in one. */
  private readNow(uri: string): readonly Report[] | undefined {
    const text = this.options.openText(uri);
    if (text === undefined) return undefined;
    if (this.now?.text !== text) this.now = { text, reports: this.options.read(uri, text) };
    return this.now.reports;
  }

  private async fetch(uri: string): Promise<boolean> {
    if (this.fetching.has(uri)) return false;
    this.fetching.add(uri);
    try {
      const text = await this.options.textOf(uri);
      if (text === undefined || this.options.openText(uri) !== undefined) return false;
      this.kept.set(uri, this.options.read(uri, text));
      return true;
    } finally {
      this.fetching.delete(uri);
    }
  }
}
