import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';

/** Lines the last edit left changed, 0-based and inclusive. */
export interface TypedLines {
  readonly first: number;
  readonly last: number;
}

/** More lines than this at once were pasted or rewritten, not typed. */
const MOST_LINES = 3;

/**
 * The lines that one change notification touched, in the text as it is afterwards; `undefined` for a change that is no
 * typing. A notification may hold many changes; each is counted in the text the ones before it left.
 */
export function typedLines(changes: readonly TextDocumentContentChangeEvent[]): TypedLines | undefined {
  let lines: TypedLines | undefined;
  for (const change of changes) {
    if (!('range' in change)) return undefined;
    const { start, end } = change.range;
    const added = change.text.match(/\r\n|\r|\n/g)?.length ?? 0;
    const grown = added - (end.line - start.line);
    const moved = (line: number): number => (line > start.line ? Math.max(start.line, line + grown) : line);
    const last = start.line + added;
    lines = lines ? { first: Math.min(moved(lines.first), start.line), last: Math.max(moved(lines.last), last) } : { first: start.line, last };
  }
  return lines && lines.last - lines.first < MOST_LINES ? lines : undefined;
}
