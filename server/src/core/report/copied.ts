import { fold } from '../text/fold';
import type { Span } from '../text/span';
import type { Report } from './report';

/** A paragraph that stands, years and figures aside, in last year's report too. */
export interface CopiedParagraph {
  readonly span: Span;
  /** Characters compared and characters found in last year's paragraph. */
  readonly length: number;
  readonly same: number;
  readonly source: Span;
}

const GRAM = 12;
const MIN_LENGTH = 60;
const MIN_SHARE = 0.9;

/** Years and figures change even in copied text, so they do not count. */
const normal = (text: string): string => fold(text).replace(/\d+/g, '');

/**
 * Paragraphs of the given sections that repeat a paragraph of another report: at least 60 characters, nine tenths of which
 * lie in runs of 12 that stand there as well. Measured, so that a changed sentence takes a paragraph out.
 */
export function copiedParagraphs(report: Report, other: Report, sections: readonly string[]): CopiedParagraph[] {
  const grams = new Map<string, Span>();
  for (const line of other.reading.prose) {
    if (line.section === undefined || !sections.includes(line.section)) continue;
    const text = normal(other.reading.source.slice(line.span));
    for (let i = 0; i + GRAM <= text.length; i++) if (!grams.has(text.slice(i, i + GRAM))) grams.set(text.slice(i, i + GRAM), line.span);
  }
  const found: CopiedParagraph[] = [];
  for (const line of report.reading.prose) {
    if (line.section === undefined || !sections.includes(line.section)) continue;
    const text = normal(report.reading.source.slice(line.span));
    if (text.length < MIN_LENGTH) continue;
    let same = 0;
    let covered = 0;
    let source: Span | undefined;
    for (let i = 0; i + GRAM <= text.length; i++) {
      const span = grams.get(text.slice(i, i + GRAM));
      if (!span) continue;
      source ??= span;
      same += i + GRAM - Math.max(i, covered);
      covered = i + GRAM;
    }
    if (source && same >= text.length * MIN_SHARE) found.push({ span: line.span, length: text.length, same, source });
  }
  return found;
}
