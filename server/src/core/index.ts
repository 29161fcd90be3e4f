/**
 * The public face of the core: what the language server, the command line and the tests use. Text goes in, plain data
 * comes out; all offsets are UTF-16 offsets of the raw text.
 */
export { analyse, type Analysis, type AnalysisSettings } from './analyse';
export { extract, type ExtractedReport, type ExtractedTable, type ExtractedValue } from './extract';
export { toJson } from './extract/json';
export { proseData, type ProseData } from './extract/prose';
export { fixAll } from './fix-all';
export { recomputeTotals } from './fixes/totals';
export { toMarkdown, type MarkdownOptions } from './fixes/markdown';
export type { Fix } from './fixes/types';
export { currentFormat, formatById, formatForYear, formats } from './format';
export type * from './format/types';
export { mayBeReport, readDocument } from './read';
export type * from './read/types';
export type { NamedReport, Relatives } from './report/relatives';
export type { Report } from './report/report';
export { rules } from './rules';
export { placeName } from './rules/words';
export type { Finding, RelatedPlace, Rule, Severity } from './rules/types';
export { filledSentences, snippetItems, type Notation, type SnippetItem } from './snippets';
export { tableAt } from './table-at';
export type { Bilingual } from './text/bilingual';
export { SourceText, type Position } from './text/source';
export { applyEdits, type Span, type TextEdit } from './text/span';
