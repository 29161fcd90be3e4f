import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, applyEdits, type Span } from '../../server/src/core';
import { valueRows } from '../../server/src/core/format';
import { Dice, tape } from '../support/dice';
import { assertCells, only, said, serious } from '../support/expect';
import { quote } from '../support/draft';
import { layouts } from '../support/layouts';
import { bars } from '../support/layouts/bars';
import { ocr } from '../support/layouts/ocr';
import { sheet } from '../support/layouts/sheet';
import { cellKey, model, type Model } from '../support/model';
import { writeReport, type Written } from '../support/report';
import { stacked } from '../support/layouts/stacked';
import { property } from '../support/runs';

const layout = fc.constantFrom(...layouts);
const shown = fc.constantFrom(...layouts.filter((each) => each.showsBlanks));

interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly key: string;
}

/** The `n`-th value of a table. */
function placeIn(report: Model, table: string, n: number): Place {
  const declaration = report.format.tables.find((each) => each.id === table);
  const places = declaration ? valueRows(declaration).flatMap((row) => row.columns.map((column) => ({ table, row: row.id, column: column.id, key: cellKey(table, row.id, column.id) }))) : [];
  return places[n % places.length] as Place;
}

/** Another number than the one that stands there. */
function wrong(value: string, n: number): string {
  const digits = [...value];
  const [a = '', b = ''] = digits.slice(-2);
  if (n % 3 === 0 && digits.length > 1 && a !== b) return [...digits.slice(0, -2), b, a].join('').replace(/^0+(?=\d)/, '');
  if (n % 3 === 1 && BigInt(value) > 0n) return String(BigInt(value) - 1n - (BigInt(n) % BigInt(value)));
  return String(BigInt(value) + 1n + BigInt(n % 97));
}

const spanOf = ({ draft }: Written, key: string): Span => draft.cells.get(key) as Span;
const put = (text: string, span: Span, newText: string): string => applyEdits(text, [{ span, newText }]);

property('one wrong number in table 三: one error, at that cell, and its preferred fix restores the draft', 150, [model, tape, layout, fc.nat(1000), fc.nat(10_000)], (report, tape, layout, n, m) => {
  const written = writeReport(report, { layout, tape, plainNumbers: true });
  const place = placeIn(report, 'requests', n);
  const at = spanOf(written, place.key);
  const text = put(written.text, at, wrong(report.values.get(place.key) ?? '', m));
  const errors = analyse(text).findings.filter(({ severity }) => severity === 'error');
  const where = (): string => `${place.key} ${quote(text, at)}\n${errors.map(said).join('\n')}\n${text}`;
  assert.equal(errors.length, 1, where());
  const [error] = errors;
  assert.equal(error?.span.start, at.start, where());
  const preferred = error?.fixes?.filter((fix) => fix.preferred) ?? [];
  assert.equal(preferred.length, 1, where());
  assert.equal(applyEdits(text, preferred[0]?.edits() ?? []), written.text, where());
});

property('one wrong number in table 四: one error, at the total of its group', 80, [model, tape, layout, fc.nat(1000), fc.nat(10_000)], (report, tape, layout, n, m) => {
  const written = writeReport(report, { layout, tape, plainNumbers: true });
  const place = placeIn(report, 'reviewLitigation', n);
  const text = put(written.text, spanOf(written, place.key), wrong(report.values.get(place.key) ?? '', m));
  const analysis = analyse(text);
  const errors = analysis.findings.filter(({ severity }) => severity === 'error');
  const total = only(analysis, text).cell('reviewLitigation', 'cases', `${place.column.split('.')[0]}.total`);
  assert.deepEqual(errors.map(({ code, span }) => [code, span]), [['row-total', total?.span]], `${errors.map(said).join('\n')}\n${text}`);
});

property('two wrong numbers in table 三: each is covered, by no more findings than equations fail', 80, [model, tape, layout, fc.nat(1000), fc.nat(1000), fc.nat(10_000)], (report, tape, layout, n, k, m) => {
  const written = writeReport(report, { layout, tape, plainNumbers: true });
  const [a, b] = [placeIn(report, 'requests', n), placeIn(report, 'requests', k)];
  fc.pre(a.key !== b.key);
  const text = applyEdits(written.text, [a, b].map(({ key }, i) => ({ span: spanOf(written, key), newText: wrong(report.values.get(key) ?? '', m + 31 * i) })));
  const analysis = analyse(text);
  const read = only(analysis, text);
  const errors = analysis.findings.filter(({ severity }) => severity === 'error');
  const table = read.table('requests');
  assert.ok(table);
  const failing = read.reconciliation(table).failing.length;
  assert.ok(errors.length > 0 && errors.length <= failing, `${errors.length} errors, ${failing} equations\n${text}`);
  for (const { key, row, column } of [a, b]) {
    const places = [[row, column], [row, 'total'], ['outcomesTotal', column], ['carriedOut', column]].map(([r = '', c = '']) => read.cell('requests', r, c)?.span.start);
    assert.ok(errors.some(({ span }) => places.includes(span.start)), `${key} is not covered\n${errors.map(said).join('\n')}\n${text}`);
  }
});

