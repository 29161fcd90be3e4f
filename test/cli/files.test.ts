import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkJson, faultless, run, workspace } from './support';

const paths = (cwd: string, ...args: string[]): string[] => checkJson(cwd, ...args).files.map(({ path }) => path);
const all = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, faultless]));

describe('files to check', () => {
  it('takes every draft below a folder, but for hidden folders and node_modules', () => {
    const cwd = workspace(all('a.md', 'b.TXT', 'c.nianbao', 'd.docx.bak', 'e/f/g.md', '.h/i.md', '.j.md', 'e/node_modules/k/l.md', 'node_modules/m.md'));
    assert.deepEqual(paths(cwd, '.'), ['a.md', 'b.TXT', 'c.nianbao', 'e/f/g.md']);
    assert.deepEqual(paths(cwd, 'e'), ['e/f/g.md']);
    assert.deepEqual(paths(cwd, './e/'), ['./e/f/g.md']);
    assert.deepEqual(paths(cwd, '.h'), ['.h/i.md'], 'a hidden folder that is named');
    assert.deepEqual(paths(join(cwd, 'e'), '..'), ['../a.md', '../b.TXT', '../c.nianbao', '../e/f/g.md']);
    assert.deepEqual(paths(cwd, join(cwd, 'e')), [join(cwd, 'e/f/g.md')]);
  });

  it('understands patterns', () => {
    const cwd = workspace(all('a.md', 'b.txt', 'c/d.md', 'c/e.markdown', 'node_modules/f.md'));
    assert.deepEqual(paths(cwd, '**/*.md'), ['a.md', 'c/d.md']);
    assert.deepEqual(paths(cwd, './*.{md,txt}'), ['./a.md', './b.txt']);
    assert.deepEqual(paths(cwd, `${cwd}/c/*`), [`${cwd}/c/d.md`, `${cwd}/c/e.markdown`]);
  });

  it('prefers the file that exists to the pattern it could be', () => {
    const cwd = workspace(all('[2024]年报.md', '2年报.md', '(稿)/a.md'));
    assert.deepEqual(paths(cwd, '[2024]年报.md'), ['[2024]年报.md']);
    assert.deepEqual(paths(cwd, '(稿)'), ['(稿)/a.md']);
  });

  it('takes each file once, in the order of the arguments', () => {
    const cwd = workspace(all('b.md', 'a.md'));
    symlinkSync('a.md', join(cwd, 'link.md'));
    symlinkSync('.', join(cwd, 'loop'));
    assert.deepEqual(paths(cwd, 'b.md', '.', './b.md', '*.md'), ['b.md', 'a.md']);
    assert.deepEqual(paths(cwd, 'link.md'), ['link.md']);
  });

  it('takes what begins with a dash behind --', () => {
    assert.deepEqual(paths(workspace(all('-a.md')), '--', '-a.md'), ['-a.md']);
  });

  it('tells of what is not there or cannot be read, and checks the others', () => {
    const cwd = workspace({ ...all('a.md'), 'word.docx': 'PK\u0003\u0004', 'binary.txt': '年报\0' });
    mkdirSync(join(cwd, 'empty'));
    const { code, out, err } = run(cwd, ['check', '--format', 'json', 'none.md', '*.pdf', 'empty', 'word.docx', 'binary.txt', 'a.md']);
    assert.equal(code, 2);
    assert.deepEqual((JSON.parse(out) as { files: { path: string }[] }).files.map(({ path }) => path), ['a.md']);
    assert.deepEqual(err.split('\n'), ['none.md：没有这个文件', '*.pdf：没有找到要检查的文件', 'empty：没有找到要检查的文件', 'word.docx：不是文本文件（像是 .docx/.xlsx/.zip）；.docx 先用 import 导入，其他的请另存为 .txt 或 .md', 'binary.txt：不是文本文件（含空字节）', '']);
    assert.equal(run(cwd, ['check', '.']).code, 0, 'a binary file come across is not worth a word');
  });

  it('gives the reason of the system for a file that cannot be read', () => {
    const cwd = workspace(all('a.md'));
    symlinkSync('loop.md', join(cwd, 'loop.md'));
    const { code, out, err } = run(cwd, ['check', 'a.md/b.md', 'loop.md', 'a.md']);
    assert.equal(code, 2);
    assert.deepEqual(err.split('\n'), ['a.md/b.md：读不出来（ENOTDIR: not a directory）', 'loop.md：读不出来（ELOOP: too many symbolic links encountered）', '']);
    assert.match(out, /检查了 1 份年报/);
  });
});

describe('.gitignore', () => {
  const cwd = workspace({
    ...all('a.md', 'old/b.md', 'old/keep.md', 'sub/c.md', 'sub/d.md', 'sub/deep/c.md', 'out/e.md', 'out/f/g.md'),
    '.gitignore': '/old/*\n!/old/keep.md\nout/\n',
    'sub/.gitignore': 'c.md\n!/deep/c.md\n',
    'out/.gitignore': '!e.md\n',
  });
  execFileSync('git', ['init', '-q'], { cwd });

  it('is minded as git minds it', () => {
    const gits = execFileSync('git', ['ls-files', '--others', '--exclude-standard', '*.md'], { cwd, encoding: 'utf8' });
    assert.deepEqual(paths(cwd, '.'), ['a.md', 'old/keep.md', 'sub/d.md', 'sub/deep/c.md']);
    assert.deepEqual(paths(cwd, '.'), gits.trim().split('\n'));
    assert.deepEqual(paths(join(cwd, 'sub'), '**/*.md'), ['d.md', 'deep/c.md'], 'from a folder below');
  });

  it('is not for files that are named, nor when the user does not want it', () => {
    assert.deepEqual(paths(cwd, 'old/b.md'), ['old/b.md']);
    assert.equal(paths(cwd, '--no-gitignore', '.').length, 8);
  });

  it('counts only in a work tree of git', () => {
    assert.deepEqual(paths(workspace({ ...all('a.md'), '.gitignore': '*' }), '.'), ['a.md']);
  });
});
