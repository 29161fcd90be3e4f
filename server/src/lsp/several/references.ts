import type { Location, ReferenceParams } from 'vscode-languageserver';
import type { Span } from '../../core';
import { readProse } from '../../core/read/prose';
import { checkStatement, speaksOfReport } from '../../core/report/statements';
import type { CellPlace } from '../../core/report/reconcile';
import type { Entry } from '../../core/relatives';
import { offsetOf, rangeOf } from '../places';
import type { Feature, Session } from '../session';
import { cellAt, type CellAt } from './cells';
import { entryOf, locationIn } from './entries';

/** Where a value is used: the equations it takes part in, the prose that repeats it, other reports that must agree with it. */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  register(session) {
    session.connection.onReferences(
      session.guard('textDocument/references', null, async ({ textDocument: { uri }, position, context }: ReferenceParams): Promise<Location[] | null> => {
        const snapshot = await session.snapshot(uri);
        if (!snapshot) return null;
        const { document, reports } = snapshot.analysis;
        const at = cellAt(reports, offsetOf(document.source, position));
        if (!at) return null;
        const spans = [...(context.includeDeclaration ? [at.cell.span] : []), ...inEquations(at), ...inProse(at)];
        const entry = entryOf(session, uri, reports.indexOf(at.report));
        return [...spans.map((span) => ({ uri, range: rangeOf(document.source, span) })), ...(entry ? inOthers(session, entry, at) : [])];
      }),
    );
  },
};

/** The cell each equation is told at: a total, or what is left over. */
function inEquations({ report, table, row, column, cell }: CellAt): Span[] {
  const is = (place: CellPlace): boolean => place.row === row && place.column === column;
  const spans = report.reconciliation(table).equations.flatMap(({ equation: { left, right, at } }) => {
    const told = [...left, ...right].some(is) ? report.cell(table.declaration.id, at.row, at.column)?.span : undefined;
    return told && told.start !== cell.span.start ? [told] : [];
  });
  return spans.filter((span, i) => spans.findIndex(({ start }) => start === span.start) === i);
}

function inProse({ report, cell }: CellAt): Span[] {
  return readProse(report.reading).statements.flatMap((statement) => {
    if (!speaksOfReport(report, statement)) return [];
    return checkStatement(report, statement).expected.some(({ cells }) => cells.some(({ span }) => span.start === cell.span.start)) ? [statement.number?.span ?? statement.span] : [];
  });
}

function inOthers(session: Session, entry: Entry, { report, table, row, column }: CellAt): Location[] {
  const { collection } = session.several;
  const { carries, stocks, rollUp } = report.reading.format;
  const id = table.declaration.id;
  const places: (readonly [Entry | undefined, string])[] = [];
  for (const carry of carries) {
    if (carry.table !== id) continue;
    if (carry.row === row) places.push([collection.lastYear(entry), carry.lastYearRow]);
    if (carry.lastYearRow === row) places.push([collection.nextYear(entry), carry.row]);
  }
  if (stocks.some((stock) => stock.table === id && stock.rows.includes(row) && stock.stock === column)) places.push([collection.lastYear(entry), row], [collection.nextYear(entry), row]);
  const added = rollUp[id];
  if (added && (added.length === 0 || added.includes(row))) for (const other of [...collection.parentsOf(entry), ...collection.children(entry).children]) places.push([other, row]);
  return places.flatMap(([other, otherRow]) => (other && locationIn(session, other, id, otherRow, column)) ?? []);
}
