import type { Bilingual } from '../text/bilingual';
import type { StatementSet } from './statements';

/**
 * A report format as data. Readers, equations, findings, fixes, snippets, completion, extraction and the rule pages
 * are all derived from such a declaration; delete a line in one and the check it describes is gone.
 * All labels are in canonical wording; matching is tolerant (see read/labels).
 */
export interface FormatDeclaration {
  /** Stable id in data and settings: `2021`, `2019`. */
  readonly id: string;
  readonly name: Bilingual;
  /** Report years (the year described) the format is prescribed for; `to` inclusive, absent while in force. */
  readonly years: { readonly from: number; readonly to?: number };
  /** The notice that prescribes the format. */
  readonly notice: NoticeDeclaration;
  readonly title: TitleDeclaration;
  readonly sections: readonly SectionDeclaration[];
  readonly tables: readonly TableDeclaration[];
  /** The counts of the tables that prose repeats. */
  readonly statements: StatementSet;
  /** What must agree with last year's report of the same agency. */
  readonly carries: readonly CarryDeclaration[];
  readonly stocks: readonly StockDeclaration[];
  /** Rows a parent's report is the sum of its subordinates' in (table id → row ids; all value rows when empty). */
  readonly rollUp: Readonly<Record<string, readonly string[]>>;
}

export interface NoticeDeclaration {
  /** Document number, e.g. `国办公开办函〔2021〕30号`. */
  readonly number: string;
  /** Title of the format as the notice names it, without book-title marks. */
  readonly formatTitle: string;
  readonly title: string;
}

export interface TitleDeclaration {
  /** Canonical title with `{agency}` and `{year}`. */
  readonly template: string;
  /** The words a canonical title ends with. */
  readonly ending: string;
}

export interface SectionDeclaration {
  readonly id: string;
  /** 1-based place and numeral. */
  readonly number: number;
  /** Canonical title without its numeral. */
  readonly title: string;
  /** Other wordings in use that draw no finding. */
  readonly accepted: readonly string[];
  /** Wordings recognised but reported as non-standard (`section-title`). */
  readonly nonStandard: readonly string[];
  /** Other wordings are recognised (as non-standard) when all parts of one of these stand in the title. */
  readonly cores: readonly (readonly string[])[];
  /** The table the section holds, by id; absent for prose sections. */
  readonly table?: string;
  /** The topics a prose section is divided into. */
  readonly topics?: readonly TopicDeclaration[];
  /** Paragraphs to start from when the section is inserted (prose sections); `{year}` and `{agency}` are filled in. */
  readonly starter?: readonly string[];
  /** The section must speak of the information-processing fee (`fee-statement`) from this report year on. */
  readonly feeStatementFrom?: number;
  /** The sentence that says no fee was charged. */
  readonly feeSentence?: string;
  readonly note: Bilingual;
}

export interface TopicDeclaration {
  readonly id: string;
  readonly title: string;
  /** Labels seen in practice, all acceptable. */
  readonly accepted: readonly string[];
  /** A distinctive part by which other wordings are recognised. */
  readonly cores: readonly string[];
}

/** In the same column, this year's `row` is last year's `lastYearRow`. */
export interface CarryDeclaration {
  readonly code: string;
  readonly table: string;
  readonly row: string;
  readonly lastYearRow: string;
}

/** In each of the rows, this year's `stock` is last year's plus the `plus` columns less the `minus` columns. */
export interface StockDeclaration {
  readonly code: string;
  readonly table: string;
  readonly rows: readonly string[];
  readonly stock: string;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

/** `count`: integer ≥ 0 · `signedCount`: integer with sign (增/减) · `amount`: decimal ≥ 0 · `money`: decimal ≥ 0 that may carry its unit. */
export type ValueType = 'count' | 'signedCount' | 'amount' | 'money';

export interface ColumnDeclaration {
  readonly id: string;
  /** Header path from the outermost header cell to the column's own, e.g. `['法人或其他组织', '商业企业']`. */
  readonly path: readonly string[];
  readonly type: ValueType;
  readonly unit: string;
  readonly name: Bilingual;
}

export interface RowDeclaration {
  readonly id: string;
  /** Canonical label with its numeral, e.g. `（一）予以公开`; empty for a table whose one row has no label. */
  readonly label: string;
  /** Distinctive parts of the label; any one of them in a folded label identifies the row. Order decides where none does. */
  readonly cores: readonly string[];
  /** A core that must not stand in the label. */
  readonly notCores?: readonly string[];
  /** The label is only recognised as a whole (too short to be a core), and behind the row before it. */
  readonly whole?: boolean;
  /** 1-based label column the label stands in. */
  readonly level: number;
  /** The group row it belongs to, by id. */
  readonly parent?: string;
  /** A heading row without values of its own. */
  readonly group?: true;
  /** Id of the block (table with stacked blocks) the row belongs to. */
  readonly block?: string;
  readonly columns: readonly ColumnDeclaration[];
  readonly note: Bilingual;
  /** Only organs with the power to make rules may report values here (`rules-power`). */
  readonly rulePower?: true;
}

/** One header or title cell of the official table. */
export interface HeaderCell {
  readonly text: string;
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

/** A titled part of a table with its own header row. */
export interface BlockDeclaration {
  readonly id: string;
  readonly title: string;
  readonly cores: readonly string[];
  readonly header: readonly HeaderCell[];
}

/**
 * An equation family. `plus`/`minus`-free on purpose: each kind says in the field's own terms what must agree.
 * - `rowTotal`: in every row, the sum of the `parts` columns is the `total` column.
 * - `columnTotal`: in every column, the sum of the `parts` rows is the `total` row.
 * - `balance`: in every column, the sum of the `left` rows is the sum of the `right` rows; reported at row `at`.
 */
export type EquationDeclaration =
  | { readonly kind: 'rowTotal'; readonly code: string; readonly name: Bilingual; readonly parts: readonly string[]; readonly total: string }
  | { readonly kind: 'columnTotal'; readonly code: string; readonly name: Bilingual; readonly parts: readonly string[]; readonly total: string }
  | { readonly kind: 'balance'; readonly code: string; readonly name: Bilingual; readonly left: readonly string[]; readonly right: readonly string[]; readonly at: string };

/** In a row, `column` is at least the sum of `plus` less the sum of `minus` (column ids). */
export interface LowerBoundDeclaration {
  readonly code: string;
  readonly rows: readonly string[];
  readonly column: string;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

export interface TableDeclaration {
  readonly id: string;
  /** Id of the section that holds it. */
  readonly section: string;
  readonly name: Bilingual;
  /** Number of label columns before the values (0 for a table without row labels). */
  readonly labelColumns: number;
  /** Number of columns of the official grid, labels included. */
  readonly width: number;
  /** Header rows of the official table (tables without blocks). */
  readonly header: readonly (readonly HeaderCell[])[];
  /** Stacked blocks, each with title and header row (then `header` is empty). */
  readonly blocks?: readonly BlockDeclaration[];
  /** Group rows and value rows in order. */
  readonly rows: readonly RowDeclaration[];
  readonly equations: readonly EquationDeclaration[];
  readonly lowerBounds?: readonly LowerBoundDeclaration[];
  /** Shape of the extracted data: an array of values a row · an object by column id a row · an array a column group. */
  readonly extract: 'rows' | 'keyed' | 'groups';
  /** For `groups`: ids with their column ids, in order. */
  readonly groups?: readonly { readonly id: string; readonly columns: readonly string[] }[];
}
