import type { Location, TextDocumentPositionParams } from 'vscode-languageserver';
import { offsetOf } from '../places';
import type { Feature, Session } from '../session';
import { cellAt } from './cells';
import { entryOf, locationIn } from './entries';

/** From what was carried in to last year’s report, where it was carried out. */
export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  register(session) {
    session.connection.onDefinition(
      session.guard('textDocument/definition', null, async ({ textDocument: { uri }, position }: TextDocumentPositionParams): Promise<Location | null> => {
        const snapshot = await session.snapshot(uri);
        if (!snapshot) return null;
        const { document, reports } = snapshot.analysis;
        const at = cellAt(reports, offsetOf(document.source, position));
        if (!at) return null;
        const carry = at.report.reading.format.carries.find(({ table, row }) => table === at.table.declaration.id && row === at.row);
        return (carry && lastYears(session, uri, reports.indexOf(at.report), carry.table, carry.lastYearRow, at.column)) ?? null;
      }),
    );
  },
};

function lastYears(session: Session, uri: string, index: number, table: string, row: string, column: string): Location | undefined {
  const entry = entryOf(session, uri, index);
  const last = entry && session.several.collection.lastYear(entry);
  return last && locationIn(session, last, table, row, column);
}
