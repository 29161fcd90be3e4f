import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Finding, Severity } from '../core';
import type { Snapshot } from './documents';
import { heldBack, MOMENT } from './held-back';
import { rangeOf } from './places';
import { rangeIn } from './several/places';
import { rulePage } from './rule-page';
import type { Session } from './session';

export const SOURCE = 'disclosure-report';

/** More findings than this in one document help nobody. */
export const MOST_FINDINGS = 1000;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What is told about one version of a document at one moment. */
export interface DocumentFindings {
  readonly findings: readonly Finding[];
  readonly items: Diagnostic[];
  /** Equal ids mean equal items. */
  readonly id: string;
  /** In how many ms the findings held back are due, rounded up: a timer may strike a little early. Absent when none is. */
  readonly moreIn?: number;
}

/** The findings of a snapshot as diagnostics, those about a row being typed at left out for a moment. */
export function documentFindings(session: Session, snapshot: Snapshot): DocumentFindings {
  const { uri, serial, analysis } = snapshot;
  const edit = session.documents.lastEdit(uri);
  const moment = session.host.heldBackFor ?? MOMENT;
  const left = edit ? edit.at + moment - performance.now() : 0;
  // Held-back findings have to be fetched later; a client that cannot be told to do so gets them at once.
  const later = session.options.diagnosticDelay > 0 && (!session.features.pull || session.features.pullRefresh);
  const waiting = later && edit && left > 0 ? analysis.findings.filter((finding) => heldBack(snapshot, finding, edit)) : [];
  let findings = waiting.length === 0 ? analysis.findings : analysis.findings.filter((finding) => !waiting.includes(finding));
  if (findings.length > MOST_FINDINGS) {
    session.log.once(`${uri} findings`, () => session.log.warn(`${uri}: the first ${MOST_FINDINGS} of ${analysis.findings.length} findings are shown`));
    findings = findings.slice(0, MOST_FINDINGS);
  }
  return {
    findings,
    items: findings.map((finding) => diagnosticOf(session, snapshot, finding)),
    id: waiting.length === 0 ? `${serial}` : `${serial}-${waiting.map((finding) => analysis.findings.indexOf(finding)).join('.')}`,
    ...(waiting.length === 0 ? {} : { moreIn: Math.ceil(left) + 1 }),
  };
}

export function diagnosticOf(session: Session, { uri, analysis }: Snapshot, finding: Finding): Diagnostic {
  const { source } = analysis.document;
  const related = (finding.related ?? []).flatMap(({ span, message, document }): DiagnosticRelatedInformation[] => {
    const range = document === undefined || document === uri ? rangeOf(source, span) : rangeIn(session, document, span);
    return range ? [{ location: { uri: document ?? uri, range }, message: session.say(message) }] : [];
  });
  return {
    range: rangeOf(source, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.code,
    codeDescription: { href: rulePage(session.options.rulePages, finding.code) },
    source: SOURCE,
    message: session.say(finding.message),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(finding.data ? { data: plain(finding.data) } : {}),
  };
}

/** What JSON cannot hold would make the whole answer fail: exact numbers are written out. */
const plain = (data: Readonly<Record<string, unknown>>): unknown => JSON.parse(JSON.stringify(data, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
