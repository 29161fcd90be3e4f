import type { Fix } from '../fixes/types';
import type { Relatives } from '../report/relatives';
import type { Report } from '../report/report';
import type { Bilingual } from '../text/bilingual';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface RelatedPlace {
  readonly span: Span;
  readonly message: Bilingual;
  /** Id (URI or path) of another document; absent for the one the finding stands in. */
  readonly document?: string;
}

/** What a rule says about a place. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  /** What stands there, what is expected, and by how much it differs. */
  readonly message: Bilingual;
  readonly related?: readonly RelatedPlace[];
  /** Plain data other programs may read (e.g. the missing rows' ids). */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Fixes in the order they are offered. */
  readonly fixes?: readonly Fix[];
}

/** A finding as a rule makes it: code and usual severity come from the rule. */
export type RuleFinding = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity };

export interface Rule {
  /** Stable code, as others rely on it. */
  readonly code: string;
  /** Usual severity; single findings may differ from it (`RuleFinding.severity`). */
  readonly severity: Severity;
  readonly title: Bilingual;
  /** The clause, notice or practice the rule enforces. */
  readonly basis: Bilingual;
  /** What a fix of this rule does, for the rule page; absent when there is none. */
  readonly fix?: Bilingual;
  /** What it says depends on tables, headings, title and year alone, and on no word of the prose. */
  readonly ofTables?: true;
  /** Its messages name lines, and are no longer true where the text above has more or fewer of them. */
  readonly tellsLines?: true;
  /**
   * Must be pure, must not throw on any report, and is isolated if it does.
   * @param relatives other reports it is compared with; without them rules over several reports say nothing.
   */
  check(report: Report, relatives?: Relatives): Iterable<RuleFinding>;
}
