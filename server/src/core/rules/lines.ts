import { skipSpaceBack } from '../text/characters';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';

/** The last line with anything on it, without the space behind it. */
export function lastLine(source: SourceText, within: Span): Span {
  const end = skipSpaceBack(source.text, within.start, within.end);
  return { start: Math.max(within.start, source.starts[source.lineAt(end)] ?? 0), end };
}
