import type { TopicDeclaration } from '../format/types';
import { hanNumeral, matchNumeral } from '../read/numerals';
import type { NumeralReading, SectionReading, TopicReading } from '../read/types';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import type { TextEdit } from '../text/span';
import { numeralOf } from './headings';
import { fill, insertBefore, insertBehind } from './places';
import type { Fix } from './types';

/** Inserts the missing topics of a section, in their order, each with a paragraph to fill in. */
export function insertTopics(report: Report, section: SectionReading, missing: readonly TopicDeclaration[]): Fix {
  const names = missing.map((topic) => topic.title).join('、');
  return { title: both(`插入小标题：${names}`, `Insert topics: ${names}`), preferred: true, edits: () => topicEdits(report, section, missing) };
}

interface Numbered {
  readonly topic: TopicReading;
  readonly numeral: NumeralReading;
  /** What stands before the topic's words, numeral included. */
  readonly lead: string;
}

function topicEdits(report: Report, section: SectionReading, missing: readonly TopicDeclaration[]): TextEdit[] {
  const declared = section.declaration.topics ?? [];
  const index = (topic: TopicDeclaration): number => declared.indexOf(topic);
  const numbered = section.topics.flatMap((topic) => numberedTopic(report, topic) ?? []);
  // Only a clean count from one is carried on; where the writer numbers otherwise, his numbers stay.
  const clean = numbered.length === section.topics.length && numbered.every(({ numeral }, i) => numeral.value === i + 1);
  const all = [...section.topics.map((topic) => index(topic.declaration)), ...missing.map(index)].sort((a, b) => a - b);
  const numberOf = (topic: TopicDeclaration): number => (clean && numbered.length > 0 ? all.indexOf(index(topic)) : index(topic)) + 1;
  const edits: TextEdit[] = [];
  const groups = new Map<TopicReading | undefined, string[]>();
  for (const topic of missing) {
    const next = section.topics.find((each) => index(each.declaration) > index(topic));
    groups.set(next, [...(groups.get(next) ?? []), paragraph(report, topic, numberOf(topic), numbered[0])]);
  }
  for (const [next, paragraphs] of groups) edits.push(next ? insertBefore(report, next.span.start, paragraphs) : insertBehind(report, section.span, paragraphs));
  if (clean) {
    for (const { topic, numeral } of numbered) {
      const number = numberOf(topic.declaration);
      if (number !== numeral.value) edits.push({ span: numeral.span, newText: numeralOf(numeral, number) });
    }
  }
  return edits;
}

function numberedTopic(report: Report, topic: TopicReading): Numbered | undefined {
  const { source } = report.reading;
  const text = source.slice(topic.span);
  const marks = /^[#*\s\u3000]*/.exec(text)?.[0].length ?? 0;
  const match = matchNumeral(source.text, topic.span.start + marks, topic.span.end);
  const line = source.starts[topic.line] ?? topic.span.start;
  return match ? { topic, numeral: match.numeral, lead: source.text.slice(line, match.end) } : undefined;
}

/** A topic's label in the manner of one that stands there, and the beginning of its text. */
function paragraph(report: Report, topic: TopicDeclaration, number: number, like: Numbered | undefined): string {
  const { source } = report.reading;
  const beginning = fill(report, '{year}年，');
  if (!like) return `（${hanNumeral(number)}）${topic.title}情况。${beginning}`;
  const lead = like.lead.replace(like.numeral.text, numeralOf(like.numeral, number));
  const label = `${lead}${topic.title}情况`;
  const alone = source.text.slice(like.topic.span.end, source.ends[like.topic.line]).trim() === '';
  return alone ? `${label}${source.eol}${beginning}` : `${label}。${beginning}`;
}
