import type { Finding, Span } from '../core';
import type { LastEdit, Snapshot } from './documents';

/** A writer who rests this long at a row has finished it, in ms. */
export const MOMENT = 1500;

/** Findings that a row half typed draws by itself. */
const ABOUT_ROWS: ReadonlySet<string> = new Set([
  'missing-row',
  'duplicate-row',
  'row-cells',
  'blank-cell',
  'invalid-number',
  'row-total',
  'column-total',
  'application-balance',
  'suspect-cell',
  'rules-power',
  'in-force-balance',
  'prose-table',
]);

/**
 * Whether a finding waits because it, or a number it is computed from, stands on the lines being typed at: half a row is
 * no fault yet, and neither is the sum that half a row spoils.
 */
export function heldBack({ analysis }: Snapshot, { code, span, related = [] }: Finding, { lines }: LastEdit): boolean {
  if (!lines || !ABOUT_ROWS.has(code)) return false;
  const { source } = analysis.document;
  const typedAt = (place: Span): boolean => source.lineAt(place.start) <= lines.last && lines.first <= source.lineAt(place.end);
  return typedAt(span) || related.some((each) => each.document === undefined && typedAt(each.span));
}
