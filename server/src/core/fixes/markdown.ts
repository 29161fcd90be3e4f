import type { TableReading } from '../read/types';
import type { Report } from '../report/report';
import type { TextEdit } from '../text/span';

export interface MarkdownOptions {
  /** Characters of ambiguous East Asian width (“ ” — …) count two columns. */
  readonly ambiguousWide: boolean;
}

/** Writes a table, whatever its layout, as an aligned Markdown table in its place. Nothing is lost; `undefined` when that cannot be had. */
export function toMarkdown(report: Report, table: TableReading, options: MarkdownOptions): readonly TextEdit[] | undefined {
  void report;
  void table;
  void options;
  return undefined;
}
