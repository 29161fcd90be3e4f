/** Half-open range `[start, end)` of UTF-16 offsets into the raw text of a document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces `span` of the raw text by `newText`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export const spanOf = (start: number, end: number): Span => ({ start, end });

export const contains = (outer: Span, offset: number): boolean => outer.start <= offset && offset <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Applies edits that do not overlap. @throws RangeError when two edits overlap (a defect of the caller). */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let out = '';
  let at = 0;
  for (const { span, newText } of sorted) {
    if (span.start < at) throw new RangeError(`edits overlap at ${span.start}`);
    out += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return out + text.slice(at);
}
