import { printableJson } from './printable';
import type { FileResult } from './result';
import { countFindings } from './summary';

/** The result as the contract has it: these keys and no others, since other programs read them. */
export function jsonOutput(results: readonly FileResult[]): string {
  const files = results.map(({ path, year, format, diagnostics }) => ({
    path,
    year,
    format,
    diagnostics: diagnostics.map(({ code, severity, message, range }) => ({ code, severity, message, range })),
  }));
  return `${printableJson(JSON.stringify({ files, summary: { files: files.length, ...countFindings(results) } }, undefined, 2))}\n`;
}
