import { escapeHtml } from '../fixes/table-text';
import type { Finding, Severity } from '../rules/types';
import type { Span } from '../text/span';

/** Language of the messages shown at marked places. */
export type PreviewLocale = 'zh' | 'en';

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export const escapeAttribute = (text: string): string => escapeHtml(text).replaceAll('"', '&quot;');

/** `data-offset` and `data-end` of the stretch of the draft an element stands for. */
export const place = ({ start, end }: Span): string => ` data-offset="${start}" data-end="${end}"`;

/** Findings as marks of a page. */
export class Marks {
  constructor(
    private readonly findings: readonly Finding[],
    private readonly locale: PreviewLocale,
  ) {}

  /** Class and message of an element for a stretch of the draft: those of the findings that begin in it, the gravest first. */
  attributes(span: Span): string {
    return this.described(this.findings.filter(({ span: { start } }) => span.start <= start && start < Math.max(span.end, span.start + 1)));
  }

  /**
   * A stretch of running text as HTML, places with findings inside `<mark>`. Only the words are marked, not the paragraph, so that
   * one sees at a glance which number is meant.
   * @param write makes HTML of a piece of raw text; it must escape it
   */
  text(raw: string, span: Span, write: (piece: string) => string): string {
    const here = this.findings.filter((finding) => finding.span.start < span.end && finding.span.end > span.start && finding.span.end > finding.span.start);
    const cuts = [...new Set([span.start, span.end, ...here.flatMap((each) => [each.span.start, each.span.end])])].filter((at) => span.start <= at && at <= span.end).sort((a, b) => a - b);
    return cuts
      .slice(0, -1)
      .map((start, i) => {
        const end = cuts[i + 1] ?? span.end;
        const covering = here.filter((each) => each.span.start <= start && end <= each.span.end);
        const html = write(raw.slice(start, end));
        return covering.length === 0 ? html : `<mark${place({ start, end })}${this.described(covering)}>${html}</mark>`;
      })
      .join('');
  }

  private described(findings: readonly Finding[]): string {
    const sorted = [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
    const [gravest] = sorted;
    if (!gravest) return '';
    return ` class="${gravest.severity}" title="${escapeAttribute(sorted.map(({ message }) => message[this.locale]).join('\n'))}"`;
  }
}
