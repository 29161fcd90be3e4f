import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { analyse, extract, formatById, toJson } from '../../server/src/core';
import { faultless, run, samples, withSamples, workspace } from './support';

type Extracted = Record<string, unknown> & { path: string; tables: Record<string, Record<string, unknown>> };
const json = (cwd: string, ...args: string[]): unknown => JSON.parse(run(cwd, ['extract', ...args]).out);

describe('extract', () => {
  it('gives one object for one file, an array for several or a folder', () => {
    const cwd = workspace({ 'one/a.md': faultless, 'b.md': faultless });
    assert.ok(!Array.isArray(json(cwd, 'b.md')));
    assert.deepEqual((json(cwd, 'b.md', 'one/a.md') as Extracted[]).map(({ path }) => path), ['b.md', 'one/a.md']);
    assert.equal((json(cwd, 'one') as Extracted[]).length, 1, 'a folder, however many are in it');
  });

  it('gives the data in the contract’s shape, the path first', () => {
    const data = json(workspace({ 'a.md': faultless }), '--format', 'json', 'a.md') as Extracted;
    assert.deepEqual(Object.keys(data), ['path', 'title', 'agency', 'year', 'format', 'sections', 'tables']);
    assert.deepEqual(data.tables['requests']?.['newReceived'], [9, 3, 0, 0, 0, 0, 12]);
    assert.deepEqual(data.tables['proactiveDisclosure']?.['normativeDocuments'], { issued: 1, repealed: 0, inForce: 4 });
    assert.deepEqual(data.tables['reviewLitigation']?.['review'], [1, 0, 0, 0, 1]);
  });

  it('gives what the core reads, in every sample', () => {
    const cwd = withSamples();
    const names = readdirSync(samples).filter((name) => /\.(md|txt|nianbao)$/.test(name) && name !== 'README.md');
    const expected = names.flatMap((name) => analyse(readFileSync(join(samples, name), 'utf8'), { assumeReport: name.endsWith('.nianbao') }).reports.map((report) => ({ path: `samples/${name}`, ...extract(report) })));
    assert.deepEqual(json(cwd, ...names.map((name) => `samples/${name}`)), JSON.parse(toJson(expected)));
  });

  it('keeps the digits of an amount', () => {
    const { out } = run(workspace({ 'a.md': faultless.replace('| 行政事业性收费 | 0 |', '| 行政事业性收费 | 59237.2400 |') }), ['extract', 'a.md']);
    assert.match(out, /"amount": 59237\.2400\b/);
  });

  it('gives several objects for a file of several reports', () => {
    const cwd = workspace({ 'both.md': `${faultless}\n\n${faultless.replaceAll('青禾县教育局', '青禾县水利局')}` });
    assert.deepEqual((json(cwd, 'both.md') as Extracted[]).map(({ path, agency }) => [path, agency]), [['both.md', '青禾县教育局'], ['both.md', '青禾县水利局']]);
  });

  it('gives CSV: one record a value, blank for none', () => {
    const cwd = workspace({ 'a.md': faultless.replace('| 行政处罚 | 6 |', '| 行政处罚 | / |') });
    const { out, code } = run(cwd, ['extract', '--format', 'csv', 'a.md']);
    assert.equal(code, 0);
    const lines = out.split('\r\n');
    assert.equal(lines[0], 'path,agency,year,format,table,row,column,value');
    assert.ok(lines.includes('a.md,青禾县教育局,2024,2021,requests,newReceived,total,12'), out);
    assert.ok(lines.includes('a.md,青禾县教育局,2024,2021,proactiveDisclosure,penalties,decisions,'));
    assert.ok(lines.includes('a.md,青禾县教育局,2024,2021,reviewLitigation,review,total,1'));
    const values = formatById('2021')?.tables.flatMap((table) => table.rows.filter((row) => !row.group).flatMap((row) => row.columns)).length;
    assert.equal(lines.length, 1 + (values ?? 0) + 1);
  });

  it('guards a spreadsheet against text that looks like a formula', () => {
    const cwd = workspace({ '-1,"x".md': faultless });
    const [, record] = run(cwd, ['extract', '--format', 'csv', '--bom', '--', '-1,"x".md']).out.split('\r\n');
    assert.ok(record?.startsWith(`"'-1,""x"".md",青禾县教育局,2024,`), record);
  });

  it('shows what was read from the prose', () => {
    const cwd = workspace({ 'a.md': `\ufeff${faultless}` });
    const { prose } = json(cwd, '--prose', 'a.md') as { prose: { sentences: { text: string }[]; numbers: { span: { start: number; end: number }; text: string; value: number; unit: string }[] } };
    assert.ok(prose.sentences.some(({ text }) => text.includes('公开信息185条')));
    const number = prose.numbers.find(({ value }) => value === 185);
    assert.deepEqual([number?.unit, faultless.slice(number?.span.start, number?.span.end)], ['条', number?.text], 'offsets do not count the byte order mark');
    assert.match(run(cwd, ['extract', '--prose', '--format', 'csv', 'a.md']).err, /--prose 只有/);
  });

  it('tells of a named file that is no report', () => {
    const cwd = workspace({ 'a.md': faultless, 'notes.txt': '买菜' });
    const { code, out, err } = run(cwd, ['extract', 'notes.txt']);
    assert.deepEqual([code, out, err], [2, '[]\n', 'notes.txt：不是政府信息公开年报，提取不出数据\n']);
    assert.equal(run(cwd, ['extract', '.']).code, 0);
  });
});
