import type { InsertableSnippet } from '../../server/src/lsp/snippets';
import type { DocumentStatus } from '../../server/src/lsp/status';

export type { DocumentStatus, InsertableSnippet };

/** Methods the client names itself; as strings, so that the library is not loaded for them. */
export const Method = {
  /** Notification with a `DocumentStatus`, whenever it changes what a document is. */
  status: 'disclosureReport/status',
  /** `{ uri }` → `InsertableSnippet[]`. */
  snippets: 'disclosureReport/snippets',
  codeAction: 'textDocument/codeAction',
} as const;

/** Kinds of the server's code actions that commands run. */
export const ActionKind = {
  recomputeTotals: 'refactor.rewrite.disclosureReport.recomputeTotals',
  toMarkdown: 'refactor.rewrite.disclosureReport.toMarkdown',
  fixAll: 'source.fixAll.disclosureReport',
} as const;
