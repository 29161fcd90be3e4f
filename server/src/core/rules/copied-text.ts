import { copiedParagraphs } from '../report/copied';
import { both } from '../text/bilingual';
import type { Rule, RuleFinding } from './types';

/** Prose taken over from last year's report. */
export const rule: Rule = {
  code: 'copied-text',
  severity: 'information',
  title: both('与上年报告文字雷同', 'Text copied from last year’s report'),
  basis: both('格式通知要求年度报告不得雷同、敷衍，《条例》第四十七条可据以督促整改；考核中与往年雷同的扣分。', 'The format notice names copied reports as a fault (article 47); assessments deduct points for it.'),
  *check(report, relatives): Iterable<RuleFinding> {
    const last = relatives?.lastYear;
    if (!last) return;
    // Sections of prose with something to tell about the year; the last one is the same sentence every year.
    const sections = report.reading.format.sections.filter((section) => !section.table && section.feeStatementFrom === undefined && section.number < 6).map((section) => section.id);
    for (const { span, length, same, source } of copiedParagraphs(report, last.report, sections)) {
      const share = Math.floor((same * 100) / length);
      yield {
        span,
        message: both(`本段 ${length} 字中有 ${same} 字（${share}%）与上年报告相同`, `${same} of this paragraph’s ${length} characters (${share}%) stand in last year’s report too`),
        related: [{ document: last.document, span: source, message: both('上年报告中的相同段落', 'the same paragraph last year') }],
        data: { share },
      };
    }
  },
};
