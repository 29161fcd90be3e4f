import { l10n } from 'vscode';
import type { AgencyNode, ReportRow } from './protocol';

/** How an agency stands in one year. */
export interface YearState {
  /** Absent when the report's year is not certain. */
  readonly year?: number;
  /** A few characters: `✓`, `✗ 2`, `⚠ 1`. */
  readonly mark: string;
  /** The same for who reads or hears words. */
  readonly words: string;
  /** Absent where there is no report. */
  readonly uri?: string;
}

/** The years of an agency, latest first, those of which a report is missing among them. */
export function yearStates({ reports, missingYears }: AgencyNode): YearState[] {
  const there = reports.map(({ year, counts, missing, uri }): YearState => ({
    ...(year === undefined ? {} : { year }),
    mark: markOf(counts) + (missing.length > 0 ? ` (−${missing.length})` : ''),
    words: wordsOf(counts) + (missing.length > 0 ? `, ${l10n.t('missing: {0}', missing.length)}` : ''),
    uri,
  }));
  const lacking = missingYears.map((year): YearState => ({ year, mark: '–', words: l10n.t('no report') }));
  return [...there, ...lacking].sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
}

function markOf(counts: ReportRow['counts']): string {
  if (!counts) return '…';
  if (counts.error > 0) return `✗ ${counts.error}`;
  if (counts.warning > 0) return `⚠ ${counts.warning}`;
  return '✓';
}

export function wordsOf(counts: ReportRow['counts']): string {
  if (!counts) return l10n.t('being checked');
  const { error, warning, information } = counts;
  const parts = [error > 0 && l10n.t('errors: {0}', error), warning > 0 && l10n.t('warnings: {0}', warning), information > 0 && l10n.t('information: {0}', information)].filter((part) => part !== false);
  return parts.length === 0 ? l10n.t('Nothing to report') : parts.join(', ');
}
