import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkJson, faultless, run, workspace, wrong } from './support';

const total = (text: string, from: number, to: number): string => text.replace(`| ${from} |\n| 二`, `| ${to} |\n| 二`);

describe('--baseline', () => {
  it('lists only what is new, and only that fails', () => {
    const cwd = workspace({ 'drafts/a.md': wrong, 'drafts/b.md': faultless });
    const noted = run(cwd, ['check', '--baseline', 'known.json', '--write-baseline', 'drafts']);
    assert.deepEqual([noted.code, noted.out, noted.err], [0, '', 'known.json：记下现有的提示 1 条\n']);

    const again = run(cwd, ['check', '--baseline', 'known.json', 'drafts']);
    assert.equal(again.code, 0);
    assert.equal(again.out, '检查了 2 份年报：错误 0，警告 0，信息 0，提示 0\n');
    assert.equal(again.err, '基线里已有的提示 1 条，没有列出\n');

    writeFileSync(join(cwd, 'drafts/b.md'), wrong);
    const { files, code } = checkJson(cwd, '--baseline', 'known.json', 'drafts');
    assert.deepEqual(files.map(({ path, diagnostics }) => [path, diagnostics.length]), [['drafts/a.md', 0], ['drafts/b.md', 1]]);
    assert.equal(code, 1);
  });

  it('knows a finding that moved, not one that says something else', () => {
    const cwd = workspace({ 'a.md': wrong });
    run(cwd, ['check', '--baseline', 'known.json', '--write-baseline', 'a.md']);
    writeFileSync(join(cwd, 'a.md'), wrong.replace('\n', '\n\n\n'));
    assert.equal(checkJson(cwd, '--baseline', 'known.json', 'a.md').code, 0);
    writeFileSync(join(cwd, 'a.md'), total(wrong, 13, 15));
    assert.equal(checkJson(cwd, '--baseline', 'known.json', 'a.md').code, 1);
  });

  it('knows a finding as often as it was there', () => {
    const twice = `${wrong}\n\n${wrong}`;
    const cwd = workspace({ 'a.md': wrong });
    run(cwd, ['check', '--baseline', 'known.json', '--write-baseline', 'a.md']);
    writeFileSync(join(cwd, 'a.md'), twice);
    assert.equal(checkJson(cwd, '--baseline', 'known.json', 'a.md').summary.error, 1);
  });

  it('means the same from any folder, and holds nothing of the drafts', () => {
    const cwd = workspace({ 'drafts/a.md': wrong });
    run(join(cwd, 'drafts'), ['check', '--baseline', '../known.json', '--write-baseline', 'a.md']);
    assert.equal(run(cwd, ['check', '--baseline', 'known.json', 'drafts/a.md']).code, 0);
    const text = readFileSync(join(cwd, 'known.json'), 'utf8');
    assert.match(text, /"drafts\/a\.md"/);
    assert.match(text, /^[\x20-\x7e\n]*$/);
  });

  it('keeps what it says of files that were not checked, but for those that are gone', () => {
    const cwd = workspace({ 'a.md': wrong, 'b.md': wrong, 'c.md': wrong });
    const write = (...files: string[]): unknown => {
      run(cwd, ['check', '--baseline', 'known.json', '--write-baseline', ...files]);
      return Object.keys((JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8')) as { files: object }).files);
    };
    assert.deepEqual(write('.'), ['a.md', 'b.md', 'c.md']);
    writeFileSync(join(cwd, 'a.md'), faultless);
    rmSync(join(cwd, 'b.md'));
    assert.deepEqual(write('a.md'), ['c.md']);
  });

  it('that is not there or is something else is told of', () => {
    const cwd = workspace({ 'a.md': wrong, 'list.json': '[]', 'broken.json': '{', 'odd.json': '{ "version": 1, "files": { "a.md": { "x": "1" } } }' });
    const missing = run(cwd, ['check', '--baseline', 'none.json', 'a.md']);
    assert.equal(missing.code, 2);
    assert.match(missing.err, /none\.json：基线文件读不出来.*--write-baseline/);
    for (const name of ['list.json', 'broken.json', 'odd.json']) {
      assert.deepEqual(run(cwd, ['check', '--baseline', name, 'a.md']), { code: 2, out: '', err: `${name}：不是基线文件\n` });
      assert.equal(run(cwd, ['check', '--baseline', name, '--write-baseline', 'a.md']).code, 2, 'and not overwritten');
    }
  });
});
