import { both } from '../text/bilingual';
import { rewordHeading } from '../fixes/headings';
import type { Rule, RuleFinding } from './types';
import { sectionName } from './words';

/** A section was found under other words than the prescribed ones. */
export const rule: Rule = {
  code: 'section-title',
  severity: 'information',
  title: both('标题写法不规范', 'Section title not in the prescribed words'),
  basis: both('格式通知规定了六个部分的标题。', 'The format notice prescribes the six titles.'),
  fix: both('改为规定的标题。', 'Writes the prescribed title.'),
  *check(report): Iterable<RuleFinding> {
    for (const { heading, declaration } of report.reading.sections) {
      const sign = /[。．.？?]$/.exec(report.reading.source.slice(heading.title))?.[0];
      const known = heading.wording === 'canonical' || heading.wording === 'accepted';
      if (known && sign === undefined) continue;
      const fix = rewordHeading(report, heading, declaration);
      const message = known ? both(`标题末尾多了“${sign}”`, `A “${sign}” stands behind the title`) : both(`规定的标题是“${sectionName(declaration)}”`, `The prescribed title is “${sectionName(declaration)}”`);
      yield { span: heading.span, message, ...(fix ? { fixes: [fix] } : {}) };
    }
  },
};
