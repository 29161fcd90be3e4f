import { TO_REWRITE } from '../format/leftovers';
import type { Span } from '../text/span';

/**
 * Findings without those about a sentence that is marked as still to be rewritten: the mark itself is the finding there,
 * and what the sentence says is last year's.
 */
export function outsideMarked<F extends { readonly span: Span }>(text: string, findings: readonly F[]): readonly F[] {
  const sentences: { readonly mark: Span; readonly end: number }[] = [];
  for (let at = text.indexOf(TO_REWRITE); at >= 0; at = text.indexOf(TO_REWRITE, at + 1)) {
    const mark = { start: at, end: at + TO_REWRITE.length };
    const length = /[。！？!?\n\r]|$/.exec(text.slice(mark.end))?.index ?? 0;
    sentences.push({ mark, end: mark.end + length + 1 });
  }
  if (sentences.length === 0) return findings;
  return findings.filter(({ span }) => !sentences.some(({ mark, end }) => span.end > mark.end && span.start >= mark.start && span.start < end));
}
