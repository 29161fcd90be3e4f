import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver';
import { initials, pinyin } from '../core/snippets';
import { beginsWith, type CompletionPlace } from './completion-place';
import type { Snapshot } from './documents';
import type { Offer } from './offer';
import { rangeOf } from './places';

/** The topics a section is divided into, as the format's own paragraphs to start from; those missing first. */
export function topicItems({ analysis }: Snapshot, place: Extract<CompletionPlace, { kind: 'item' }>, { format, report, year }: Offer): CompletionItem[] {
  const { source } = analysis.document;
  // The bracket that the editor closed by itself goes with the one it was typed for.
  const closed = place.marks === '（' && source.text[place.span.end] === '）';
  const range = rangeOf(source, { start: place.span.start, end: place.span.end + (closed ? 1 : 0) });
  return format.sections.flatMap((section) =>
    (section.starter ?? []).flatMap((paragraph, i): CompletionItem[] => {
      if (!paragraph.startsWith('（')) return [];
      const text = paragraph.replaceAll('{year}', String(year)).replaceAll('{agency}', report?.agency ?? '');
      const reading = report?.section(section.id);
      const topic = section.topics?.find(({ title }) => paragraph.includes(title));
      const here = reading !== undefined && reading.span.start <= place.span.start && place.span.start <= reading.span.end;
      const label = topic?.title ?? text.split('。')[0] ?? text;
      if (!beginsWith(text, place.word) && !beginsWith(label, place.word)) return [];
      const missing = here && !(topic ? reading.topics.some(({ declaration }) => declaration.id === topic.id) : source.slice(reading.body).includes(label));
      return [
        {
          label,
          detail: section.title,
          kind: CompletionItemKind.Text,
          filterText: [place.marks === '' ? '' : `${place.typed} `, text, ' ', initials(label), ' ', pinyin(label)].join(''),
          sortText: `${missing ? 0 : here ? 5 : 6}${section.number}${String(i).padStart(2, '0')}`,
          insertTextFormat: InsertTextFormat.PlainText,
          textEdit: { range, newText: text },
        },
      ];
    }),
  );
}
