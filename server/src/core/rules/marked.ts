import { TO_REWRITE } from '../format/leftovers';
import type { Span } from '../text/span';

/**
 * Findings without those about a sentence that is marked as still to be rewritten: the mark itself is the finding there,
 * and what the sentence says is last year's.
 */
export function outsideMarked<F extends { readonly span: Span }>(text: string, findings: readonly F[]): readonly F[] {
  const sentences: { readonly mark: Span; readonly end: number }[] = [];
  let stop = -1;
  for (let at = text.indexOf(TO_REWRITE); at >= 0; at = text.indexOf(TO_REWRITE, at + 1)) {
    const mark = { start: at, end: at + TO_REWRITE.length };
    // Several marks before one full stop: it is looked for once.
    if (stop < mark.end) stop = stopFrom(text, mark.end);
    sentences.push({ mark, end: stop + 1 });
  }
  if (sentences.length === 0) return findings;
  return findings.filter(({ span }) => {
    // Of the marks whose sentence the finding begins in, the first ends first: it alone decides.
    const first = sentences[firstEndingBehind(sentences, span.start)];
    return !first || span.start < first.mark.start || span.end <= first.mark.end;
  });
}

const STOP = /[。！？!?\n\r]/g;

/** The next full stop or line end; the text's end when there is none. */
function stopFrom(text: string, from: number): number {
  STOP.lastIndex = from;
  return STOP.exec(text)?.index ?? text.length;
}

/** Index of the first sentence that ends behind `at`; ends do not decrease. */
function firstEndingBehind(sentences: readonly { readonly end: number }[], at: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
