import type { Report } from './report';

/** A report in another document. */
export interface NamedReport {
  /** Id of the document: URI in the editor, path on the command line. */
  readonly document: string;
  readonly report: Report;
}

/** As much of a report as adding up takes: kept for thousands of documents, where whole reports would not fit. */
export type RelativeCells = Pick<Report, 'agency' | 'cell'>;

/** The cells of a report in another document. */
export interface NamedCells {
  readonly document: string;
  readonly report: RelativeCells;
}

/** The other reports a report is compared with. Said by the user or found by agency and year; never guessed here. */
export interface Relatives {
  /** The same agency's report of the year before. */
  readonly lastYear?: NamedReport;
  /** The subordinates' reports of the same year. */
  readonly children?: readonly NamedCells[];
  /** Names of subordinates whose report is not there. */
  readonly missingChildren?: readonly string[];
}
