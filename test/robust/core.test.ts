import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyse, currentFormat, extract, fixAll, formats, proseData, recomputeTotals, tableAt, toJson, toMarkdown, type Analysis, type AnalysisSettings } from '../../server/src/core';
import { previewHtml } from '../../server/src/core/preview';
import { factsOf, parseConfig } from '../../server/src/core/relatives';
import { copyTable, pasteTables } from '../../server/src/core/writing/clipboard';
import { rollOver } from '../../server/src/core/writing/roll-over';
import { totalsAfter } from '../../server/src/core/writing/row-totals';
import { selectionSum } from '../../server/src/core/writing/selection-sum';
import { withoutRadicals } from '../../server/src/core/text/radicals';
import { valueTables } from '../../server/src/core/writing/values';
import { draft } from './drafts';
import { runs } from './runs';
import { soundEdits, soundSpan } from './sound';

const settings: fc.Arbitrary<AnalysisSettings> = fc.constantFrom<AnalysisSettings[]>({}, {}, { assumeReport: true }, { format: '2019' }, { format: '2021', assumeReport: true }, { format: 'no-such' }, { severities: { 'row-total': 'off', 'missing-row': 'hint', 'no-such': 'off' } });

function sound(text: string, { document, findings, failures }: Analysis): void {
  assert.deepEqual(failures.map(({ code, error }) => `${code}: ${error instanceof Error ? error.stack : String(error)}`), []);
  // As it is read: radicals as the characters they stand for, each in its place.
  assert.equal(document.source.text, withoutRadicals(text));
  assert.equal(document.source.text.length, text.length);
  for (const { code, span, related = [] } of findings) {
    soundSpan(text, span, code);
    for (const place of related) if (place.document === undefined) soundSpan(text, place.span, `${code}, related`);
  }
}

/** A property of random text and settings. @param check returns how many things it has looked at */
const always = (name: string, cases: number, check: (text: string, analysis: Analysis, chosen: AnalysisSettings) => number): void => {
  it(name, () => {
    let seen = 0;
    fc.assert(
      fc.property(draft, settings, (text, chosen) => void (seen += check(text, analyse(text, chosen), chosen))),
      runs(cases),
    );
    // What is random may by and by be about nothing.
    assert.ok(seen >= cases / 10, `only ${seen} of what is looked at were there`);
  });
};

describe('whatever the text', () => {
  always('findings lie in it, and fixes of every finding apply', 250, (text, analysis) => {
    sound(text, analysis);
    const fixes = analysis.findings.flatMap(({ code, fixes = [] }) => fixes.map((fix) => ({ code, fix })));
    for (const { code, fix } of fixes) soundEdits(text, fix.edits(), `${code}: ${fix.title.en}`);
    return fixes.length;
  });

  always('fix-all applies, once and for all', 150, (text, analysis, chosen) => {
    const edits = fixAll(analysis);
    const fixed = soundEdits(text, edits, 'fixAll');
    const again = analyse(fixed, chosen);
    sound(fixed, again);
    // What is mended may leave a comment without use, which goes next.
    const rest = fixAll(again);
    if (!text.includes('disclosure-report-')) assert.deepEqual(rest, []);
    for (const { span, newText } of rest) assert.deepEqual([newText, /^(?:<!--.*-->|[\w-]*[\s,，]+|[\s,，]+[\w-]*)\s*$/.test(fixed.slice(span.start, span.end))], ['', true]);
    return edits.length;
  });

  always('tables are recomputed, converted, copied and pasted', 100, (text, { reports, document }) => {
    for (const report of reports) {
      for (const table of report.reading.tables) {
        soundSpan(text, table.span, 'table');
        soundEdits(text, recomputeTotals(report, table), 'recomputeTotals');
        for (const ambiguousWide of [true, false]) soundEdits(text, toMarkdown(report, table, { ambiguousWide }) ?? [], 'toMarkdown');
        const { html, text: tabbed } = copyTable(table);
        for (const each of [html, tabbed]) pasteTables(each, currentFormat, { layout: 'pipe' });
        table.rows.forEach((row, i) => soundEdits(text, totalsAfter(report, table, i, row.values.map((_, column) => column)), 'totalsAfter'));
      }
    }
    for (const format of formats) for (const layout of ['pipe', 'html', 'tab', 'stacked'] as const) pasteTables(text, format, { layout });
    for (const { lines, values } of valueTables(reports).flat()) {
      soundSpan(text, lines, 'lines of a row');
      for (const { span, target } of values) for (const each of [span, target]) soundSpan(text, each, 'value');
    }
    selectionSum(reports, [{ start: 0, end: text.length }]);
    for (let at = 0; at <= text.length; at += 1 + (text.length >> 5)) assert.ok((tableAt(reports, at)?.table.span.start ?? 0) <= text.length);
    assert.equal(document.source.positionAt(text.length).line, document.source.lineCount - 1);
    return reports.flatMap(({ reading }) => reading.tables).length;
  });

  always('reports are extracted, and told to others', 100, (_, { reports }) => {
    for (const report of reports) {
      JSON.parse(toJson(extract(report)));
      JSON.parse(toJson(proseData(report)));
      JSON.stringify(factsOf(report, '/云溪县/2024年/年报.md'));
    }
    return reports.length;
  });

  always('it becomes a page in which nothing of it is markup', 120, (_, analysis) => {
    for (const locale of ['zh', 'en'] as const) {
      const html = previewHtml(analysis, locale);
      const tags = new Set([...html.matchAll(/<\/?([^\s>]*)/g)].map(([, name]) => name));
      for (const name of tags) assert.match(name ?? '', /^(?:article|h[123]|p|mark|strong|table|tr|t[dh])$/);
      for (const [tag] of html.matchAll(/<[^>]*>/g)) assert.match(tag, /^<\/?\w+(?: (?:data-line|data-offset|data-end|class|title|aria-label|colspan|rowspan|scope)="[^"<>]*")*>$/);
    }
    return analysis.reports.length;
  });

  always('it is rolled over to a draft that can be checked', 25, (_, { reports }) => {
    for (const report of reports.slice(0, 3)) {
      const rolled = rollOver(report, { year: 2025, agency: '云溪县青禾镇人民政府' });
      sound(rolled, analyse(rolled));
    }
    return reports.length;
  });

  it('as a config file it costs what is wrong in it and nothing else', () =>
    fc.assert(
      fc.property(fc.oneof(draft, fc.json(), fc.dictionary(fc.constantFrom('rules', 'format', 'ignore', 'children', 'parents', 'files', 'agency', '__proto__'), fc.jsonValue()).map((value) => JSON.stringify(value))), (text) => {
        const { config, problems } = parseConfig(text);
        assert.ok(config && Array.isArray(problems));
        assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
      }),
      runs(300),
    ));

  it('as a config file it cannot keep the checker busy', () => {
    const children = (depth: number): string => (depth === 0 ? '[]' : `[{ "agency": "某局", "children": ${children(depth - 1)} }]`);
    const deep = parseConfig(`{ "agency": "某县", "children": ${children(2000)} }`);
    assert.deepEqual(deep.problems.length, 1);
    const { config, problems } = parseConfig(JSON.stringify({ ignore: ['**/a/**/a/**/a/**/a/**/a/**/a/b', '**/2023/**'] }));
    assert.equal(problems.length, 1);
    assert.deepEqual([config.ignores(`${'a/'.repeat(400)}x.md`), config.ignores('x/2023/y.md')], [false, true]);
  });
});
