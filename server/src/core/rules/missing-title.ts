import { insertTitle } from '../fixes/title';
import { skipSpace, skipSpaceBack } from '../text/characters';
import { both } from '../text/bilingual';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import type { Rule, RuleFinding } from './types';

/** No title stands before the first section. */
export const rule: Rule = {
  code: 'missing-title',
  severity: 'warning',
  title: both('没有标题', 'No title'),
  basis: both('各地范本和通行写法：单位名称＋年份＋“年政府信息公开工作年度报告”。', 'Practice and local templates: agency, year, 年政府信息公开工作年度报告.'),
  fix: both('知道单位和年度时，在开头写上标题。', 'Writes the title at the top when agency and year are known.'),
  *check(report): Iterable<RuleFinding> {
    if (report.reading.title) return;
    const fix = insertTitle(report);
    yield {
      span: firstLine(report.reading.source, report.reading.span),
      message: both(`没有标题，应有“${report.reading.format.title.template.replace('{agency}', '单位名称').replace('{year}', '××××')}”`, `No title; “${report.reading.format.title.template.replace('{agency}', 'AGENCY').replace('{year}', 'YYYY')}” expected`),
      ...(fix ? { fixes: [fix] } : {}),
    };
  },
};

/** The first line with anything on it, without surrounding space. */
function firstLine(source: SourceText, within: Span): Span {
  const start = skipSpace(source.text, within.start, within.end);
  const end = source.ends[source.lineAt(start)] ?? within.end;
  return { start, end: skipSpaceBack(source.text, start, end) };
}
