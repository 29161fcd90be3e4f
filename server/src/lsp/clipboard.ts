import { RequestType, type Position } from 'vscode-languageserver';
import { tableAt, type TableReading } from '../core';
import { copyTable, pasteTables } from '../core/writing/clipboard';
import { offerAt } from './offer';
import { offsetOf } from './places';
import type { Feature } from './session';

/** What the clipboard holds; `html` where it has that too. */
export interface PasteParams {
  readonly uri: string;
  readonly text: string;
  readonly html?: string;
}

export interface StandardTables {
  /** The tables in the notation of the document, an empty line between them. */
  readonly text: string;
  /** Their names in the client's language. */
  readonly names: readonly string[];
  /** Rows the clipboard does not have; they are blank. */
  readonly missing: number;
}

export interface CopiedTable {
  readonly text: string;
  /** With merged cells, as Word and Excel take them. */
  readonly html: string;
}

export const PasteRequest = new RequestType<PasteParams, StandardTables | null, void>('disclosureReport/pasteTable');
export const CopyRequest = new RequestType<{ readonly uri: string; readonly position: Position }, CopiedTable | null, void>('disclosureReport/copyTable');

/** More than this is no table of a report (UTF-16 units): Word's HTML of one is some hundred thousand. */
const LONGEST = 2_000_000;

/** Tables in and out by the clipboard. Each answers null where there is nothing for certain. */
export const clipboard: Feature = {
  capabilities: () => ({}),
  register(session) {
    const { connection } = session;
    connection.onRequest(
      PasteRequest,
      session.guard(PasteRequest.method, null as StandardTables | null, async ({ uri, text, html }: PasteParams) => {
        const document = session.documents.open.get(uri);
        if (!document) return null;
        const snapshot = await session.snapshot(uri);
        const { format, notation, report } = offerAt(session, snapshot, document.languageId);
        const layouts = new Set((report?.reading.tables ?? []).map((table: TableReading) => table.layout));
        const layout = layouts.size === 1 && layouts.has('html') ? 'html' : notation;
        for (const content of [html, text]) {
          if (content === undefined || content.length > LONGEST) continue;
          const tables = pasteTables(content, format, { layout });
          if (tables.length === 0) continue;
          const eol = snapshot?.analysis.document.source.eol ?? '\n';
          return {
            text: tables.map((each) => each.text.replace(/\n/g, eol)).join(eol + eol) + eol,
            names: tables.map(({ table }) => session.say(table.name)),
            missing: tables.reduce((count, { missing }) => count + missing, 0),
          };
        }
        return null;
      }),
    );
    connection.onRequest(
      CopyRequest,
      session.guard(CopyRequest.method, null as CopiedTable | null, async ({ uri, position }: { readonly uri: string; readonly position: Position }) => {
        const snapshot = await session.snapshot(uri);
        if (!snapshot) return null;
        const found = tableAt(snapshot.analysis.reports, offsetOf(snapshot.analysis.document.source, position));
        return found ? copyTable(found.table) : null;
      }),
    );
  },
};
