import { DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError, type CancellationToken, type DocumentDiagnosticParams, type DocumentDiagnosticReport, type FullDocumentDiagnosticReport } from 'vscode-languageserver';
import { SOURCE, documentFindings } from './diagnostics';
import { pause, Timers } from './later';
import type { Feature, Session } from './session';
import type { StatusReporter } from './status';

const nothing = (): FullDocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, items: [] });

/** Findings when the client asks for them. */
export class PullDiagnostics implements Feature {
  private readonly later = new Timers();
  private readonly last = new Map<string, FullDocumentDiagnosticReport>();
  /** The edition answered last: asking about it again needs no delay. */
  private readonly answered = new Map<string, number>();

  constructor(private readonly status: StatusReporter) {}

  /** A report's findings depend on other reports; a client that can be told when to ask again needs not ask at every edit of any. */
  capabilities({ features }: Session): ReturnType<Feature['capabilities']> {
    return { diagnosticProvider: { identifier: SOURCE, interFileDependencies: !features.pullRefresh, workspaceDiagnostics: false } };
  }

  register(session: Session): void {
    session.connection.languages.diagnostics.on((params, token) => this.answer(session, params, token));
    session.documents.open.onDidClose(({ document: { uri } }) => {
      this.later.clear(uri);
      this.last.delete(uri);
      this.answered.delete(uri);
    });
    session.atEnd(() => this.later.clearAll());
  }

  /** Settings have changed. */
  refresh(session: Session): void {
    if (session.features.pullRefresh) session.connection.languages.diagnostics.refresh().catch((error: unknown) => session.log.error('workspace/diagnostic/refresh', error));
  }

  /**
   * Never rejects but when the request is cancelled or the document has moved on: a client that gets another error may
   * never ask again. Cancellation carries no data, which makes every client ask anew.
   */
  private async answer(session: Session, { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const edition = session.documents.editionOf(uri);
    if (edition === undefined) return nothing();
    // The client does not wait while keys are struck (nor while an input method composes): this does. A draft just opened
    // has had no key struck in it.
    if (this.answered.get(uri) !== edition && session.documents.lastEdit(uri)) await pause(session.options.diagnosticDelay, token);
    let report: DocumentDiagnosticReport;
    try {
      this.check(session, uri, edition, token);
      const snapshot = await session.documents.snapshot(uri, session.settings);
      this.check(session, uri, edition, token);
      this.status.update(session, uri, snapshot);
      if (!snapshot) report = nothing();
      else {
        const { items, id, moreIn } = documentFindings(session, snapshot);
        if (moreIn === undefined) this.later.clear(uri);
        else this.later.set(uri, moreIn, () => this.refresh(session));
        report = id === previousResultId ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id } : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
      }
      // It may have been closed meanwhile: then nothing is remembered of it.
      if (session.documents.editionOf(uri) !== edition) return report;
      if (report.kind === DocumentDiagnosticReportKind.Full) this.last.set(uri, report);
      this.answered.set(uri, edition);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      session.log.error('textDocument/diagnostic', error);
      this.status.failed(session, uri);
      report = this.last.get(uri) ?? nothing();
    }
    return report;
  }

  private check(session: Session, uri: string, edition: number, token: CancellationToken): void {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const now = session.documents.editionOf(uri);
    if (now !== undefined && now !== edition) throw new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has moved on');
  }
}
