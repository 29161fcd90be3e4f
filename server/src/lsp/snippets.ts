import { RequestType } from 'vscode-languageserver';
import type { SnippetItem } from '../core';
import { bodyOf, offerAt } from './offer';
import type { Feature } from './session';

/** Something to insert, for a client that offers a list of its own. */
export interface InsertableSnippet {
  readonly id: string;
  readonly kind: SnippetItem['kind'];
  readonly label: string;
  readonly detail: string;
  /** In snippet syntax. */
  readonly body: string;
}

export const SnippetsRequest = new RequestType<{ readonly uri: string }, InsertableSnippet[], void>('disclosureReport/snippets');

/** All that can be inserted into a document, written as the document is; also where it is no report yet. */
export const snippets: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(
      SnippetsRequest,
      session.guard('disclosureReport/snippets', [] as InsertableSnippet[], async ({ uri }: { readonly uri: string }) => {
        const snapshot = await session.snapshot(uri);
        const offer = offerAt(session, snapshot, session.documents.open.get(uri)?.languageId);
        return offer.items.map((item) => ({
          id: item.id,
          kind: item.kind,
          label: session.say(item.label),
          detail: item.prefixes.join(' '),
          body: bodyOf(item, offer),
        }));
      }),
    );
  },
};
