import type { Range } from 'vscode-languageserver';
import type { Span } from '../../core';
import type { Session } from '../session';

/** The range of a span in another document, open or not; `undefined` when its text is not known. */
export function rangeIn(session: Session, uri: string, span: Span): Range | undefined {
  const open = session.documents.open.get(uri);
  if (open) return { start: open.positionAt(span.start), end: open.positionAt(span.end) };
  const start = session.several.positionIn(uri, span.start);
  if (!start) return undefined;
  // Where only the cells are known, each stands on one line.
  return { start, end: session.several.positionIn(uri, span.end) ?? { line: start.line, character: start.character + span.end - span.start } };
}
