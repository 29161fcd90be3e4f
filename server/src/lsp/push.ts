import { documentFindings } from './diagnostics';
import { Timers } from './later';
import type { Feature, Session } from './session';
import type { StatusReporter } from './status';

/** Findings for clients that do not ask for them. */
export class PushDiagnostics implements Feature {
  private readonly later = new Timers();
  /** Documents whose last message had findings or may be replaced. */
  private readonly told = new Set<string>();

  constructor(private readonly status: StatusReporter) {}

  capabilities(): ReturnType<Feature['capabilities']> {
    return {};
  }

  register(session: Session): void {
    const { open } = session.documents;
    // The first event of a document is its opening: nobody is typing yet.
    const opened = new Set<string>();
    open.onDidChangeContent(({ document: { uri } }) => {
      this.schedule(session, uri, opened.has(uri) ? session.options.diagnosticDelay : 0);
      opened.add(uri);
    });
    open.onDidClose(({ document: { uri } }) => {
      opened.delete(uri);
      this.later.clear(uri);
      if (this.told.delete(uri)) void session.connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    session.atEnd(() => this.later.clearAll());
  }

  /** Settings have changed. */
  refresh(session: Session): void {
    for (const uri of session.documents.open.keys()) this.schedule(session, uri, 0);
  }

  private schedule(session: Session, uri: string, ms: number): void {
    this.later.clear(uri);
    const publish = (): void =>
      void this.publish(session, uri).catch((error: unknown) => {
        session.log.error('publishing findings', error);
        this.status.failed(session, uri);
      });
    if (ms <= 0) publish();
    else this.later.set(uri, ms, publish);
  }

  /** What is no report is never told about, but for taking back what was told before. */
  private async publish(session: Session, uri: string): Promise<void> {
    const [version, edition] = [session.documents.versionOf(uri), session.documents.editionOf(uri)];
    if (version === undefined) return;
    const snapshot = await session.documents.snapshot(uri, session.settings);
    // A newer version has its own turn.
    if (session.documents.editionOf(uri) !== edition) return;
    this.status.update(session, uri, snapshot);
    if (snapshot?.analysis.document.kind !== 'report') {
      if (this.told.delete(uri)) await session.connection.sendDiagnostics({ uri, version, diagnostics: [] });
      return;
    }
    const { items, moreIn } = documentFindings(session, snapshot);
    if (moreIn !== undefined) this.later.set(uri, moreIn, () => this.schedule(session, uri, 0));
    this.told.add(uri);
    await session.connection.sendDiagnostics({ uri, version, diagnostics: items });
  }
}
