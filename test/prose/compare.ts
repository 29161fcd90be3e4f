import type { Finding } from '../../server/src/core/rules/types';
import type { Expected, Passage } from './passages';

export interface Comparison {
  readonly right: readonly Finding[];
  /** Found, but not marked. */
  readonly wrong: readonly Finding[];
  /** Marked, but not found (at this range, with this severity). */
  readonly missed: readonly Expected[];
}

/** Findings against the marks of a passage: same code, same range, same severity where the mark says one. */
export function compareFindings(passage: Passage, findings: readonly Finding[]): Comparison {
  const missed = [...passage.expected];
  const right: Finding[] = [];
  const wrong: Finding[] = [];
  for (const finding of findings) {
    if (passage.only.size > 0 && !passage.only.has(finding.code)) continue;
    const i = missed.findIndex(({ code, severity, span }) => code === finding.code && (severity === undefined || severity === finding.severity) && span.start === finding.span.start && span.end === finding.span.end);
    if (i < 0) wrong.push(finding);
    else {
      missed.splice(i, 1);
      right.push(finding);
    }
  }
  return { right, wrong, missed };
}
