import { createHash } from 'node:crypto';
import type { Analysis, Finding, Fix, Position, RelatedPlace, Severity, SourceText, Span } from '../core';
import type { Language } from './language';

/** Lines and UTF-16 columns from 0, as in the editor; half-open. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Replacement {
  readonly range: Range;
  readonly newText: string;
}

/** A finding in one language, with nothing behind it that would keep the draft in memory. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** Stays the same while the finding only moves; the draft cannot be read from it. */
  readonly fingerprint: string;
  /** `path` where the place is in another file. */
  readonly related: readonly { readonly path?: string; readonly range: Range; readonly message: string }[];
  /** Suppression comments left out. */
  readonly fixes: readonly { readonly title: string; readonly replacements: readonly Replacement[] }[];
}

/** What checking one file gave. */
export interface FileResult {
  readonly path: string;
  readonly kind: Analysis['document']['kind'];
  /** Year and format of the (first) report; `null` when unknown. */
  readonly year: number | null;
  readonly format: string | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Rules that threw, as `code: reason`. */
  readonly failures: readonly string[];
  /** Number of edits written by `--fix`. */
  readonly fixed: number;
}

export interface ResultOptions {
  readonly language: Language;
  /** Computes the fixes' edits too, which only some outputs need. */
  readonly withFixes: boolean;
  readonly fixed: number;
  /** Where an offset of another file stands; places for which it gives none are left out. */
  readonly positionIn?: (path: string, offset: number) => Position | undefined;
}

export function fileResult(path: string, analysis: Analysis, { language, withFixes, fixed, positionIn }: ResultOptions): FileResult {
  const { document, reports, findings, failures } = analysis;
  const [first] = reports;
  const { source } = document;
  const problems = failures.map(({ code, error }) => `${code}: ${String(error)}`);
  const fixesOf = (finding: Finding): Diagnostic['fixes'] => (withFixes ? (finding.fixes ?? []).flatMap((fix) => writtenOut(source, finding, fix, language, problems)) : []);
  return {
    path,
    kind: document.kind,
    year: first?.year?.value ?? null,
    format: first?.reading.format.id ?? null,
    diagnostics: findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      message: finding.message[language],
      range: rangeOf(source, finding.span),
      fingerprint: fingerprint(source, finding),
      related: (finding.related ?? []).flatMap((place) => relatedOf(source, place, language, positionIn)),
      fixes: fixesOf(finding),
    })),
    failures: problems,
    fixed,
  };
}

const rangeOf = (source: SourceText, span: Span): Range => ({ start: source.positionAt(span.start), end: source.positionAt(span.end) });

function relatedOf(source: SourceText, { span, message, document }: RelatedPlace, language: Language, positionIn: ResultOptions['positionIn']): Diagnostic['related'] {
  if (document === undefined) return [{ range: rangeOf(source, span), message: message[language] }];
  const start = positionIn?.(document, span.start);
  if (!start) return [];
  // What is told by its start alone (a cell) stands on one line.
  const end = positionIn?.(document, span.end) ?? { line: start.line, character: start.character + span.end - span.start };
  return [{ path: document, range: { start, end }, message: message[language] }];
}

function writtenOut(source: SourceText, { code }: Finding, fix: Fix, language: Language, problems: string[]): Diagnostic['fixes'] {
  if (fix.suppression) return [];
  try {
    const replacements = fix.edits().map(({ span, newText }) => ({ range: rangeOf(source, span), newText }));
    return replacements.length === 0 ? [] : [{ title: fix.title[language], replacements }];
  } catch (error) {
    // A fix that throws costs itself, as a rule does.
    problems.push(`${code}: ${String(error)}`);
    return [];
  }
}

/** The Chinese message stands for the place (it names row, column and numbers), so that neither lines nor locale matter. */
function fingerprint(source: SourceText, { code, message, span }: Finding): string {
  return createHash('sha256').update(JSON.stringify([code, message.zh, source.slice(span)])).digest('hex').slice(0, 16);
}
