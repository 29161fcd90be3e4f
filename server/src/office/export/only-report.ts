import { readDocument } from '../../core/read';
import type { ReportReading } from '../../core/read/types';
import { both } from '../../core/text/bilingual';
import { OfficeProblem } from '../types';

/**
 * The one report of a draft.
 * @throws OfficeProblem where it holds none, or several
 */
export function onlyReport(text: string): ReportReading {
  const { kind, reports } = readDocument(text, { assumeReport: true });
  const [report] = reports;
  if (kind === 'before2019') throw new OfficeProblem(both('这是 2018 年以前的年报，没有规定的表格，不能导出', 'A report of 2018 or before has no prescribed form and cannot be exported'));
  if (reports.length > 1) throw new OfficeProblem(both(`草稿里有 ${reports.length} 份年报，请分成单独的文件再导出`, `The draft holds ${reports.length} reports; put each in a file of its own to export it`));
  if (!report || (!report.title && report.sections.length === 0 && report.tables.length === 0)) throw new OfficeProblem(both('草稿里没有政府信息公开工作年度报告', 'The draft holds no annual report'));
  return report;
}
