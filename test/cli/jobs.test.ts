import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { invent } from '../several/invented';
import { checkJson, faultless, run, script, workspace, wrong } from './support';

/** Reports of all kinds: two years, a county with townships, faults, binaries, broken and ignoring config files. */
function many(): string {
  const files: Record<string, string | Uint8Array> = {
    'disclosure-report.json': JSON.stringify({ agency: '青禾县', children: ['青禾县甲镇', '青禾县乙镇', '青禾县丁镇'], ignore: ['skip/'], wrongKey: 1 }),
    '2024/county.md': invent({ agency: '青禾县', year: 2024, received: 11 }),
    'skip/a.md': wrong,
    'b/disclosure-report.json': '{ "rules": 5 }',
    'b/binary.md': new Uint8Array([0, 1, 2]),
    'b/notes.md': '# 买菜',
  };
  for (const name of ['甲镇', '乙镇', '丙镇']) for (const year of [2023, 2024]) files[`${year}/${name}.md`] = invent({ agency: `青禾县${name}`, year, received: 4, carriedIn: year === 2024 ? 1 : 0 });
  for (let i = 0; i < 40; i++) files[`b/${i}.md`] = i % 3 === 0 ? wrong : i % 3 === 1 ? faultless.replaceAll('\n', '\r\n') : wrong.slice(0, 3000 + i * 50);
  return workspace(files);
}

describe('--jobs', () => {
  it('changes nothing of the result, nor of its order', () => {
    const cwd = many();
    for (const format of ['text', 'json', 'sarif', 'csv']) {
      const one = run(cwd, ['check', '--jobs', '1', '--format', format, '.', 'none.md', 'b/binary.md']);
      assert.equal(one.code, 2);
      assert.ok(one.out.includes('roll-up') && one.out.includes('carried-over'), format);
      for (const jobs of ['2', '5']) assert.deepEqual(run(cwd, ['check', '-j', jobs, '--format', format, '.', 'none.md', 'b/binary.md']), one);
    }
  });

  it('goes with --fix: the same is written', () => {
    const [a, b] = [many(), many()];
    const fixed = (cwd: string, jobs: string): string => JSON.stringify(run(cwd, ['check', '--jobs', jobs, '--fix', '.'])).replaceAll(cwd, '');
    assert.equal(fixed(b, '3'), fixed(a, '1'));
    for (let i = 0; i < 40; i++) assert.equal(readFileSync(join(b, `b/${i}.md`), 'utf8'), readFileSync(join(a, `b/${i}.md`), 'utf8'));
    assert.equal(readFileSync(join(b, 'b/0.md'), 'utf8'), faultless);
  });

  it('takes a number of threads', () => {
    const cwd = workspace({ 'a.md': faultless });
    for (const jobs of ['0', '-1', 'x', '1.5', '', '257']) assert.match(run(cwd, ['check', `--jobs=${jobs}`, 'a.md']).err, /--jobs 是线程数/);
    assert.equal(run(cwd, ['check', '--jobs', '256', 'a.md']).code, 0);
  });

  it('goes on when threads die: their files are told of', () => {
    const cwd = many();
    const preload = join(cwd, 'preload.cjs');
    writeFileSync(
      preload,
      `const threads = require('node:worker_threads');
       const fs = require('node:fs/promises');
       const read = fs.readFile;
       fs.readFile = (path, ...rest) => {
         if (!threads.isMainThread && /[/]1[0-4][.]md$/.test(String(path))) process.exit(3);
         if (!threads.isMainThread && /[/]15[.]md$/.test(String(path))) setImmediate(() => { throw new Error('fell'); });
         return String(path).endsWith('15.md') && !threads.isMainThread ? new Promise(() => {}) : read(path, ...rest);
       };`,
    );
    const files = checkJson(cwd, '--jobs', '1', '.').files.map(({ path }) => path);
    const { code, out, err } = run(cwd, ['check', '--jobs', '2', '--format', 'json', '.'], { NODE_OPTIONS: `--require ${preload}` });
    assert.equal(code, 2);
    const lost = [10, 11, 12, 13, 14, 15].map((i) => `b/${i}.md`);
    for (const path of lost) assert.ok(err.includes(`${path}：程序出错`), `${path} in ${err}`);
    assert.deepEqual((JSON.parse(out) as { files: { path: string }[] }).files.map(({ path }) => path), files.filter((path) => !lost.includes(path)));
  });

  it('ends at once when interrupted', { skip: process.platform === 'win32' && 'signals' }, async () => {
    const cwd = workspace(Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`${i}.md`, wrong])));
    const child = spawn(process.execPath, [script, 'check', '--jobs', '2', '.'], { cwd, stdio: 'ignore' });
    await new Promise((resolve) => setTimeout(resolve, 600));
    const at = performance.now();
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_, signal) => resolve(signal)));
    child.kill('SIGINT');
    assert.equal(await ended, 'SIGINT');
    assert.ok(performance.now() - at < 2000);
  });
});
