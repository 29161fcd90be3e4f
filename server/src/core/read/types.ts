import type { FormatDeclaration, ColumnDeclaration, RowDeclaration, SectionDeclaration, TableDeclaration, TopicDeclaration } from '../format/types';
import type { Exact } from '../text/exact';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';

/**
 * What stands in a value cell.
 * - `number`: a value that can be computed with.
 * - `blank`: nothing (spaces only). - `placeholder`: `/`, `-`, `无` …: nothing, but written.
 * - `unreadable`: something that is not a number (`O`, text). It is never read as 0.
 */
export type CellState = 'number' | 'blank' | 'placeholder' | 'unreadable';

/** What is odd about a cell's content although (or because) it was read the way it was. */
export type CellOddity = 'negative' | 'fraction' | 'tooManyDecimals' | 'unit' | 'lookalike' | 'text';

export interface CellReading {
  /** The cell's content without surrounding space; for a blank cell the space that stands for it (may be empty). */
  readonly span: Span;
  readonly text: string;
  readonly state: CellState;
  /** Only with state `number`. */
  readonly value?: Exact;
  /** The digits (sign, separators and decimals included) inside `span`, without a unit; only with state `number`. */
  readonly digits?: Span;
  readonly oddity?: CellOddity;
}

/** A cell with its place in the table, as the report layer and rules use it. */
export interface ColumnCell {
  readonly column: ColumnDeclaration;
  readonly cell: CellReading;
}

export type RowAlignment =
  /** As many values as columns: `cells` is there. */
  | 'exact'
  /** Fewer values than columns, and where the gap is cannot be told. */
  | 'short'
  /** More values than columns. */
  | 'long';

export interface RowReading {
  readonly declaration: RowDeclaration;
  /** The table it belongs to. */
  readonly table: string;
  /** The label as found; for a row without label the first value. A label wrapped over cells or lines spans all of them. */
  readonly label: Span;
  /** Everything of the row: label to last value (whole lines are not implied). */
  readonly span: Span;
  readonly alignment: RowAlignment;
  /** Value fields as found, in order, whatever their number. */
  readonly values: readonly CellReading[];
  /** One cell a declared column, only when `alignment` is `exact`. */
  readonly cells?: readonly CellReading[];
  /** 0-based lines of the first and last character. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** How a table is written down. */
export type Layout =
  /** `| a | b |` rows, with or without the `|---|` row. */
  | 'pipe'
  | 'html'
  /** Fields separated by tabs, a row a line. */
  | 'tab'
  /** One cell a line behind a tab, rows end with an empty line (Word). */
  | 'indented'
  /** One cell a line; `|` before or after it or nothing at all. */
  | 'stacked'
  /** Columns held apart by runs of spaces, or single spaces. */
  | 'spaced';

export interface TableReading {
  readonly declaration: TableDeclaration;
  readonly layout: Layout;
  /** From the first header or row found to the end of the last row. */
  readonly span: Span;
  /** Rows with values in textual order, duplicates included (group rows are not listed). */
  readonly rows: readonly RowReading[];
  /** Declared value rows with no reading, in declared order. */
  readonly missing: readonly RowDeclaration[];
  /** The cells stand in another order than the form's: of no row that has lost its numbers can anything be said. */
  readonly scrambled?: true;
  /** Id of the section the table stands under; absent when it stands before any section. */
  readonly under?: string;
}

export interface NumeralReading {
  readonly span: Span;
  readonly text: string;
  readonly value: number;
  /** `han`: 一、 · `digit`: 1、 · `parenthesised`: （一） */
  readonly style: 'han' | 'digit' | 'parenthesised';
}

export interface HeadingReading {
  /** The heading without surrounding space and Markdown marks. */
  readonly span: Span;
  readonly line: number;
  readonly numeral?: NumeralReading;
  /** The title without numeral. */
  readonly title: Span;
  /** The declared section it announces; absent for a top-level heading of another kind. */
  readonly section?: SectionDeclaration;
  /** How the wording relates to the declaration. */
  readonly wording: 'canonical' | 'accepted' | 'nonStandard' | 'unknown';
  /** Markdown `#` depth, 0 for plain. */
  readonly depth: number;
}

export interface TopicReading {
  readonly declaration: TopicDeclaration;
  readonly span: Span;
  readonly line: number;
}

export interface SectionReading {
  readonly declaration: SectionDeclaration;
  readonly heading: HeadingReading;
  /** From the heading to the next section heading or the end of the report. */
  readonly span: Span;
  /** `span` without the heading line. */
  readonly body: Span;
  readonly topics: readonly TopicReading[];
}

/** One line of prose (never a table row or a section heading). */
export interface ProseLine {
  /** Without surrounding space. */
  readonly span: Span;
  readonly line: number;
  /** Id of the section it stands in; absent in the preamble. */
  readonly section?: string;
}

export interface TitleReading {
  /** From the first to the last character, possibly over several lines. */
  readonly span: Span;
  /** Agency as written, spaces folded away; empty when the title does not name one. */
  readonly agency: string;
  /** The year's digits, when the title has one. */
  readonly year?: { readonly span: Span; readonly value: number };
  readonly wording: 'canonical' | 'nonStandard';
}

/** One report read from a text: everything with its source range. */
export interface ReportReading {
  readonly source: SourceText;
  readonly span: Span;
  readonly format: FormatDeclaration;
  readonly title?: TitleReading;
  /** Top-level headings in order, recognised or not. */
  readonly headings: readonly HeadingReading[];
  /** Recognised sections in textual order, duplicates included. */
  readonly sections: readonly SectionReading[];
  readonly tables: readonly TableReading[];
  readonly prose: readonly ProseLine[];
}

/** What a text turned out to be. */
export type DocumentKind =
  | 'report'
  /** A report of the free layout used up to report year 2018: recognised, not checked. */
  | 'before2019'
  | 'other';

export interface DocumentReading {
  readonly source: SourceText;
  readonly kind: DocumentKind;
  /** Usually one; a text may hold several reports one after the other. */
  readonly reports: readonly ReportReading[];
}
