import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse } from '../../server/src/core/analyse';
import { readDocument } from '../../server/src/core/read';
import { describeReport } from '../../server/src/core/report';
import type { NamedReport, Relatives } from '../../server/src/core/report/relatives';
import { rules } from '../../server/src/core/rules';
import { applyEdits } from '../../server/src/core/text/span';
import { complete, completeReport, examplesOf, type Example } from './examples';

const folder = new URL('../../docs/rules/', import.meta.url);
const page = (code: string): string => readFileSync(new URL(`${code}.md`, folder), 'utf8');

/** The reports the examples of a page are compared with. */
function relativesOf(examples: readonly Example[]): Relatives {
  const reports = (kind: Example['kind']): NamedReport[] =>
    examples.filter((example) => example.kind === kind).flatMap((example) => readDocument(complete(example).text).reports.map((reading) => ({ document: kind, report: describeReport(reading) })));
  const [lastYear] = reports('last');
  return { ...(lastYear ? { lastYear } : {}), children: reports('child') };
}

const said = (text: string, relatives: Relatives = {}): string[] => analyse(text, { relatives: () => relatives }).findings.map(({ code, span }) => `${code} at ${span.start}–${span.end} “${text.slice(span.start, span.end)}”`);

describe('rule pages', () => {
  it('there is a page for every rule and a rule for every page', () => {
    const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
    assert.deepEqual(pages.sort(), rules.map((rule) => `${rule.code}.md`).sort());
  });

  it('the report the examples are put into has no fault', () => {
    assert.deepEqual(said(completeReport), []);
  });

  it('the examples fill a page: text in both languages, a bad and a good example', () => {
    for (const { code } of rules) {
      const text = page(code);
      for (const heading of ['## 检查什么', '## 为什么', '## 错误示例', '## 正确示例', '## 什么时候不报', '## In English']) assert.ok(text.includes(heading), `${code}: ${heading}`);
      const kinds = new Set(examplesOf(text).map((example) => example.kind));
      assert.ok(kinds.has('bad') && kinds.has('good'), code);
    }
  });

  for (const { code } of rules) {
    if (!existsSync(new URL(`${code}.md`, folder))) continue;
    const examples = examplesOf(page(code));
    const relatives = relativesOf(examples);
    for (const example of examples) {
      if (example.kind === 'bad') it(`${code}: line ${example.line}, the bad example`, () => isBad(code, example, relatives));
      if (example.kind === 'good') it(`${code}: line ${example.line}, the good example`, () => isGood(example, relatives));
    }
    const mended = examples.filter((example) => example.fixed);
    for (const [i, good] of mended.entries()) {
      it(`${code}: line ${good.line} is what the fix leaves`, () => assert.equal(fixed(complete(examples.filter((example) => example.kind === 'bad')[i] as Example).text), complete(good).text));
    }
  }
});

/** The bad example gives exactly this code, and exactly where the marks are. */
function isBad(code: string, example: Example, relatives: Relatives): void {
  const { text, marks } = complete(example);
  const expected = marks.map(({ start, end }) => `${code} at ${start}–${end} “${text.slice(start, end)}”`);
  assert.ok(expected.length > 0, 'nothing is marked');
  assert.deepEqual(said(text, relatives), expected);
}

function isGood(example: Example, relatives: Relatives): void {
  assert.deepEqual(said(complete(example).text, relatives), []);
}

/** The text after the preferred fix of its only finding. */
function fixed(text: string): string {
  const [finding, ...others] = analyse(text).findings;
  assert.equal(others.length, 0);
  const fix = finding?.fixes?.find((each) => each.preferred);
  assert.ok(fix, 'no preferred fix');
  return applyEdits(text, fix.edits());
}
