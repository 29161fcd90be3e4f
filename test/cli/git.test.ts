import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkJson, faultless, run, workspace, wrong } from './support';

const git = (cwd: string, ...args: string[]): void => void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd, stdio: 'pipe' });

describe('--changed-since', () => {
  it('takes what the branch changed, and no more', () => {
    const cwd = workspace({ 'same.md': wrong, 'theirs.md': wrong, '改.md': wrong, 'sub/staged.md': wrong, 'gone.md': wrong, '.gitignore': 'ignored.md\n' });
    git(cwd, 'init', '-q', '-b', 'main');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-qm', '1');
    git(cwd, 'checkout', '-qb', 'draft');
    writeFileSync(join(cwd, '改.md'), `${wrong}\n`);
    git(cwd, 'commit', '-qam', '2');
    git(cwd, 'checkout', '-q', 'main');
    writeFileSync(join(cwd, 'theirs.md'), faultless);
    git(cwd, 'commit', '-qam', '3');
    git(cwd, 'checkout', '-q', 'draft');
    writeFileSync(join(cwd, 'sub/staged.md'), `${wrong}\n`);
    git(cwd, 'add', '.');
    writeFileSync(join(cwd, 'sub/new.md'), wrong);
    writeFileSync(join(cwd, 'ignored.md'), wrong);
    rmSync(join(cwd, 'gone.md'));

    const paths = (folder: string, ...args: string[]): string[] => checkJson(folder, '--changed-since', ...args).files.map(({ path }) => path);
    assert.deepEqual(paths(cwd, 'main', '.').sort(), ['sub/new.md', 'sub/staged.md', '改.md']);
    assert.deepEqual(paths(join(cwd, 'sub'), 'main', '..').sort(), ['../sub/new.md', '../sub/staged.md', '../改.md']);
    assert.deepEqual(paths(cwd, 'HEAD', '.'), ['sub/new.md', 'sub/staged.md']);
    assert.deepEqual(paths(cwd, 'main', 'same.md', '改.md'), ['改.md'], 'named files too');
  });

  it('runs no program that the repository names', { skip: process.platform === 'win32' && 'a shell script' }, () => {
    const cwd = workspace({ 'a.md': wrong, 'b.md': wrong });
    git(cwd, 'init', '-q');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-qm', '1');
    writeFileSync(join(cwd, 'a.md'), `${wrong}\n`);
    const script = join(cwd, 'program');
    writeFileSync(script, `#!/bin/sh\ntouch '${join(cwd, 'run')}'\n`, { mode: 0o755 });
    for (const key of ['core.fsmonitor', 'diff.external', 'filter.x.clean', 'filter.x.process', 'diff.x.command', 'diff.x.textconv', 'core.sshCommand', 'core.pager']) git(cwd, 'config', key, script);
    writeFileSync(join(cwd, '.git/info/attributes'), '*.md filter=x diff=x\n');
    cpSync(script, join(cwd, '.git/hooks/post-index-change'));
    // A time in the future makes git look into the file whatever its index says.
    utimesSync(join(cwd, 'b.md'), new Date('2037-01-01'), new Date('2037-01-01'));
    assert.deepEqual(checkJson(cwd, '--changed-since', 'HEAD', '.').files.map(({ path }) => path), ['a.md']);
    assert.ok(!existsSync(join(cwd, 'run')));
  });

  it('passes over a file that only looks changed: touched, or checked out with other line ends', () => {
    const cwd = workspace({ 'a.md': wrong, 'b.md': wrong, 'c.md': wrong });
    git(cwd, 'init', '-q');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-qm', '1');
    utimesSync(join(cwd, 'a.md'), new Date(), new Date());
    writeFileSync(join(cwd, 'b.md'), wrong.replaceAll('\n', '\r\n'));
    writeFileSync(join(cwd, 'c.md'), wrong.replace('\n', '\n\n'));
    assert.deepEqual(checkJson(cwd, '--changed-since', 'HEAD', '.').files.map(({ path }) => path), ['c.md']);
  });

  it('tells what is wrong', () => {
    const outside = workspace({ 'a.md': wrong });
    const env = { GIT_CEILING_DIRECTORIES: join(outside, '..') };
    assert.deepEqual(run(outside, ['check', '--changed-since', 'main', 'a.md'], env), { code: 2, out: '', err: '--changed-since 要在 git 仓库里用\n' });
    git(outside, 'init', '-q');
    for (const revision of ['main', '--output=x', '']) assert.deepEqual(run(outside, ['check', `--changed-since=${revision}`, 'a.md']), { code: 2, out: '', err: `git 里没有“${revision}”这个版本\n` });
    assert.match(run(outside, ['check', '--changed-since', 'main', 'a.md'], { PATH: '' }).err, /没有装 git/);
  });
});
