import { readDocument } from '../read';
import type { TableReading } from '../read/types';
import type { Report } from '../report/report';
import { applyEdits, type TextEdit } from '../text/span';

/**
 * The table as it would be read after some edits to it; `undefined` when the text would no longer be read as the same
 * report with the same tables.
 */
export function reread(report: Report, table: TableReading, edits: readonly TextEdit[]): TableReading | undefined {
  const { source, format, tables, span } = report.reading;
  const { reports } = readDocument(applyEdits(source.text, edits), { format: format.id, assumeReport: true });
  // Nothing before the report is touched, so that it begins where it began.
  const again = reports.find((each) => each.span.start === span.start) ?? reports[0];
  const index = tables.indexOf(table);
  if (!again || again.tables.length !== tables.length || again.sections.length !== report.reading.sections.length) return undefined;
  const found = again.tables[index];
  return found?.declaration === table.declaration ? found : undefined;
}

/** A row's values by their texts, for comparing one reading with another. */
export const rowText = (row: TableReading['rows'][number]): string => `${row.declaration.id} ${row.alignment} ${row.values.map((cell) => cell.text).join('|')}`;
