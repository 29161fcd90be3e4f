import type { Bilingual } from '../core';

/** A draft made of a Word document, a web page or a text. */
export interface Imported {
  /** Markdown: headings, prose and the standard tables. Lines end in `\n`. */
  readonly markdown: string;
  /** What the writer must be told: what was not understood and stands as text, tracked changes that were accepted … */
  readonly notices: readonly Bilingual[];
}

export type ExportFormat = 'docx' | 'html';

export interface ExportOptions {
  readonly format: ExportFormat;
  /** An office's own `.docx`, for its fonts, margins and page header; only for `docx`. */
  readonly template?: Uint8Array;
  /**
   * Export although something is left to fill in (`leftToFill`): blanks stay blank, marks and instructions to the writer are left
   * out. Without it such a draft is refused.
   */
  readonly allowPlaceholders?: boolean;
  /** Only the `<article>`, without the page around it: what a portal's editor takes; only for `html`. */
  readonly fragment?: boolean;
}

/** A document to be published, made of a draft. */
export interface Exported {
  readonly bytes: Uint8Array;
  readonly notices: readonly Bilingual[];
}

/** A file that cannot be imported or a draft that cannot be exported; its words are for the user. Everything else that is thrown is a defect. */
export class OfficeProblem extends Error {
  constructor(readonly said: Bilingual) {
    super(said.en);
    this.name = 'OfficeProblem';
  }
}
