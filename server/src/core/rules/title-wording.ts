import { rewordTitle, titleOf } from '../fixes/title';
import { both } from '../text/bilingual';
import type { Rule, RuleFinding } from './types';

/** The title is there, but not in the usual words. */
export const rule: Rule = {
  code: 'title-wording',
  severity: 'information',
  title: both('标题写法不通行', 'Title not worded the usual way'),
  basis: both('格式通知定名为“政府信息公开工作年度报告”。', 'The format notice names the document 政府信息公开工作年度报告.'),
  fix: both('改为通行的标题。', 'Writes the usual title.'),
  *check(report): Iterable<RuleFinding> {
    const { title } = report.reading;
    if (!title || title.wording === 'canonical') return;
    const fix = rewordTitle(report);
    const wanted = titleOf(report) ?? report.reading.format.title.template.replace('{agency}', '单位名称').replace('{year}', '××××');
    yield { span: title.span, message: both(`标题通行的写法是“${wanted}”`, `The usual title is “${wanted}”`), ...(fix ? { fixes: [fix] } : {}) };
  },
};
