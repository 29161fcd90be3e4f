import type { Fix } from '../fixes/types';
import { both } from '../text/bilingual';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import type { UnusedSuppression } from './index';

/**
 * Writes a comment that suppresses a finding, on a line of its own above the finding's line, or above the table it
 * stands in. Offered last, never part of fix-all.
 * @param tableStart where the table begins that the finding stands in, if it stands in one
 */
export function suppressHere(source: SourceText, { code, span }: { readonly code: string; readonly span: Span }, tableStart: number | undefined): Fix {
  const where = tableStart === undefined ? both('这一处', 'this place') : both('本表', 'this table');
  return {
    title: both(`在${where.zh}不再提示 ${code}`, `Suppress ${code} for ${where.en}`),
    suppression: true,
    edits: () => {
      const at = source.starts[source.lineAt(tableStart ?? span.start)] ?? 0;
      const bom = at === 0 && source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
      return [{ span: { start: at + bom, end: at + bom }, newText: `<!-- disclosure-report-disable-next-line ${code}: 原因 -->${source.eol}` }];
    },
  };
}

/** Deletes a comment, or the one code of it, that suppresses nothing; a line that held only the comment goes too. */
export function removeUnused(source: SourceText, unused: UnusedSuppression): Fix {
  const { text } = source;
  return {
    title: both('删除没有用的注释', 'Remove the unused comment'),
    preferred: true,
    safe: standsAlone(source, unused),
    edits: () => {
      let { start, end } = unused.span;
      if (unused.code !== undefined) {
        // With the separator behind the code, or before it where no code that stays follows: so all may go at once.
        if (unused.trailing) start -= /(?:^|[^\s,，])(\s*[,，]?\s*)$/.exec(text.slice(unused.directive.span.start, start))?.[1]?.length ?? 0;
        else end += /^\s*[,，]\s*/.exec(text.slice(end, unused.directive.span.end))?.[0].length ?? 0;
        return [{ span: { start, end }, newText: '' }];
      }
      const line = source.lineSpan(source.lineAt(start));
      const last = source.lineAt(end);
      const alone = text.slice(line.start, start).trim() === '' && text.slice(end, source.ends[last]).trim() === '';
      return [{ span: alone ? { start: line.start, end: source.starts[last + 1] ?? source.ends[last] ?? end } : { start, end }, newText: '' }];
    },
  };
}

/** A reason is no longer than this, nor is what a comment before it may have left open. */
const NEAR = 2000;

/**
 * One of several lines may have been closed by chance, and one behind an opening that is not closed is part of it, or ends a tag:
 * there the writer has to see what goes.
 */
function standsAlone(source: SourceText, { directive: { span } }: UnusedSuppression): boolean {
  const before = source.text.slice(Math.max(0, span.start - NEAR), span.start);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  return before.lastIndexOf('<!--') <= before.lastIndexOf('-->') && line.lastIndexOf('<') <= line.lastIndexOf('>') && !/[\r\n]/.test(source.slice(span));
}
