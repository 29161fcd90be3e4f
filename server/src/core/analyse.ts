import { readDocument } from './read';
import type { DocumentReading } from './read/types';
import { describeReport } from './report';
import type { Relatives } from './report/relatives';
import type { Report } from './report/report';
import { rules } from './rules';
import { outsideMarked } from './rules/marked';
import type { Finding, Severity } from './rules/types';
import { suppress, type UnusedSuppression } from './suppress';
import { removeUnused, suppressHere } from './suppress/fix';
import { both } from './text/bilingual';
import type { SourceText } from './text/source';

export interface AnalysisSettings {
  /** Severity by code; `off` switches a rule off. A single finding's own lower severity is kept unless its code is named. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Id of the format to read the text by; told from the text when absent. */
  readonly format?: string;
  /** The user says that it is a report (own language id): read it even when little of it is there yet. */
  readonly assumeReport?: boolean;
  /** The year a file name or folder tells, used only when the text does not. */
  readonly fileYear?: number;
  readonly relatives?: (report: Report) => Relatives | undefined;
}

export interface Analysis {
  readonly document: DocumentReading;
  readonly reports: readonly Report[];
  /** Sorted by position; what a comment in the draft suppresses is left out. */
  readonly findings: readonly Finding[];
  /** Rules that threw; the others went on. */
  readonly failures: readonly { readonly code: string; readonly error: unknown }[];
}

/** The code of findings about suppression comments themselves. */
const UNUSED = 'unused-suppression';

/** Reads a text and checks it by every rule. Never throws. */
export function analyse(text: string, settings: AnalysisSettings = {}): Analysis {
  const document = readDocument(text, settings);
  const reports = document.reports.map((reading) => describeReport(reading, settings));
  const failures: { code: string; error: unknown }[] = [];
  const all: Finding[] = [];
  for (const report of reports) {
    const relatives = settings.relatives?.(report);
    for (const rule of rules) {
      const wanted = settings.severities?.[rule.code];
      if (wanted === 'off') continue;
      try {
        for (const finding of rule.check(report, relatives)) all.push({ ...finding, code: rule.code, severity: wanted ?? finding.severity ?? rule.severity });
      } catch (error) {
        failures.push({ code: rule.code, error });
      }
    }
  }
  if (reports.length === 0) return { document, reports, findings: all, failures };
  const { kept, unused } = suppress(document.source, document.reports, outsideMarked(text, all));
  const findings = kept.map((finding) => ({ ...finding, fixes: [...(finding.fixes ?? []), suppressHere(document.source, document.reports, finding)] }));
  findings.push(...unusedFindings(document.source, unused, settings));
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { document, reports, findings, failures };
}

function unusedFindings(source: SourceText, unused: readonly UnusedSuppression[], { severities = {} }: AnalysisSettings): (Finding & { fixes: NonNullable<Finding['fixes']>[number][] })[] {
  const severity = severities[UNUSED] ?? rules.find((rule) => rule.code === UNUSED)?.severity ?? 'off';
  if (severity === 'off') return [];
  // A code that is switched off anyway suppresses nothing today and may tomorrow.
  const off = (code: string): boolean => severities[code] === 'off';
  return unused
    .filter(({ code, directive }) => !(code === undefined ? directive.codes.length > 0 && directive.codes.every((each) => off(each.code)) : off(code)))
    .map((each) => ({
      code: UNUSED,
      severity,
      span: each.span,
      message: each.code === undefined ? both('这条注释没有关闭任何提示', 'This comment suppresses nothing') : both(`这里没有 ${each.code} 的提示可关闭`, `There is no ${each.code} here to suppress`),
      fixes: [removeUnused(source, each)],
    }));
}
