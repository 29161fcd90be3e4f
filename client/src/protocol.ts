import { NotificationType, RequestType } from 'vscode-languageclient';
import type { InsertableSnippet } from '../../server/src/lsp/snippets';
import type { DocumentStatus } from '../../server/src/lsp/status';

export type { DocumentStatus, InsertableSnippet };

/** What a document is, sent by the server whenever that changes. */
export const StatusNotification = new NotificationType<DocumentStatus>('disclosureReport/status');

/** All that can be inserted into a document. */
export const SnippetsRequest = new RequestType<{ readonly uri: string }, InsertableSnippet[], void>('disclosureReport/snippets');

/** Kinds of the server's code actions that commands run. */
export const ActionKind = {
  recomputeTotals: 'refactor.rewrite.disclosureReport.recomputeTotals',
  toMarkdown: 'refactor.rewrite.disclosureReport.toMarkdown',
  fixAll: 'source.fixAll.disclosureReport',
} as const;
