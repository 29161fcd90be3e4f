import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { run, samples, withSamples, workspace } from './support';

const faultless = readFileSync(join(samples, 'faultless.md'), 'utf8');
const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

describe('export and import', () => {
  const cwd = workspace({ '2024/年报.md': faultless });

  it('writes the document beside the draft, and the draft of a document where it is wanted', () => {
    const out = run(cwd, ['export', '2024/年报.md']);
    assert.equal(out.code, 0, out.err);
    assert.match(out.err, /年报\.docx/);
    assert.equal(readFileSync(join(cwd, '2024/年报.docx')).toString('latin1', 0, 2), 'PK');
    const back = run(cwd, ['import', '-o', 'drafts/', '2024/年报.docx']);
    assert.equal(back.code, 0, back.err);
    const [before, after] = ['2024/年报.md', 'drafts/年报.md'].map((path) => json(run(cwd, ['extract', path]).out));
    assert.deepEqual(after?.['tables'], before?.['tables']);
    assert.equal(after?.['title'], before?.['title']);
  });

  it('prints to the standard output', () => {
    const page = run(cwd, ['export', '--format', 'html', '-o', '-', '2024/年报.md']);
    assert.match(page.out, /^<!DOCTYPE html>/);
    writeFileSync(join(cwd, 'page.html'), page.out);
    assert.match(run(cwd, ['import', '-o', '-', 'page.html']).out, /^# .*年度报告/);
  });

  it('never replaces a file unasked', () => {
    writeFileSync(join(cwd, 'page.md'), 'mine');
    const kept = run(cwd, ['import', 'page.html']);
    assert.equal(kept.code, 2);
    assert.match(kept.err, /--force/);
    assert.equal(readFileSync(join(cwd, 'page.md'), 'utf8'), 'mine');
    assert.equal(run(cwd, ['import', '--force', 'page.html']).code, 0);
    assert.match(readFileSync(join(cwd, 'page.md'), 'utf8'), /年度报告/);
  });

  it('takes folders: the documents of one for import', () => {
    const found = run(cwd, ['import', '-o', 'all/', '2024']);
    assert.equal(found.code, 0, found.err);
    assert.ok(existsSync(join(cwd, 'all/年报.md')));
  });
});

describe('an export', () => {
  const cwd = withSamples();

  it('of a draft with errors is declined with the errors, and made when that is wanted', () => {
    const declined = run(cwd, ['export', 'samples/markdown.md']);
    assert.equal(declined.code, 1);
    assert.match(declined.err, /第 \d+ 行：.*应为 9/);
    assert.match(declined.err, /--allow-errors/);
    assert.ok(!existsSync(join(cwd, 'samples/markdown.docx')));
    assert.equal(run(cwd, ['export', '--allow-errors', 'samples/markdown.md']).code, 0);
    assert.ok(existsSync(join(cwd, 'samples/markdown.docx')));
  });

  it('of a draft with a place to fill in is declined, too', () => {
    writeFileSync(join(cwd, 'blank.md'), faultless.replace('| 9 | 3 |', '|  | 3 |'));
    const declined = run(cwd, ['export', 'blank.md'], { LANG: 'en_US.UTF-8' });
    assert.equal(declined.code, 1, declined.err);
    assert.match(declined.err, /line \d+: /);
  });

  it('says what is wrong with a template', () => {
    const { code, err } = run(cwd, ['export', '--template', 'samples/markdown.md', 'samples/faultless.md']);
    assert.equal(code, 2);
    assert.match(err, /markdown\.md|模板/);
    assert.equal(run(cwd, ['export', '--template', 'none.docx', 'samples/faultless.md']).code, 2);
  });
});

describe('wrong use of import and export', () => {
  const cwd = workspace({ 'a.md': faultless, 'b.md': faultless, 'old.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'text.md': '不是年报' });
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['several results for one file', ['export', '-o', 'x.docx', 'a.md', 'b.md'], /文件夹/],
    ['a format there is not', ['export', '--format', 'pdf', 'a.md'], /docx、html/],
    ['a template for a web page', ['export', '--format', 'html', '--template', 't.docx', 'a.md'], /--template/],
    ['an old document', ['import', 'old.doc'], /另存为/],
    ['no report', ['export', 'text.md'], /年度报告|年报/],
    ['no file', ['import', 'none.docx'], /没有这个文件/],
    ['an option of another command', ['import', '--template', 't.docx', 'a.md'], /--template/],
  ];
  for (const [title, args, said] of cases)
    it(title, () => {
      const { code, err } = run(cwd, args);
      assert.equal(code, 2, err);
      assert.match(err, said);
    });
});
