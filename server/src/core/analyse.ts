import { checkProse, checkReport, checkedAgain, type CheckedReport } from './check-report';
import { readAgain, readDocument, type Again } from './read';
import type { DocumentReading } from './read/types';
import type { Relatives } from './report/relatives';
import type { Report } from './report/report';
import { rules } from './rules';
import { outsideMarked } from './rules/marked';
import { TO_REWRITE } from './format/leftovers';
import type { Finding, Severity } from './rules/types';
import { suppress, WORD, type UnusedSuppression } from './suppress';
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
  /**
   * The analysis of the version before: what the change did not touch is taken from it. The result is the same without
   * it. Only taken where `severities` is the same object.
   */
  readonly previous?: Analysis;
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

/** Each analysis with what one of the next version may take over from it; never the one before, or none would ever be freed. */
const kept = new WeakMap<Analysis, Kept>();

interface Kept {
  readonly checked: readonly CheckedReport[];
  readonly settings: AnalysisSettings;
  /** No comment and no mark in the text has a say in what is told of it. */
  readonly plain: boolean;
}

/** One of these stands in every comment and mark that says what is told. */
const TELLING = [WORD, TO_REWRITE];
const LONGEST = Math.max(...TELLING.map((word) => word.length));
const tells = (text: string): boolean => TELLING.some((word) => text.includes(word));

/** Reads a text and checks it by every rule. Never throws. */
export function analyse(text: string, { previous, ...settings }: AnalysisSettings = {}): Analysis {
  const again = checkAgain(text, settings, previous);
  const document = again?.document ?? readDocument(text, settings);
  const checked = again?.checked ?? document.reports.map((reading) => checkReport(reading, settings));
  const { source } = document;
  const failures = checked.flatMap((each) => each.failures);
  const all = checked.flatMap((each) => each.findings);
  // Looked for in the whole text once, and then where it changes.
  const plain = !tells(again?.plain ? text.slice(Math.max(0, again.change.start - LONGEST), again.change.newEnd + LONGEST) : text);
  const found = plain ? { kept: all, unused: [] } : suppress(source, document.reports, outsideMarked(text, all));
  const findings: Finding[] = found.kept.map(({ tableStart, ...finding }) => ({ ...finding, fixes: [...(finding.fixes ?? []), suppressHere(source, finding, tableStart)] }));
  if (checked.length > 0) findings.push(...unusedFindings(source, found.unused, settings));
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const analysis = { document, reports: checked.map(({ report }) => report), findings, failures };
  kept.set(analysis, { checked, settings, plain });
  return analysis;
}

/** The reports of a new version, all but the changed one taken over; `undefined` where everything has to be read. */
function checkAgain(text: string, settings: AnalysisSettings, previous: Analysis | undefined): (Pick<Kept, 'checked' | 'plain'> & Pick<Again, 'document' | 'change'>) | undefined {
  const before = previous && kept.get(previous);
  if (!before || !sameSettings(before.settings, settings)) return undefined;
  // What other reports say may have changed without notice: those that are compared with them are looked at again.
  if (before.checked.length > 1 && (before.settings.relatives ?? settings.relatives)) return undefined;
  const again = readAgain(previous.document, text, settings);
  if (!again) return undefined;
  const { document, index, ofProse, change, shift, lines } = again;
  const checked = document.reports.map((reading, i) => {
    const known = before.checked[i];
    if (known && i === index && ofProse) return checkProse(known, reading, settings);
    if (!known || i === index || (i > index && lines !== 0 && known.tellsLines)) return checkReport(reading, settings);
    return checkedAgain(known, reading, i > index ? shift : 0, settings);
  });
  return { document, checked, plain: before.plain, change };
}

function sameSettings(a: AnalysisSettings, b: AnalysisSettings): boolean {
  return a.severities === b.severities && a.format === b.format && a.assumeReport === b.assumeReport && a.fileYear === b.fileYear;
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
