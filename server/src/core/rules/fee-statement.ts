import { addFeeStatement } from '../fixes/sections';
import type { SectionReading } from '../read/types';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import { fold } from '../text/fold';
import type { Rule, RuleFinding } from './types';

/** Says that a fee was or was not charged, in any of the many wordings; a mere mention of the fee rules does not. */
const STATEMENT = /处理费|收费|收取|费用|缴费|零收费|0元/;

/** From report year 2021 on, 六 says whether an information-processing fee was charged. */
export const rule: Rule = {
  code: 'fee-statement',
  severity: 'warning',
  title: both('没有说明信息处理费', 'No statement on the information-processing fee'),
  basis: both('《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）自2021年1月1日起施行；范本要求在第六部分报告收取情况。', 'The fee rules (国办函〔2020〕109号) apply since 1 January 2021; templates want the statement in section 六.'),
  fix: both('补上信息处理费的说明。', 'Adds a statement on the fee.'),
  *check(report): Iterable<RuleFinding> {
    for (const section of report.reading.sections) {
      const from = section.declaration.feeStatementFrom;
      if (from === undefined || report.section(section.declaration.id) !== section) continue;
      if (report.year && report.year.value < from) continue;
      const text = textOf(report, section);
      if (fold(text) === '' || STATEMENT.test(text) || elsewhere(report)) continue;
      yield {
        span: section.heading.span,
        message: both('没有说明信息处理费的收取情况（收了多少，或者没有收取）', 'It is not said whether an information-processing fee was charged, and how much'),
        fixes: addFeeStatement(report, section),
      };
    }
  },
};

/** The section's text without spaces and without the names of documents. */
const textOf = (report: Report, section: SectionReading): string => report.reading.source.slice(section.body).replace(/\s/g, '').replace(/《[^》]*》/g, '');

/** Another section may say it: reports without sub-headings put it where they like. */
const elsewhere = (report: Report): boolean => report.reading.prose.some(({ span, section }) => section !== undefined && /处理费/.test(report.reading.source.slice(span).replace(/《[^》]*》/g, '')));
