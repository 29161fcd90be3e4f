import { NotificationType } from 'vscode-languageserver';
import type { DocumentKind, Severity } from '../core';
import { MOST_FINDINGS } from './diagnostics';
import { LONGEST, type Snapshot } from './documents';
import type { Session } from './session';

/** What the client's status item shows. */
export interface DocumentStatus {
  readonly uri: string;
  readonly kind: DocumentKind;
  /** Id and name of the format the (first) report is read by. */
  readonly format?: string;
  readonly formatName?: string;
  /** The report year, where the text tells it. */
  readonly year?: number;
  /** Of all findings, those not shown included. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Only the first so many findings are shown. */
  readonly shown?: number;
  /** It seems to be a report, but has more characters than this and is not read. */
  readonly longest?: number;
}

export const StatusNotification = new NotificationType<DocumentStatus>('disclosureReport/status');

/** Tells the client what a document is, whenever that changes. Of a document that never was a report nothing is said. */
export class StatusReporter {
  private readonly told = new Map<string, string>();

  forget(uri: string): void {
    this.told.delete(uri);
  }

  update(session: Session, uri: string, snapshot: Snapshot | undefined): void {
    const status = statusOf(session, uri, snapshot);
    const text = JSON.stringify(status);
    const before = this.told.get(uri);
    if (before === text || (before === undefined && status.kind === 'other' && status.longest === undefined)) return;
    this.told.set(uri, text);
    session.connection.sendNotification(StatusNotification, status).catch((error: unknown) => session.log.error(StatusNotification.method, error));
  }
}

function statusOf(session: Session, uri: string, snapshot: Snapshot | undefined): DocumentStatus {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  if (!snapshot) return { uri, kind: 'other', counts, ...(session.documents.isTooLong(uri) ? { longest: LONGEST } : {}) };
  const { document, reports, findings } = snapshot.analysis;
  for (const { severity } of findings) counts[severity]++;
  const [report] = reports;
  return {
    uri,
    kind: document.kind,
    ...(report ? { format: report.reading.format.id, formatName: session.say(report.reading.format.name) } : {}),
    ...(report?.year ? { year: report.year.value } : {}),
    counts,
    ...(findings.length > MOST_FINDINGS ? { shown: MOST_FINDINGS } : {}),
  };
}
