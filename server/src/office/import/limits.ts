/**
 * How much is read. A report of a city with all its districts stays far below; beyond these a file is hostile or no report.
 */
export const LIMITS = {
  /** Bytes of a file. */
  file: 64 << 20,
  /** Bytes of a web page or text; a saved page may hold its pictures. */
  text: 24 << 20,
  /** Files in a `.docx`. */
  entries: 5000,
  /** Bytes of one part of a `.docx` when inflated. */
  part: 16 << 20,
  /** Elements and texts of a document. */
  nodes: 300_000,
  /** Elements within each other. */
  depth: 150,
  /** Characters of the draft. */
  draft: 2_000_000,
  /** Fields of a table that is written as a grid. */
  fields: 40_000,
} as const;
