import type { SectionReading, SourceText, Span } from '../core';

/** What belongs to each topic of a section: from its heading to the next topic or the section's end, space behind it left out. */
export function topicExtents(source: SourceText, { topics, span }: SectionReading): readonly { readonly topic: SectionReading['topics'][number]; readonly extent: Span }[] {
  const ordered = [...topics].sort((a, b) => a.span.start - b.span.start);
  return ordered.map((topic, i) => {
    const { start } = topic.span;
    const end = ordered[i + 1]?.span.start ?? span.end;
    const text = source.text.slice(start, end);
    // Marks of the next heading (`###`, `**`) stand before its words and are its own.
    return { topic, extent: { start, end: start + Math.max(text.replace(/[\s#*]+$/, '').length, topic.span.end - start) } };
  });
}
