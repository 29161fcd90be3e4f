import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'node:test';
import { csvLine } from '../../server/src/cli/csv';
import { textOutput } from '../../server/src/cli/print-text';
import { printable, printableJson } from '../../server/src/cli/printable';
import { progressBar } from '../../server/src/cli/progress';
import type { Shell } from '../../server/src/cli/shell';
import { run, workspace, wrong } from './support';

/** Anything a terminal would act on, the line end excepted. */
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const nasty = fc.string({ unit: fc.oneof(fc.integer({ min: 0, max: 0x9f }).map((code) => String.fromCharCode(code)), fc.constantFrom('年', '\u202e', '\u2028', '\ufeff', '"', ',', '=')) });

describe('what a draft says never reaches the terminal raw', () => {
  it('as a line', () => {
    assert.equal(printable('a\u001b[31mb\r\nc\td\u202e\u009b1m'), 'a\\u001b[31mb\\u000d c d\\u202e\\u009b1m');
    fc.assert(fc.property(nasty, (text) => !acting.test(printable(text)) && !printable(text).includes('\n')));
  });

  it('as JSON, which means the same', () => {
    fc.assert(fc.property(nasty, (text) => !acting.test(printableJson(JSON.stringify({ text }, undefined, 2))) && (JSON.parse(printableJson(JSON.stringify({ text }, undefined, 2))) as { text: string }).text === text));
  });

  it('in any format', () => {
    const attack = '\u001b]0;owned\u0007\u009b2J';
    const cwd = workspace({ [`${attack}.md`]: wrong.replace('青禾县教育局2024', `青禾县教育局${attack}2024`).replace('## 五、存在的主要问题及改进情况', `## 五、${attack}存在的主要问题`).replace('| 9 | 3 | 0 | 0 | 0 | 0 | 13 |', `| 9${attack} | 3 | 0 | 0 | 0 | 0 | 13 |`) });
    for (const args of [['check'], ['check', '--format', 'json'], ['check', '--format', 'sarif'], ['check', '--format', 'csv'], ['extract'], ['extract', '--format', 'csv'], ['check', '--fix']]) {
      const { out, err } = run(cwd, [...args, '.', `no${attack}.md`]);
      assert.ok(out.includes('owned') && err.includes('owned'), args.join(' '));
      assert.doesNotMatch(out.replaceAll('\r\n', '\n'), acting, args.join(' '));
      assert.doesNotMatch(err, acting, args.join(' '));
    }
  });
});

describe('CSV', () => {
  /** A reader of RFC 4180 of its own. */
  const parse = (record: string): string[] => [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');

  it('is read back as it was written', () => {
    const safe = fc.string({ unit: fc.constantFrom('a', '年', '"', ',', '\n', ' ', '1') }).map((text) => `a${text}`);
    fc.assert(fc.property(fc.array(safe, { minLength: 1 }), (cells) => assert.deepEqual(parse(csvLine(cells).slice(0, -2)), cells)));
  });

  it('holds no formula but numbers as they are', () => {
    assert.equal(csvLine(['=1+1', '+1', '-1', '@a', '\ta', '＝1', 'a=1', { number: '-5' }, null]), `'=1+1,'+1,'-1,'@a,'\ta,'＝1,a=1,-5,\r\n`);
  });
});

describe('on a terminal', () => {
  const shell = (progress: boolean): { readonly shell: Shell; readonly drawn: string[] } => {
    const drawn: string[] = [];
    return { drawn, shell: { language: 'zh', colours: false, progress, print: () => undefined, tell: () => undefined, draw: (text) => drawn.push(text) } };
  };

  it('a bar shows how far work that takes long has come, and is wiped', (t) => {
    let now = 0;
    t.mock.method(performance, 'now', () => now);
    const { shell: terminal, drawn } = shell(true);
    const bar = progressBar(terminal, 100);
    bar.step(1);
    assert.deepEqual(drawn, [], 'short work needs no bar');
    now = 1000;
    bar.step(50);
    bar.step(51);
    assert.deepEqual(drawn, [`\r正在检查 ${'█'.repeat(12)}${'░'.repeat(12)} 50/100\u001b[K`]);
    bar.clear();
    bar.clear();
    assert.deepEqual(drawn.slice(1), ['\r\u001b[K']);
  });

  it('there is none in a pipe', (t) => {
    let now = 0;
    t.mock.method(performance, 'now', () => now);
    const { shell: pipe, drawn } = shell(false);
    const bar = progressBar(pipe, 100);
    now = 5000;
    bar.step(50);
    bar.clear();
    assert.deepEqual(drawn, []);
  });

  it('severities have colours', () => {
    const place = { line: 0, character: 0 };
    const file = { path: 'a.md', kind: 'report', year: 2024, format: '2021', failures: [], fixed: 0, diagnostics: [{ code: 'row-total', severity: 'error', message: 'm', range: { start: place, end: place }, fingerprint: '', related: [], fixes: [] }] } as const;
    assert.match(textOutput([file], 'en', true), /^a\.md:1:1 \u001b\[31merror\u001b\[0m \u001b\[90mrow-total\u001b\[0m m\n1 report checked: error 1/);
    assert.match(textOutput([file], 'en', false), /^a\.md:1:1 error row-total m\n/);
  });
});
