import assert from 'node:assert/strict';
import { analyse, type Analysis, type Finding, type Report } from '../../server/src/core';
import { valueRows } from '../../server/src/core/format';
import { equal, parseExact } from '../../server/src/core/text/exact';
import { quote } from './draft';
import { cellKey, type Model } from './model';
import type { Written } from './report';

export function only(analysis: Analysis, text: string): Report {
  assert.equal(analysis.document.kind, 'report', text);
  assert.equal(analysis.reports.length, 1, text);
  assert.deepEqual(analysis.failures, [], text);
  return analysis.reports[0] as Report;
}

export const serious = (analysis: Analysis): Finding[] => analysis.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');

export const said = ({ code, message }: Finding): string => `${code}: ${message.zh}`;

/** Every value of the model stands where it was written, with its exact range. */
export function assertCells(report: Report, model: Model, { text, draft }: Written, except: (table: string, row: string) => boolean = () => false): void {
  for (const table of model.format.tables) {
    for (const row of valueRows(table)) {
      if (except(table.id, row.id)) continue;
      for (const column of row.columns) {
        const key = cellKey(table.id, row.id, column.id);
        const place = draft.cells.get(key);
        assert.ok(place, key);
        const cell = report.cell(table.id, row.id, column.id);
        const where = (): string => `${key} at ${quote(text, place)}\n${cell ? `read ${quote(text, cell.span)}` : `not read: ${report.row(table.id, row.id)?.alignment ?? 'no such row'}`}\n${text}`;
        assert.ok(cell?.value, where());
        assert.ok(equal(cell.value, parseExact(model.values.get(key) ?? '') ?? { units: -1n, scale: 0 }), where());
        assert.deepEqual(cell.span, place, where());
      }
    }
  }
}

/** No finding above information: the draft has no fault. */
export function assertFaultless(text: string): Analysis {
  const analysis = analyse(text);
  assert.deepEqual(serious(analysis).map(said), [], text);
  return analysis;
}
