import { insertSection } from '../fixes/sections';
import { both } from '../text/bilingual';
import { lastLine } from './lines';
import type { Rule, RuleFinding } from './types';
import { sectionName } from './words';

/** One of the declared sections is not there; told at the heading that follows the gap. */
export const rule: Rule = {
  code: 'missing-section',
  severity: 'error',
  title: both('缺少规定的部分', 'A section is missing'),
  basis: both('《条例》第五十条；格式通知规定六个部分，不得漏项。', 'Article 50 of the regulation; the format notice wants six sections, none left out.'),
  fix: both('在原位插入标题和标准表格（或待填写的段落）。', 'Inserts heading and standard table, or a paragraph to fill in, in its place.'),
  *check(report): Iterable<RuleFinding> {
    const { reading } = report;
    for (const section of reading.format.sections) {
      if (report.section(section.id)) continue;
      const following = reading.sections.find((each) => each.declaration.number > section.number);
      yield {
        span: following?.heading.span ?? lastLine(reading.source, reading.span),
        message: both(`缺少“${sectionName(section)}”`, `Section “${sectionName(section)}” is missing`),
        data: { section: section.id },
        fixes: [insertSection(report, section)],
      };
    }
  },
};
