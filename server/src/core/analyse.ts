import { readDocument } from './read';
import type { DocumentReading } from './read/types';
import { describeReport } from './report';
import type { Relatives } from './report/relatives';
import type { Report } from './report/report';
import { rules } from './rules';
import type { Finding, Severity } from './rules/types';

export interface AnalysisSettings {
  /** Severity by code; `off` switches a rule off. A single finding's own lower severity is kept unless its code is named. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly format?: string;
  readonly assumeReport?: boolean;
  readonly fileYear?: number;
  readonly relatives?: (report: Report) => Relatives | undefined;
}

export interface Analysis {
  readonly document: DocumentReading;
  readonly reports: readonly Report[];
  /** Sorted by position. */
  readonly findings: readonly Finding[];
  /** Rules that threw; the others went on. */
  readonly failures: readonly { readonly code: string; readonly error: unknown }[];
}

/** Reads a text and checks it by every rule. Never throws. */
export function analyse(text: string, settings: AnalysisSettings = {}): Analysis {
  const document = readDocument(text, settings);
  const reports = document.reports.map((reading) => describeReport(reading, settings));
  const failures: { code: string; error: unknown }[] = [];
  const findings: Finding[] = [];
  for (const report of reports) {
    const relatives = settings.relatives?.(report);
    for (const rule of rules) {
      const wanted = settings.severities?.[rule.code];
      if (wanted === 'off') continue;
      try {
        for (const finding of rule.check(report, relatives)) findings.push({ ...finding, code: rule.code, severity: wanted ?? finding.severity ?? rule.severity });
      } catch (error) {
        failures.push({ code: rule.code, error });
      }
    }
  }
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { document, reports, findings, failures };
}
