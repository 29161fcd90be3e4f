import { fillSection } from '../fixes/sections';
import type { SectionReading } from '../read/types';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import { fold } from '../text/fold';
import type { Rule, RuleFinding } from './types';
import { sectionName } from './words';

/** Folded characters below which 存在的主要问题 cannot name a problem and its improvement. */
const SHORT = 10;
const ENOUGH = 60;
const NOTHING = new Set(['无', '没有', '暂无', '略', '不存在', '无问题', '无存在问题']);

/** A prose section without text. */
export const rule: Rule = {
  code: 'empty-section',
  severity: 'warning',
  title: both('部分没有内容', 'Section without content'),
  basis: both('《条例》第五十条要求报告存在的主要问题及改进情况；格式通知要求各部分不得漏项、敷衍。', 'Article 50 asks for the main problems and improvements; the format notice wants no section left without content.'),
  fix: both('插入待填写的段落。', 'Inserts paragraphs to fill in.'),
  *check(report): Iterable<RuleFinding> {
    for (const section of report.reading.sections) {
      const { declaration, heading } = section;
      if (declaration.table || report.section(declaration.id) !== section) continue;
      const written = withoutComments(report, section);
      // Nearly every section says more than that in its first words, and need not be folded to its end.
      if (fold(written.slice(0, ENOUGH)).length >= SHORT) continue;
      const text = fold(written);
      // 六 with a lone 无 lacks the fee statement: that is what `fee-statement` says.
      const lone = NOTHING.has(text) && declaration.feeStatementFrom === undefined;
      const short = declaration.id === 'problems' && text.length < SHORT;
      if (text !== '' && !lone && !short) continue;
      yield {
        span: heading.span,
        message: text === '' ? both(`“${sectionName(declaration)}”没有内容`, `Section “${sectionName(declaration)}” has no content`) : both(`“${sectionName(declaration)}”只写了“${text}”，没有说明情况`, `Section “${sectionName(declaration)}” only says “${text}”`),
        fixes: fillSection(report, section),
      };
    }
  },
};

/** All that stands in the section, prose or not: a picture or a list counts as content. */
function withoutComments(report: Report, section: SectionReading): string {
  const text = report.reading.source.slice(section.body);
  let rest = '';
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open);
    if (close < 0) break;
    rest += text.slice(from, open);
    from = close + 3;
  }
  return rest + text.slice(from);
}
