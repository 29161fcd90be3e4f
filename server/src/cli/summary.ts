import type { Severity } from '../core';
import type { FileResult } from './result';

export type Counts = Readonly<Record<Severity, number>>;

export function countFindings(results: readonly FileResult[]): Counts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { diagnostics } of results) for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

export const total = ({ error, warning, information, hint }: Counts): number => error + warning + information + hint;
