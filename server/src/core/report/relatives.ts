import type { Report } from './report';

/** A report in another document. */
export interface NamedReport {
  /** Id of the document: URI in the editor, path on the command line. */
  readonly document: string;
  readonly report: Report;
}

/** The other reports a report is compared with. Said by the user or found by agency and year; never guessed here. */
export interface Relatives {
  /** The same agency's report of the year before. */
  readonly lastYear?: NamedReport;
  /** The subordinates' reports of the same year. */
  readonly children?: readonly NamedReport[];
  /** Names of subordinates whose report is not there. */
  readonly missingChildren?: readonly string[];
}
