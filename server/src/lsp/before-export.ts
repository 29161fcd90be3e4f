import { RequestType, type Range } from 'vscode-languageserver';
import { rangeOf } from './places';
import type { Feature } from './session';

/** What a writer is shown, and has to confirm, before a draft becomes the document that is published. */
export interface BeforeExport {
  readonly version: number;
  /** Findings at error level in the order of the text. */
  readonly errors: readonly { readonly message: string; readonly range: Range }[];
}

export const BeforeExportRequest = new RequestType<{ readonly uri: string }, BeforeExport | null, void>('disclosureReport/beforeExport');

/** Of the text as it is now, findings held back while a row is typed included. Null when the document is no report. */
export const beforeExport: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(
      BeforeExportRequest,
      session.guard(BeforeExportRequest.method, null as BeforeExport | null, async ({ uri }: { readonly uri: string }) => {
        const snapshot = await session.snapshot(uri);
        if (!snapshot || snapshot.analysis.reports.length === 0) return null;
        const { document, findings } = snapshot.analysis;
        const errors = findings.filter(({ severity }) => severity === 'error');
        return { version: snapshot.version, errors: errors.map(({ message, span }) => ({ message: session.say(message), range: rangeOf(document.source, span) })) };
      }),
    );
  },
};
