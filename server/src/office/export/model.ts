import type { Bilingual } from '../../core/text/bilingual';
import type { Grid } from './grid';
import type { Run } from './inline';

/** A piece of the published document, in order. */
export type Block =
  /** @see endings what the second line may be where the title is too long for one, best first */
  | { readonly kind: 'title'; readonly lines: readonly string[]; readonly endings: readonly string[] }
  /** 1: a section (一、); 2: a part of one that stands on a line of its own （（一））. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** @see lead the words of a part's heading where its text follows on the same line */
  | { readonly kind: 'paragraph'; readonly lead?: string; readonly runs: readonly Run[] }
  /** The reporting organ and the date at the end. */
  | { readonly kind: 'signature'; readonly text: string }
  | { readonly kind: 'table'; readonly grid: Grid }
  /** What a draft says within a table and the official form has no place for; stands below the table. */
  | { readonly kind: 'note'; readonly text: string };

/** One report, as it is published. */
export interface Publication {
  /** The title in one line; empty when the draft has none. */
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly notices: readonly Bilingual[];
}
