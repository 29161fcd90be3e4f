import type { TableReading } from './read/types';
import type { Report } from './report/report';

/** The table an offset of the raw text lies in (or on whose lines it lies), with its report. */
export function tableAt(reports: readonly Report[], offset: number): { readonly report: Report; readonly table: TableReading } | undefined {
  for (const report of reports) {
    const { source } = report.reading;
    const line = source.lineAt(offset);
    for (const table of report.reading.tables) if (source.lineAt(table.span.start) <= line && line <= source.lineAt(table.span.end)) return { report, table };
  }
  return undefined;
}