property('a row left out: it alone is missing, and no sum is judged by it', 120, [model, tape, layout, fc.nat(1000)], (report, tape, layout, n) => {
  const place = placeIn(report, n % 4 === 0 ? 'proactiveDisclosure' : 'requests', n);
  const written = writeReport(report, { layout, tape, omit: new Set([`${place.table}/${place.row}`]) });
  const analysis = analyse(written.text);
  assertCells(only(analysis, written.text), report, written, (table, row) => table === place.table && row === place.row);
  const found = serious(analysis);
  assert.deepEqual(found.map(({ code, data }) => [code, data]), [['missing-row', { table: place.table, rows: [place.row] }]], `${place.table}/${place.row}\n${found.map(said).join('\n')}\n${written.text}`);
});

property('a value lost from a row: that row has too few values, none of them is put under a column, no sum is judged', 120, [model, tape, layout, fc.nat(1000)], (report, tape, layout, n) => {
  const place = placeIn(report, n % 5 === 0 ? 'reviewLitigation' : 'requests', n);
  const written = writeReport(report, { layout, tape, drop: new Set([place.key]) });
  const analysis = analyse(written.text);
  const read = only(analysis, written.text);
  assertCells(read, report, written, (table, row) => table === place.table && row === place.row);
  assert.equal(read.row(place.table, place.row)?.cells, undefined, `${place.key}\n${written.text}`);
  const found = serious(analysis);
  assert.deepEqual(found.map(({ code, data }) => [code, data]), [['row-cells', { rows: [place.row] }]], `${place.key}\n${found.map(said).join('\n')}\n${written.text}`);
});

property('a blank cell: told once, never read as 0', 100, [model, tape, shown, fc.nat(1000)], (report, tape, layout, n) => {
  const place = placeIn(report, n % 5 === 0 ? 'reviewLitigation' : 'requests', n);
  // Without bars around the row nobody knows a blank at its edge from a bar around it, or from a trailing tab or bar.
  fc.pre(![bars, sheet, ocr, stacked].includes(layout) || !['review.upheld', 'litigationAfterReview.total'].includes(place.column));
  fc.pre(![bars, stacked].includes(layout) || !place.column.endsWith('total'));
  const written = writeReport(report, { layout, tape, instead: new Map([[place.key, '']]) });
  const analysis = analyse(written.text);
  const cell = only(analysis, written.text).cell(place.table, place.row, place.column);
  const found = serious(analysis);
  // Where a page has lost a column, nobody knows whose place a blank is.
  if (layout === ocr && !cell) {
    assert.deepEqual(found.map(({ code, data }) => [code, data]), [['row-cells', { rows: [place.row] }]], `${place.key}\n${written.text}`);
    return;
  }
  assert.equal(cell?.state, 'blank', `${place.key}\n${written.text}`);
  assert.deepEqual(found.map(({ code, data }) => [code, data]), [['blank-cell', { table: place.table, count: 1 }]], `${place.key}\n${found.map(said).join('\n')}\n${written.text}`);
});

property('a placeholder or a letter for a digit: told once at the cell, never read as a number', 100, [model, tape, layout, fc.nat(1000)], (report, tape, layout, n) => {
  const dice = new Dice(tape);
  const [text, code] = dice.pick([['-', 'blank-cell'], ['/', 'blank-cell'], ['—', 'blank-cell'], ['无', 'blank-cell'], ['O', 'invalid-number'], ['l2', 'invalid-number'], ['1O', 'invalid-number']]);
  const place = placeIn(report, n % 5 === 0 ? 'reviewLitigation' : 'requests', n);
  const written = writeReport(report, { layout, tape, instead: new Map([[place.key, text]]) });
  const analysis = analyse(written.text);
  assert.equal(only(analysis, written.text).value(place.table, place.row, place.column), undefined);
  const found = serious(analysis);
  assert.deepEqual(found.map(({ code, span }) => [code, span.start]), [[code, spanOf(written, place.key).start]], `${place.key} ${text}\n${found.map(said).join('\n')}\n${written.text}`);
});
