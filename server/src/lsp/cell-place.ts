import { RequestType, type Position, type Range } from 'vscode-languageserver';
import type { CellReading } from '../core';
import { cellAt, crossOf, rowPath } from '../core/writing/cell-place';
import { rowName } from '../core/rules/words';
import { offsetOf, rangeOf } from './places';
import type { Feature } from './session';

/** Where in a table a position is, in the client's language. */
export interface CellPlace {
  readonly version: number;
  /** The row’s own label, empty where it has none, and the column’s name, as short as it can be told by. */
  readonly name: { readonly row: string; readonly column: string };
  /** With all groups of the row and all cells of the header above it. */
  readonly full: string;
  readonly row: readonly Range[];
  readonly column: readonly Range[];
}

export const CellPlaceRequest = new RequestType<{ readonly uri: string; readonly position: Position }, CellPlace | null, void>('disclosureReport/cellPlace');

/** Tells which row and column a number is in, so that nobody has to count. Null where there is no value. */
export const cellPlace: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(
      CellPlaceRequest,
      session.guard(CellPlaceRequest.method, null as CellPlace | null, async ({ uri, position }: { readonly uri: string; readonly position: Position }) => {
        const snapshot = await session.snapshot(uri);
        if (!snapshot) return null;
        const { document, reports } = snapshot.analysis;
        const found = cellAt(reports, offsetOf(document.source, position));
        if (!found) return null;
        const { table, row, column } = found;
        const cross = crossOf(found);
        const ranges = (cells: readonly CellReading[]): Range[] => cells.filter(({ span }) => span.end > span.start).map(({ span }) => rangeOf(document.source, span));
        const path = rowPath(table, row);
        const name = column ? session.say(column.name) : '?';
        const last = session.options.language === 'zh' ? (column?.path.at(-1) ?? '?') : name;
        // Where the last header cell stands under several groups, its own words do not tell it.
        const shown = column && table.declaration.rows[0]?.columns.filter(({ path: other }) => other.at(-1) === column.path.at(-1)).length !== 1 ? name : last;
        return {
          version: snapshot.version,
          name: { row: rowName(row.declaration), column: shown },
          full: [path.join(' › '), name].filter((part) => part !== '').join(' · '),
          row: ranges(cross.row),
          column: ranges(cross.column),
        };
      }),
    );
  },
};
