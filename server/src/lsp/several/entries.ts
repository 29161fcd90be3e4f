import type { Location } from 'vscode-languageserver';
import { cellsOf, type Entry } from '../../core/relatives';
import type { Session } from '../session';
import { rangeIn } from './places';

/** A report of a document as the workspace knows it; `undefined` until all reports of the workspace have been read. */
export const entryOf = ({ several }: Session, uri: string, index: number): Entry | undefined => (several.ready ? several.collection.of(uri)[index] : undefined);

/** Where a cell of another report stands; `undefined` when it has no certain value. */
export function locationIn(session: Session, { id, facts }: Entry, table: string, row: string, column: string): Location | undefined {
  const cell = cellsOf(facts).cell(table, row, column);
  const range = cell && rangeIn(session, id, cell.span);
  return range && { uri: id, range };
}
