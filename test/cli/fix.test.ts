import assert from 'node:assert/strict';
import { chmodSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Problem } from '../../server/src/cli/problem';
import { replaceFile } from '../../server/src/cli/write';
import { gb18030 } from './gb18030';
import { faultless, run, workspace, wrong } from './support';

const read = (cwd: string, name: string): Buffer => readFileSync(join(cwd, name));
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

describe('check --fix', () => {
  it('writes what is certain, tells how much, and reports what is left', () => {
    const cwd = workspace({ 'bad.md': wrong.replace('（五）监督保障情况。', '（五）其他情况。') });
    const { code, out, err } = run(cwd, ['check', '--fix', 'bad.md']);
    assert.equal(err, 'bad.md：修改了 1 处\n');
    assert.doesNotMatch(out, /row-total/);
    assert.match(out, /missing-topic/);
    assert.equal(code, 0);
    assert.equal(read(cwd, 'bad.md').toString(), faultless.replace('（五）监督保障情况。', '（五）其他情况。'));
  });

  it('keeps encoding, byte order mark and line ends, byte for byte', () => {
    const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
      'utf8.md': (text) => Buffer.from(text),
      'bom.md': (text) => Buffer.from(`\ufeff${text}`),
      'crlf.md': (text) => Buffer.from(crlf(text)),
      'cr.md': (text) => Buffer.from(text.replaceAll('\n', '\r')),
      'mixed.md': (text) => Buffer.from(text.replace('\n', '\r\n')),
      'no-end.md': (text) => Buffer.from(text.trimEnd()),
      'le.md': (text) => Buffer.from(`\ufeff${crlf(text)}`, 'utf16le'),
      'be.md': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    };
    const cwd = workspace(Object.fromEntries(Object.entries(encodings).map(([name, encode]) => [name, encode(wrong)])));
    assert.equal(run(cwd, ['check', '--fix', '.']).code, 0);
    for (const [name, encode] of Object.entries(encodings)) assert.ok(read(cwd, name).equals(encode(faultless)), name);
  });

  it('does not write GB18030 or broken bytes, says so, and still reports', () => {
    const broken = Buffer.concat([Buffer.from(wrong), Buffer.from([0xff])]);
    const cwd = workspace({ 'gb.md': gb18030(wrong), 'broken.md': broken, 'fine.md': gb18030(faultless) });
    const { code, out, err } = run(cwd, ['check', '--fix', 'gb.md', 'broken.md', 'fine.md']);
    assert.equal(code, 2);
    assert.equal(err, 'gb.md：没有修改：编码是 GB18030，写回去会损坏；请先另存为 UTF-8\nbroken.md：没有修改：里面有坏的字节，写回去会损坏；请先另存为 UTF-8\n');
    assert.match(out, /gb\.md:\d+:\d+ 错误 row-total/);
    assert.ok(read(cwd, 'gb.md').equals(gb18030(wrong)));
    assert.ok(read(cwd, 'broken.md').equals(broken));
  });

  it('does not touch a draft with nothing to fix, nor what is no report', () => {
    const cwd = workspace({ 'good.md': faultless, 'other.md': '| 1 | 2 | 4 |\n' });
    const before = ['good.md', 'other.md'].map((name) => statSync(join(cwd, name), { bigint: true }));
    assert.equal(run(cwd, ['check', '--fix', 'good.md', 'other.md']).code, 0);
    const after = ['good.md', 'other.md'].map((name) => statSync(join(cwd, name), { bigint: true }));
    assert.deepEqual(after.map(({ ino, mtimeNs }) => [ino, mtimeNs]), before.map(({ ino, mtimeNs }) => [ino, mtimeNs]));
  });

  it('is done after one run', () => {
    const cwd = workspace({ 'bad.md': wrong });
    run(cwd, ['check', '--fix', 'bad.md']);
    assert.equal(run(cwd, ['check', '--fix', 'bad.md']).err, '');
  });

  it('follows links and keeps the mode', () => {
    const cwd = workspace({ 'drafts/bad.md': wrong });
    chmodSync(join(cwd, 'drafts/bad.md'), 0o664);
    symlinkSync('drafts/bad.md', join(cwd, 'link.md'));
    assert.equal(run(cwd, ['check', '--fix', 'link.md']).code, 0);
    assert.ok(lstatSync(join(cwd, 'link.md')).isSymbolicLink());
    assert.equal(read(cwd, 'drafts/bad.md').toString(), faultless);
    assert.equal(statSync(join(cwd, 'drafts/bad.md')).mode & 0o7777, 0o664);
    assert.deepEqual(readdirSync(join(cwd, 'drafts')), ['bad.md'], 'nothing is left beside it');
  });
});

describe('replacing a file', () => {
  it('refuses when another program has written meanwhile, and leaves nothing behind', async () => {
    const cwd = workspace({ 'a.md': 'theirs' });
    await assert.rejects(replaceFile(join(cwd, 'a.md'), Buffer.from('before'), Buffer.from('ours')), Problem);
    assert.equal(read(cwd, 'a.md').toString(), 'theirs');
    assert.deepEqual(readdirSync(cwd), ['a.md']);
  });

  it('is one step: the old file stays whole for whoever holds it open', async () => {
    const cwd = workspace({ 'a.md': 'before' });
    linkSync(join(cwd, 'a.md'), join(cwd, 'held'));
    await replaceFile(join(cwd, 'a.md'), Buffer.from('before'), Buffer.from('after'));
    assert.deepEqual([read(cwd, 'a.md').toString(), read(cwd, 'held').toString()], ['after', 'before']);
  });

  it('tells of a file that must not be written', (t) => {
    const cwd = workspace({ 'bad.md': wrong });
    chmodSync(join(cwd, 'bad.md'), 0o444);
    try {
      writeFileSync(join(cwd, 'bad.md'), wrong);
      return t.skip('the superuser may write everything');
    } catch {
      const { code, err } = run(cwd, ['check', '--fix', 'bad.md']);
      assert.equal(code, 2);
      assert.match(err, /bad\.md：写不进去（EACCES/);
      assert.equal(read(cwd, 'bad.md').toString(), wrong);
    }
  });
});
