import { sortSections } from '../fixes/sections';
import type { SectionReading } from '../read/types';
import { both } from '../text/bilingual';
import type { Rule, RuleFinding } from './types';
import { sectionName } from './words';

/** Sections out of the prescribed order; one finding at the first heading that would have to move. */
export const rule: Rule = {
  code: 'section-order',
  severity: 'error',
  title: both('部分的顺序不对', 'Sections out of order'),
  basis: both('格式通知规定了六个部分的顺序。', 'The format notice prescribes the order of the six sections.'),
  fix: both('按规定顺序移动各部分。', 'Moves the sections into the prescribed order.'),
  *check(report): Iterable<RuleFinding> {
    const sections = report.reading.sections.filter((section) => report.section(section.declaration.id) === section);
    const stay = inOrder(sections);
    const first = sections.find((section) => !stay.has(section));
    if (!first) return;
    const before = sections.filter((section) => section.declaration.number < first.declaration.number).at(-1);
    const name = sectionName(first.declaration);
    const fix = sortSections(report, sections);
    yield {
      span: first.heading.span,
      message: both(`“${name}”的位置不对，应在${before ? `“${sectionName(before.declaration)}”之后` : '最前'}`, `“${name}” is out of order: it belongs ${before ? `behind “${sectionName(before.declaration)}”` : 'first'}`),
      ...(fix ? { fixes: [fix] } : {}),
    };
  },
};

/** The longest sequence of sections that stand in order: all others have to move. */
function inOrder(sections: readonly SectionReading[]): ReadonlySet<SectionReading> {
  const best: SectionReading[][] = [];
  for (const section of sections) {
    const longest = best.filter((list) => (list.at(-1)?.declaration.number ?? 0) < section.declaration.number).reduce<SectionReading[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push([...longest, section]);
  }
  return new Set(best.reduce<SectionReading[]>((a, b) => (b.length > a.length ? b : a), []));
}
