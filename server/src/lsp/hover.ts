import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import { placeName, tableAt, type CellReading, type Report, type RowReading, type TableReading } from '../core';
import { both } from '../core/text/bilingual';
import { format } from '../core/text/exact';
import { rowPath } from '../core/writing/cell-place';
import type { Span } from '../core';
import type { AssessedEquation, CellPlace } from '../core/report/reconcile';
import { hoverOutside } from './hover-prose';
import { HoverText } from './hover-text';
import { offsetOf, rangeOf } from './places';
import type { Feature, Session } from './session';
import { severalLines } from './several/hover-lines';

/** On a value: its row and column in words and the equations it takes part in. On a label or heading: what it means. On a number of the prose: its cell. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register(session) {
    session.connection.onHover(
      session.guard('textDocument/hover', null, async ({ textDocument: { uri }, position }: HoverParams): Promise<Hover | null> => {
        const snapshot = await session.snapshot(uri);
        if (!snapshot) return null;
        const { document, reports } = snapshot.analysis;
        const offset = offsetOf(document.source, position);
        const found = tableAt(reports, offset);
        const report = reports.find(({ reading: { span } }) => span.start <= offset && offset <= span.end);
        const said = (found && hoverAt(session, found.report, found.table, offset, (place, text) => severalLines(session, uri, reports.indexOf(found.report), found.report, found.table.declaration.id, place, text))) ?? (report && hoverOutside(session, report, offset));
        return said ? { contents: { kind: session.features.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText, value: said.text.toString() }, range: rangeOf(document.source, said.span) } : null;
      }),
    );
  },
};

const at = ({ span }: CellReading, offset: number): boolean => span.start <= offset && offset <= span.end && span.end > span.start;

/** @param more adds what other reports say of a value. */
function hoverAt(session: Session, report: Report, table: TableReading, offset: number, more: (place: CellPlace, text: HoverText) => void): { text: HoverText; span: Span } | undefined {
  for (const row of table.rows) {
    const index = row.cells?.findIndex((cell) => at(cell, offset)) ?? -1;
    const cell = row.cells?.[index];
    const column = row.declaration.columns[index];
    if (cell && column) {
      const place = { row: row.declaration.id, column: column.id };
      const text = ofCell(session, report, table, row, place);
      more(place, text);
      return { text, span: cell.span };
    }
    if (row.declaration.label !== '' && row.label.start <= offset && offset < row.label.end && !row.values.some((value) => at(value, offset))) return { text: ofLabel(session, table, row), span: row.label };
  }
  return undefined;
}

const pathOf = (table: TableReading, row: RowReading): string => rowPath(table, row).join(' › ');

function ofLabel(session: Session, table: TableReading, row: RowReading): HoverText {
  return new HoverText(session.features.markdownHover).heading(pathOf(table, row)).paragraph(session.say(row.declaration.note));
}

function ofCell(session: Session, report: Report, table: TableReading, row: RowReading, place: CellPlace): HoverText {
  const column = row.declaration.columns.find(({ id }) => id === place.column);
  const text = new HoverText(session.features.markdownHover).heading([pathOf(table, row), column ? session.say(column.name) : ''].filter((part) => part !== '').join(' · '));
  const is = (each: CellPlace): boolean => each.row === place.row && each.column === place.column;
  for (const equation of report.reconciliation(table).equations) {
    const { left, right } = equation.equation;
    if ([...left, ...right].some(is)) equationLines(session, table, equation, text);
  }
  return text;
}

/** `✓ 名称：23 = 23`, and below it the terms of each side that has several, zeros left out. */
function equationLines(session: Session, table: TableReading, { equation, state, leftSum, rightSum }: AssessedEquation, text: HoverText): void {
  const colon = session.say(both('：', ': '));
  const name = `${session.say(placeName(table.declaration, equation.at))}${session.say(both('（', ' ('))}${session.say(equation.name)}${session.say(both('）', ')'))}`;
  if (state === 'unassessable' || !leftSum || !rightSum) {
    text.item(`${name}${colon}${session.say(both('有的数读不出来，不核对', 'not checked, a value cannot be read'))}`);
    return;
  }
  text.item(`${state === 'holds' ? '✓' : '✗'} ${name}${colon}${format(leftSum)} ${state === 'holds' ? '=' : '≠'} ${format(rightSum)}`);
  for (const side of [equation.left, equation.right]) {
    if (side.length < 2) continue;
    for (const term of side) {
      const value = valueOf(table, term);
      if (value && value.units !== 0n) text.item(`${session.say(placeName(table.declaration, term))}${colon}${format(value)}`, 1);
    }
  }
}

function valueOf(table: TableReading, place: CellPlace): CellReading['value'] {
  const row = table.rows.find(({ declaration }) => declaration.id === place.row);
  return row?.cells?.[row.declaration.columns.findIndex(({ id }) => id === place.column)]?.value;
}
