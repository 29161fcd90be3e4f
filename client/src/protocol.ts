import type { BlankReport, ReportIdentity, RolledOver } from '../../server/src/lsp/new-report';
import type { BeforeExport } from '../../server/src/lsp/before-export';
import type { CellPlace } from '../../server/src/lsp/cell-place';
import type { CopiedTable, StandardTables } from '../../server/src/lsp/clipboard';
import type { Preview } from '../../server/src/lsp/preview';
import type { AgencyNode, ReportRow } from '../../server/src/lsp/several/agency-tree';
import type { CellContributions } from '../../server/src/lsp/several/contributions';
import type { Overview } from '../../server/src/lsp/several/overview';
import type { SumChoice } from '../../server/src/lsp/several/sums';
import type { InsertableSnippet } from '../../server/src/lsp/snippets';
import type { DocumentStatus } from '../../server/src/lsp/status';
import type { TableValues } from '../../server/src/lsp/tables';

export type { BeforeExport, AgencyNode, BlankReport, CellContributions, Overview, ReportRow, SumChoice, CellPlace, CopiedTable, DocumentStatus, InsertableSnippet, Preview, ReportIdentity, RolledOver, StandardTables, TableValues };

/** Methods the client names itself; as strings, so that the library is not loaded for them. */
export const Method = {
  /** Notification with a `DocumentStatus`, whenever it changes what a document is. */
  status: 'disclosureReport/status',
  /** `{ uri }` → `InsertableSnippet[]`. */
  snippets: 'disclosureReport/snippets',
  /** `{ uri }` → `TableValues | null`. */
  values: 'disclosureReport/values',
  /** `LeftRow` → `TextEdit[] | null`. */
  autoTotal: 'disclosureReport/autoTotal',
  /** `{ uri, ranges }` → `SelectionSum | null`. */
  sum: 'disclosureReport/sum',
  /** `ReportText` → `ReportIdentity | null`. */
  identify: 'disclosureReport/identify',
  /** `{ text, year, agency? }` → `RolledOver | null`. */
  rollOver: 'disclosureReport/rollOver',
  /** `{ year, agency? }` → `BlankReport | null`. */
  blankReport: 'disclosureReport/blankReport',
  /** `{ uri, unmarked? }` → `Preview | null`. */
  preview: 'disclosureReport/preview',
  /** `{ uri, text, html? }` → `StandardTables | null`. */
  pasteTable: 'disclosureReport/pasteTable',
  /** `{ uri, position }` → `CopiedTable | null`. */
  copyTable: 'disclosureReport/copyTable',
  /** `{ uri }` → `BeforeExport | null`. */
  beforeExport: 'disclosureReport/beforeExport',
  /** `{ uri, position }` → `CellPlace | null`. */
  cellPlace: 'disclosureReport/cellPlace',
  /** Asked by the server: → `{ files, configs }`. */
  listFiles: 'disclosureReport/listFiles',
  /** Asked by the server: `{ uri, stamp? }` → `FileText | null`. */
  readFile: 'disclosureReport/readFile',
  /** Notification `{ uris }`. */
  filesChanged: 'disclosureReport/filesChanged',
  /** Asked by the server: `{ piece }` → `{ text, last } | null`. */
  loadIndex: 'disclosureReport/loadIndex',
  /** Asked by the server: `IndexPiece` → `null`. */
  saveIndex: 'disclosureReport/saveIndex',
  /** `{ count }` → `Overview | null`. */
  overview: 'disclosureReport/overview',
  /** Notification: the overview is different now. */
  overviewChanged: 'disclosureReport/overviewChanged',
  /** `{}` → `SumChoice[] | null`. */
  sums: 'disclosureReport/sums',
  /** `{ folder, agency, year }` → `{ text } | null`. */
  newSum: 'disclosureReport/newSum',
  /** Text document and position → `CellContributions | null`. */
  contributions: 'disclosureReport/contributions',
  codeAction: 'textDocument/codeAction',
} as const;

/** Kinds of the server's code actions that commands run. */
export const ActionKind = {
  recomputeTotals: 'refactor.rewrite.disclosureReport.recomputeTotals',
  toMarkdown: 'refactor.rewrite.disclosureReport.toMarkdown',
  fixAll: 'source.fixAll.disclosureReport',
  rollUp: 'refactor.rewrite.disclosureReport.rollUp',
} as const;
