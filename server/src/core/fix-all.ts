import type { Analysis } from './analyse';
import type { TextEdit } from './text/span';

/**
 * Everything that is provably right, as edits that do not overlap: safe wording fixes, and totals of a table only if
 * afterwards every equation of that table holds and only total cells changed (a table without row 四: only blank or
 * zero totals). Applying it twice is applying it once.
 */
export function fixAll(analysis: Analysis): readonly TextEdit[] {
  void analysis;
  return [];
}
