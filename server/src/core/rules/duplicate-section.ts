import { removeSection } from '../fixes/sections';
import { both } from '../text/bilingual';
import type { Rule, RuleFinding } from './types';
import { sectionName } from './words';

/** The heading of a section stands twice; told at the later one. */
export const rule: Rule = {
  code: 'duplicate-section',
  severity: 'error',
  tellsLines: true,
  title: both('部分重复', 'A section stands twice'),
  basis: both('格式通知规定六个部分各一次。', 'The format notice wants each of the six sections once.'),
  fix: both('两处内容相同时，删除后一处。', 'Deletes the later one when both are the same.'),
  *check(report): Iterable<RuleFinding> {
    for (const section of report.reading.sections) {
      const first = report.section(section.declaration.id);
      if (!first || first === section) continue;
      const line = first.heading.line + 1;
      const name = sectionName(section.declaration);
      const fix = removeSection(report, section, first);
      yield {
        span: section.heading.span,
        message: both(`“${name}”重复：第 ${line} 行已有这一部分`, `Section “${name}” stands twice: it is on line ${line} already`),
        related: [{ span: first.heading.span, message: both('前一处', 'the first one') }],
        ...(fix ? { fixes: [fix] } : {}),
      };
    }
  },
};
