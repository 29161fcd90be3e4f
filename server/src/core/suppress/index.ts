import { skipSpace } from '../text/characters';
import type { ReportReading } from '../read/types';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import { readDirectives, type Directive } from './comments';
import { anyHolds, anyWithin } from './stretches';

export { readDirectives, WORD, type Directive, type DirectiveKind } from './comments';

/** A code of a comment that suppressed nothing. */
export interface UnusedSuppression {
  readonly directive: Directive;
  /** The code, or the whole comment when it names none or only unused ones. */
  readonly span: Span;
  readonly code?: string;
  /** No code of use stands behind it in its comment: what holds it apart from the one before goes with it. */
  readonly trailing?: boolean;
}

interface Scope {
  readonly directive: Directive;
  /** Findings that begin in here, the end included, are covered. */
  readonly span: Span;
  readonly codes: ReadonlyMap<string, Span> | undefined;
}

/**
 * Splits findings into those that stay and the comments' codes that were of no use. A `disable-next-line` above a
 * table covers the table: a comment inside a Markdown table would split it. The cost grows with the number of comments and
 * of findings, not with their product.
 */
export function suppress<F extends { readonly code: string; readonly span: Span }>(source: SourceText, reports: readonly ReportReading[], findings: readonly F[]): { readonly kept: readonly F[]; readonly unused: readonly UnusedSuppression[] } {
  const directives = readDirectives(source);
  if (directives.length === 0) return { kept: findings, unused: [] };
  const scopes = scopesOf(source, reports, directives);
  const spans = new Map<string | undefined, Span[]>();
  for (const { span, codes } of scopes) for (const code of codes?.keys() ?? [undefined]) add(spans, code, span);
  const covered = new Map([...spans].map(([code, each]) => [code, anyHolds(each)]));
  const kept = findings.filter(({ code, span }) => !covered.get(code)?.(span.start) && !covered.get(undefined)?.(span.start));
  const places = new Map<string | undefined, number[]>();
  for (const { code, span } of findings) {
    add(places, code, span.start);
    add(places, undefined, span.start);
  }
  for (const each of places.values()) each.sort((a, b) => a - b);
  return { kept, unused: scopes.flatMap((scope) => unusedOf(scope, places)) };
}

function add<T>(lists: Map<string | undefined, T[]>, key: string | undefined, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function scopesOf(source: SourceText, reports: readonly ReportReading[], directives: readonly Directive[]): Scope[] {
  const tables = new Map<number, number>();
  for (const { span } of reports.flatMap((report) => report.tables)) {
    const line = source.lineAt(span.start);
    if (!tables.has(line)) tables.set(line, span.end);
  }
  const scopes: Scope[] = [];
  // From the end, so that what closes a stretch is known when it opens.
  const closing: Closing = { any: undefined, all: undefined, codes: new Map() };
  for (const directive of [...directives].reverse()) {
    if (directive.kind === 'enable') {
      closing.any = directive;
      if (directive.codes.length === 0) closing.all = directive;
      for (const { code } of directive.codes) closing.codes.set(code, directive);
      continue;
    }
    const codes = directive.codes.length > 0 ? new Map(directive.codes.map(({ code, span }) => [code, span])) : undefined;
    scopes.push({ directive, span: covered(source, tables, directive, closing), codes });
  }
  return scopes.reverse();
}

/** The nearest `enable` behind a place: any, one that names no code, and those that name one. */
interface Closing {
  any: Directive | undefined;
  all: Directive | undefined;
  readonly codes: Map<string, Directive>;
}

/** @param tables where each table ends, by the line it begins on */
function covered(source: SourceText, tables: ReadonlyMap<number, number>, directive: Directive, closing: Closing): Span {
  switch (directive.kind) {
    case 'disable-file':
      return { start: 0, end: source.text.length };
    case 'disable': {
      const closes = directive.codes.length === 0 ? [closing.any] : [closing.all, ...directive.codes.map(({ code }) => closing.codes.get(code))];
      return { start: directive.span.end, end: closes.reduce((end, each) => Math.min(end, each?.span.start ?? end), source.text.length) };
    }
    default: {
      const line = source.lineAt(skipSpace(source.text, directive.span.end, source.text.length));
      const next = source.lineSpan(Math.max(line, directive.line + 1));
      return { start: next.start, end: Math.max(next.end, tables.get(source.lineAt(next.start)) ?? next.end) };
    }
  }
}

/** @param places where findings of each code, and of any, begin */
function unusedOf({ directive, span, codes }: Scope, places: ReadonlyMap<string | undefined, readonly number[]>): UnusedSuppression[] {
  if (!codes) return anyWithin(places.get(undefined) ?? [], span) ? [] : [{ directive, span: directive.span }];
  const unused = [...codes].filter(([code]) => !anyWithin(places.get(code) ?? [], span));
  if (unused.length === codes.size) return [{ directive, span: directive.span }];
  const used = [...codes.values()].filter((at) => !unused.some(([, each]) => each === at));
  return unused.map(([code, at]) => ({ directive, span: at, code, trailing: used.every((each) => each.start < at.start) }));
}
