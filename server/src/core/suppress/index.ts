import { skipSpace } from '../text/characters';
import type { ReportReading } from '../read/types';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import { readDirectives, type Directive } from './comments';

export { readDirectives, type Directive, type DirectiveKind } from './comments';

/** A code of a comment that suppressed nothing. */
export interface UnusedSuppression {
  readonly directive: Directive;
  /** The code, or the whole comment when it names none or only unused ones. */
  readonly span: Span;
  readonly code?: string;
}

interface Scope {
  readonly directive: Directive;
  /** Findings that begin in here, are covered. */
  readonly span: Span;
  readonly codes: ReadonlyMap<string, Span> | undefined;
  readonly used: Set<string>;
}

/**
 * Splits findings into those that stay and the comments' codes that were of no use. A `disable-next-line` above a
 * table covers the table: a comment inside a Markdown table would split it.
 */
export function suppress<F extends { readonly code: string; readonly span: Span }>(source: SourceText, reports: readonly ReportReading[], findings: readonly F[]): { readonly kept: readonly F[]; readonly unused: readonly UnusedSuppression[] } {
  const directives = readDirectives(source);
  if (directives.length === 0) return { kept: findings, unused: [] };
  const scopes = scopesOf(source, reports, directives);
  const kept = findings.filter(({ code, span }) => {
    const covering = scopes.filter((scope) => span.start >= scope.span.start && span.start <= scope.span.end && (!scope.codes || scope.codes.has(code)));
    for (const scope of covering) scope.used.add(code);
    return covering.length === 0;
  });
  return { kept, unused: scopes.flatMap(unusedOf) };
}

function scopesOf(source: SourceText, reports: readonly ReportReading[], directives: readonly Directive[]): Scope[] {
  return directives.flatMap((directive, i) => {
    if (directive.kind === 'enable') return [];
    const codes = directive.codes.length > 0 ? new Map(directive.codes.map(({ code, span }) => [code, span])) : undefined;
    return [{ directive, span: covered(source, reports, directives, i), codes, used: new Set<string>() }];
  });
}

function covered(source: SourceText, reports: readonly ReportReading[], directives: readonly Directive[], index: number): Span {
  const directive = directives[index] as Directive;
  switch (directive.kind) {
    case 'disable-file':
      return { start: 0, end: source.text.length };
    case 'disable': {
      const names = new Set(directive.codes.map(({ code }) => code));
      const close = directives.slice(index + 1).find((each) => each.kind === 'enable' && (each.codes.length === 0 || names.size === 0 || each.codes.some(({ code }) => names.has(code))));
      return { start: directive.span.end, end: close?.span.start ?? source.text.length };
    }
    default: {
      const line = source.lineAt(skipSpace(source.text, directive.span.end, source.text.length));
      const next = source.lineSpan(Math.max(line, directive.line + 1));
      const table = reports.flatMap((report) => report.tables).find(({ span }) => source.lineAt(span.start) === source.lineAt(next.start));
      return table ? { start: next.start, end: Math.max(next.end, table.span.end) } : next;
    }
  }
}

function unusedOf({ directive, codes, used }: Scope): UnusedSuppression[] {
  if (!codes) return used.size > 0 ? [] : [{ directive, span: directive.span }];
  const unused = [...codes].filter(([code]) => !used.has(code));
  if (unused.length === codes.size) return [{ directive, span: directive.span }];
  return unused.map(([code, span]) => ({ directive, span, code }));
}
