import { RequestType } from 'vscode-languageserver';
import { previewHtml } from '../core/preview';
import type { Feature } from './session';

/** A document as it will be published. */
export interface Preview {
  /** The version the offsets in the page are those of. */
  readonly version: number;
  /** Body of a page; empty while nothing of a report is recognised. */
  readonly html: string;
  /** Of the first report, on one line; empty when it has none. */
  readonly title: string;
}

export interface PreviewParams {
  readonly uri: string;
  /** Without the marks of the findings: for readers, not for the writer. */
  readonly unmarked?: boolean;
}

export const PreviewRequest = new RequestType<PreviewParams, Preview | null, void>('disclosureReport/preview');

/** The page shown beside the text. Null when the document is no report or has moved on meanwhile. */
export const preview: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(
      PreviewRequest,
      session.guard(PreviewRequest.method, null as Preview | null, async ({ uri, unmarked }: PreviewParams) => {
        const snapshot = await session.snapshot(uri);
        if (!snapshot) return null;
        const { analysis, version } = snapshot;
        const title = analysis.reports[0]?.reading.title;
        return { version, html: previewHtml(unmarked ? { ...analysis, findings: [] } : analysis, session.options.language), title: title ? analysis.document.source.slice(title.span).replace(/[\s#*]+/g, '') : '' };
      }),
    );
  },
};
