import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse } from '../../server/src/core/analyse';
import { currentFormat, format2019, format2021, formats, valueRows } from '../../server/src/core/format';
import { hasPinyin, snippetItems } from '../../server/src/core/snippets';
import { readDocument } from '../../server/src/core/read';
import { LAST_YEAR } from '../../server/tools/generate/snippets';
import { expandSnippet } from './expand';

interface Snippet {
  prefix: string[];
  scope: string;
  description: string;
  body: string[];
}

const file = JSON.parse(readFileSync(new URL('../../snippets/disclosure-report.code-snippets', import.meta.url), 'utf8')) as Record<string, Snippet>;
const snippets = Object.entries(file);
const expand = (snippet: Snippet): string => expandSnippet(snippet.body.join('\n'), { CURRENT_YEAR: '2026' });

/** A text a fragment can be read in: the title says that it is a report. */
const asReport = (text: string): string => (/年度报告\s*$/m.test(text) ? text : `青禾县柳溪镇2025年政府信息公开工作年度报告\n\n${text}`);

describe('snippets', () => {
  it('expands every body, and leaves no snippet syntax behind', () => {
    assert.ok(snippets.length > 20);
    for (const [name, snippet] of snippets) assert.doesNotMatch(expand(snippet), /[$\\{}]/, name);
  });

  it('has prefixes that can be typed with an input method on', () => {
    for (const [name, { prefix }] of snippets) for (const each of prefix) assert.match(each, /^[a-z][a-z0-9]*$/, name);
  });

  it('offers a prefix once in each language, or with a description that tells the offers apart', () => {
    const seen = new Set<string>();
    for (const [, { prefix, scope, description }] of snippets) {
      for (const each of prefix) for (const language of scope.split(',')) {
        const key = `${each} ${language} ${description}`;
        assert.ok(!seen.has(key), key);
        seen.add(key);
      }
    }
  });

  for (const table of currentFormat.tables) {
    const written = snippets.filter(([name]) => name.startsWith(`${table.name.zh}（`));
    it(`${table.id}: what is inserted reads back as a complete table of zeros, in either notation`, () => {
      assert.equal(written.length, 2);
      for (const [name, snippet] of written) for (const text of [expand(snippet), spacedIndent(expand(snippet))]) {
        const report = readDocument(asReport(text), { assumeReport: true }).reports[0];
        const reading = report?.tables.find((each) => each.declaration.id === table.id);
        assert.deepEqual(reading?.rows.map((row) => row.declaration.id), valueRows(table).map((row) => row.id), name);
        assert.deepEqual(reading?.missing, [], name);
        for (const row of reading?.rows ?? []) {
          assert.deepEqual(row.cells?.map((cell) => cell.text), row.declaration.columns.map(() => '0'), `${name}: ${row.declaration.id}`);
        }
      }
    });
  }

  it('the whole report reads back with all six sections, all tables and last year, and without any finding', () => {
    const whole = snippets.filter(([, snippet]) => snippet.prefix.includes('nb'));
    assert.equal(whole.length, 2);
    for (const [name, snippet] of whole) {
      const text = expand(snippet);
      const { reports, findings } = analyse(text);
      assert.deepEqual(reports[0]?.reading.sections.map((section) => section.declaration.id), currentFormat.sections.map((section) => section.id), name);
      assert.deepEqual(reports[0]?.reading.sections[0]?.topics.length, 5, name);
      assert.equal(reports[0]?.year?.value, 2025, name);
      assert.deepEqual(findings.map((finding) => `${finding.code} ${text.slice(finding.span.start, finding.span.end)}`), [], name);
    }
  });

  it('a block of table 二 inserts every row of that block', () => {
    for (const block of currentFormat.tables[0]?.blocks ?? []) {
      const [, snippet] = snippets.find(([name]) => name.startsWith(`${block.title}（Markdown`)) ?? [];
      assert.ok(snippet, block.id);
      // A block is typed under the heading of its section: one stray row of it elsewhere is no table.
      const rows = readDocument(asReport(`二、${currentFormat.sections[1]?.title}\n\n${expand(snippet)}`), { assumeReport: true }).reports[0]?.tables[0]?.rows ?? [];
      assert.deepEqual(rows.map((row) => row.declaration.id), currentFormat.tables[0]?.rows.filter((row) => row.block === block.id).map((row) => row.id));
    }
  });

  it('writes last year wherever the editor says this year', () => {
    for (const [now, last] of [['2025', '2024'], ['2026', '2025'], ['2029', '2028'], ['2030', '2029'], ['2031', '2030'], ['2041', '2040']]) {
      assert.equal(expandSnippet(LAST_YEAR, { CURRENT_YEAR: now ?? '' }), last);
    }
  });

  it('knows the pinyin of every character of the vocabulary', () => {
    const texts = formats.flatMap((format) => [
      ...snippetItems(format).map((item) => item.label.zh),
      ...format.tables.flatMap((table) => table.rows.map((row) => row.label)),
      ...format.sections.flatMap((section) => [section.title, ...(section.topics ?? []).map((topic) => topic.title)]),
    ]);
    const unknown = new Set(texts.flatMap((text) => [...text].filter((c) => /\p{Script=Han}/u.test(c) && !hasPinyin(c))));
    assert.deepEqual([...unknown], []);
  });

  it('makes snippets of the 2019 format as well', () => {
    assert.notEqual(format2019.id, format2021.id);
    for (const item of snippetItems(format2019)) for (const notation of ['pipe', 'tab'] as const) {
      assert.doesNotMatch(expandSnippet(item.body(notation, '2020')), /[$\\{}]/, item.id);
    }
  });
});

/** VS Code turns tabs at the start of an inserted line into spaces where the editor indents by spaces. */
const spacedIndent = (text: string): string => text.replace(/^\t+/gm, (tabs) => ' '.repeat(4 * tabs.length));
