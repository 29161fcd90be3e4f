import { insertTopics } from '../fixes/topics';
import type { TopicDeclaration } from '../format/types';
import type { SectionReading } from '../read/types';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import { fold } from '../text/fold';
import type { Rule, RuleFinding } from './types';

/** From this many missing topics on it is a warning: the section was not written by topics at all. */
const MANY = 3;

/** The overview does not speak of one of its topics. */
export const rule: Rule = {
  code: 'missing-topic',
  severity: 'information',
  title: both('总体情况缺少规定的方面', 'A topic of the overview is missing'),
  basis: both('格式通知：总体情况从主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面写。', 'The format notice: the overview is written in five topics.'),
  fix: both('插入缺少的小标题和待填写的段落。', 'Inserts the missing topics with paragraphs to fill in.'),
  *check(report): Iterable<RuleFinding> {
    for (const section of report.reading.sections) {
      const { topics } = section.declaration;
      if (!topics || report.section(section.declaration.id) !== section) continue;
      const missing = topics.filter((topic) => !section.topics.some((found) => found.declaration === topic) && !mentioned(report, section, topic));
      if (missing.length === 0 || fold(report.reading.source.slice(section.body)) === '') continue;
      const names = missing.map((topic) => topic.title).join('、');
      yield {
        span: section.heading.span,
        ...(missing.length >= MANY ? { severity: 'warning' as const } : {}),
        message: both(`总体情况没有写到：${names}（五个方面缺 ${missing.length} 个）`, `The overview does not speak of: ${names} (${missing.length} of ${topics.length} topics)`),
        data: { topics: missing.map((topic) => topic.id) },
        fixes: [insertTopics(report, section, missing)],
      };
    }
  },
};

/** A sentence of the section that opens with the topic's words: written, though not as a sub-heading. */
function mentioned(report: Report, section: SectionReading, topic: TopicDeclaration): boolean {
  const { source, prose } = report.reading;
  return prose.some(({ span }) => {
    if (span.start < section.body.start || span.end > section.body.end) return false;
    return source.slice(span).split(/[。；;!！]/).some((sentence) => {
      const lead = fold(sentence).slice(0, 24);
      return topic.cores.some((core) => lead.includes(core));
    });
  });
}
