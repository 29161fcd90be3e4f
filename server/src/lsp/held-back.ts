import type { Finding } from '../core';
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
]);

/** Whether a finding waits because it stands on the lines being typed at: half a row is no fault yet. */
export function heldBack({ analysis }: Snapshot, { code, span }: Finding, edit: LastEdit): boolean {
  if (!edit.lines || !ABOUT_ROWS.has(code)) return false;
  const { source } = analysis.document;
  return source.lineAt(span.start) <= edit.lines.last && edit.lines.first <= source.lineAt(span.end);
}
