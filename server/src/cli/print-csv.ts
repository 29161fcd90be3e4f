import { csvLine } from './csv';
import type { FileResult } from './result';

/** One record a finding; lines and columns from 1. */
export function csvOutput(results: readonly FileResult[]): string {
  let text = csvLine(['path', 'year', 'line', 'column', 'severity', 'code', 'message']);
  for (const { path, year, diagnostics } of results) {
    for (const { code, severity, message, range } of diagnostics) {
      text += csvLine([path, numberCell(year), numberCell(range.start.line + 1), numberCell(range.start.character + 1), severity, code, message]);
    }
  }
  return text;
}

const numberCell = (value: number | null): { readonly number: string } | null => (value === null ? null : { number: String(value) });
