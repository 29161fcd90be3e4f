import { numeralOf } from '../fixes/headings';
import { both } from '../text/bilingual';
import type { Rule, RuleFinding } from './types';

/** The numeral before a section's title is another section's. */
export const rule: Rule = {
  code: 'section-number',
  severity: 'information',
  title: both('标题的编号不对', 'Wrong numeral before a section title'),
  basis: both('格式通知规定了编号一至六。', 'The format notice numbers the sections 一 to 六.'),
  fix: both('改为这一部分的编号。', 'Writes the section’s own numeral.'),
  *check(report): Iterable<RuleFinding> {
    for (const { heading, declaration } of report.reading.sections) {
      const { numeral } = heading;
      if (!numeral || numeral.value === declaration.number) continue;
      const wanted = numeralOf(numeral, declaration.number);
      yield {
        span: numeral.span,
        message: both(`这一部分的编号应为“${wanted}”，写的是“${numeral.text}”`, `This section’s numeral is “${wanted}”, not “${numeral.text}”`),
        fixes: [{ title: both(`改为“${wanted}”`, `Change to “${wanted}”`), preferred: true, edits: () => [{ span: numeral.span, newText: wanted }] }],
      };
    }
  },
};
