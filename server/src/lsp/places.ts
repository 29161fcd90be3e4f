import type { Range } from 'vscode-languageserver';
import type { Position, SourceText, Span } from '../core';

/** Both sides count lines from 0 and columns in UTF-16 units, so nothing is converted but offsets. */
export const rangeOf = (source: SourceText, span: Span): Range => ({ start: source.positionAt(span.start), end: source.positionAt(span.end) });

/** Offset of a position; one behind the end of its line or of the text is taken back to it. */
export function offsetOf(source: SourceText, { line, character }: Position): number {
  const { start, end } = source.lineSpan(line);
  return Math.min(start + Math.max(0, character), end);
}

export const spanOfRange = (source: SourceText, range: Range): Span => ({ start: offsetOf(source, range.start), end: offsetOf(source, range.end) });

export const sameRange = (a: Range, b: Range): boolean => a.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;

/** Whether two spans share a character or touch. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
