import { extract } from '../../core/extract';
import { toJson } from '../../core/extract/json';
import { readDocument } from '../../core/read';
import { describeReport } from '../../core/report';
import type { Report } from '../../core/report/report';

/** Whether a draft is read as the same reports: title, sections, every cell, and as many lines of prose. */
export function sameReports(reports: readonly Report[], draft: string): boolean {
  const again = readDocument(draft).reports.map((reading) => describeReport(reading));
  return again.length === reports.length && again.every((report, i) => sameTitle(reports[i] as Report, report) && summary(report) === summary(reports[i] as Report));
}

/** The same title and agency, or more of them: a title broken over three lines is understood when it is one. */
function sameTitle(before: Report, after: Report): boolean {
  const words = (report: Report): string => (extract(report).title ?? '').replace(/[\s#]/g, '');
  return words(after).endsWith(words(before)) && (before.agency === '' || after.agency === before.agency);
}

function summary(report: Report): string {
  const { sections, year, format, tables } = extract(report);
  const { reading } = report;
  return toJson({
    year,
    format,
    tables,
    sections: sections.map(({ id, title: words }) => [id, words]),
    topics: reading.sections.map((section) => section.topics.map(({ declaration }) => declaration.id)),
    rows: reading.tables.map((table) => table.rows.map((row) => [row.declaration.id, row.alignment, row.values.map(({ text }) => text)])),
  });
}
