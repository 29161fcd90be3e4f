import type { Bilingual } from '../text/bilingual';
import type { TextEdit } from '../text/span';

/** A change offered for a finding. */
export interface Fix {
  readonly title: Bilingual;
  /** Exactly one sound fix exists and this is it. */
  readonly preferred?: boolean;
  /** Provably right whatever the draft says: may run on save as part of fix-all. */
  readonly safe?: boolean;
  /** Writes a suppression comment: offered last, can be switched off, never part of fix-all. */
  readonly suppression?: true;
  /** Computed when asked for; edits do not overlap. */
  edits(): readonly TextEdit[];
}
