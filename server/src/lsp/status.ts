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
  /** Codes of rules that could not be run; the log tells why. */
  readonly failed?: readonly string[];
  /** It could not be checked at all because of a defect of ours; the log tells which. */
  readonly defect?: true;
}

export const StatusNotification = new NotificationType<DocumentStatus>('disclosureReport/status');

/** Tells the client what a document is, whenever that changes. Of a document that never was a report nothing is said. */
export class StatusReporter {
  private readonly told = new Map<string, string>();

  forget(uri: string): void {
    this.told.delete(uri);
  }

  update(session: Session, uri: string, snapshot: Snapshot | undefined): void {
    this.tell(session, statusOf(session, uri, snapshot));
  }

  /** Checking a document has failed: what was said of it before does not hold. */
  failed(session: Session, uri: string): void {
    this.tell(session, { uri, kind: 'other', counts: none(), defect: true });
  }

  private tell(session: Session, status: DocumentStatus): void {
    const { uri } = status;
    const text = JSON.stringify(status);
    const before = this.told.get(uri);
    if (before === text || (before === undefined && status.kind === 'other' && status.longest === undefined && !status.defect)) return;
    this.told.set(uri, text);
    session.connection.sendNotification(StatusNotification, status).catch((error: unknown) => session.log.error(StatusNotification.method, error));
  }
}

const none = (): Record<Severity, number> => ({ error: 0, warning: 0, information: 0, hint: 0 });

function statusOf(session: Session, uri: string, snapshot: Snapshot | undefined): DocumentStatus {
  const counts = none();
  if (!snapshot) return { uri, kind: 'other', counts, ...(session.documents.isTooLong(uri) ? { longest: LONGEST } : {}) };
  const { document, reports, findings, failures } = snapshot.analysis;
  for (const { severity } of findings) counts[severity]++;
  const [report] = reports;
  return {
    uri,
    kind: document.kind,
    ...(report ? { format: report.reading.format.id, formatName: session.say(report.reading.format.name) } : {}),
    ...(report?.year ? { year: report.year.value } : {}),
    counts,
    ...(findings.length > MOST_FINDINGS ? { shown: MOST_FINDINGS } : {}),
    ...(failures.length > 0 ? { failed: [...new Set(failures.map(({ code }) => code))] } : {}),
  };
}
