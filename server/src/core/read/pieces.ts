import type { Span } from '../text/span';
import type { FieldMeaning } from './labels';
import type { HeadingReading, Layout } from './types';

/** One cell-like stretch of text, without surrounding space; empty where a delimiter shows an empty cell. */
export interface Field {
  readonly span: Span;
  readonly text: string;
  readonly line: number;
  /** Looks like a value standing alone: a number, a zero sign, a placeholder. */
  readonly isValue: boolean;
  /** What the text means in the format's vocabulary; only for texts that are no values. */
  readonly meaning?: FieldMeaning;
}

/** A row of fields (or, for `stacked`, a run of one-field lines). */
export interface Unit {
  readonly kind: 'unit';
  readonly layout: Layout;
  readonly fields: Field[];
  readonly firstLine: number;
  lastLine: number;
  /** Number of the grid the row belongs to: neighbouring rows with the same number of fields. */
  readonly grid: number;
}

/** What a text consists of, in order. Blank lines, page numbers and comments are left out. */
export type Piece = Unit | { readonly kind: 'heading'; readonly heading: HeadingReading } | { readonly kind: 'prose'; readonly span: Span; readonly line: number };
