import { describeReport } from './report';
import { movedReport } from './report/moved';
import type { Report } from './report/report';
import { rules } from './rules';
import type { Finding, Rule } from './rules/types';
import type { AnalysisSettings } from './analyse';
import type { ReportReading } from './read/types';
import type { Span } from './text/span';

/** A finding as a rule has made it, before comments in the draft are looked at. */
export interface Found extends Finding {
  /** Where the table begins that it stands in. */
  readonly tableStart?: number;
}

/** One report with what the rules found in it. */
export interface CheckedReport {
  readonly report: Report;
  /** In the order of the rules. */
  readonly findings: readonly Found[];
  /** Rules that threw. */
  readonly failures: readonly { readonly code: string; readonly error: unknown }[];
  /** Messages name lines of the text. */
  readonly tellsLines: boolean;
}

/** Runs every rule that is wanted over one report. Never throws. */
export function checkReport(reading: ReportReading, settings: AnalysisSettings): CheckedReport {
  return check(describeReport(reading, settings), settings, () => true);
}

/**
 * A report in whose text only words of the prose have changed. Rules about tables that had nothing to say still have nothing.
 * @param reading the new one, its tables moved from where they were in the one before
 */
export function checkProse(before: CheckedReport, reading: ReportReading, settings: AnalysisSettings): CheckedReport {
  const spoke = new Set([...before.findings, ...before.failures].map(({ code }) => code));
  return check(movedReport(before.report, reading, settings), settings, (rule) => !rule.ofTables || spoke.has(rule.code));
}

function check(report: Report, settings: AnalysisSettings, isDue: (rule: Rule) => boolean): CheckedReport {
  const { tables } = report.reading;
  const relatives = settings.relatives?.(report);
  const findings: Found[] = [];
  const failures: { code: string; error: unknown }[] = [];
  let tellsLines = false;
  for (const rule of rules) {
    const wanted = settings.severities?.[rule.code];
    if (wanted === 'off' || !isDue(rule)) continue;
    try {
      for (const finding of rule.check(report, relatives)) {
        const table = tables.find(({ span }) => span.start <= finding.span.start && finding.span.start <= span.end);
        findings.push({ ...finding, code: rule.code, severity: wanted ?? finding.severity ?? rule.severity, ...(table ? { tableStart: table.span.start } : {}) });
        if (rule.tellsLines) tellsLines = true;
      }
    } catch (error) {
      failures.push({ code: rule.code, error });
    }
  }
  return { report, findings, failures, tellsLines };
}

/**
 * What is known of a report whose text has not changed, in a new version of the document. Nothing of the version before
 * is held on to: what a fix writes is found by checking the new one, when it is asked for.
 * @param reading the same report, read from the new version when looked into
 * @param shift how far it has moved
 */
export function checkedAgain(before: CheckedReport, reading: ReportReading, shift: number, settings: AnalysisSettings): CheckedReport {
  const { year, agency, level } = before.report;
  let memo: CheckedReport | undefined;
  const fresh = (): CheckedReport => (memo ??= checkReport(reading, settings));
  const report: Report = {
    reading,
    ...(year ? { year } : {}),
    agency,
    level,
    table: (id) => fresh().report.table(id),
    section: (id) => fresh().report.section(id),
    row: (table, row) => fresh().report.row(table, row),
    cell: (table, row, column) => fresh().report.cell(table, row, column),
    value: (table, row, column) => fresh().report.value(table, row, column),
    reconciliation: (table) => fresh().report.reconciliation(table),
  };
  const moved = ({ start, end }: Span): Span => ({ start: start + shift, end: end + shift });
  const findings = before.findings.map(
    (finding, i): Found => ({
      ...finding,
      span: moved(finding.span),
      ...(finding.related ? { related: finding.related.map((place) => (place.document === undefined ? { ...place, span: moved(place.span) } : place)) } : {}),
      ...(finding.fixes ? { fixes: finding.fixes.map((fix, k) => ({ ...fix, edits: () => fresh().findings[i]?.fixes?.[k]?.edits() ?? [] })) } : {}),
      ...(finding.tableStart === undefined ? {} : { tableStart: finding.tableStart + shift }),
    }),
  );
  return { report, findings, failures: before.failures, tellsLines: before.tellsLines };
}
