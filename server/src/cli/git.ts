import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { both } from '../core/text/bilingual';
import { realPath } from './paths';
import { Problem } from './problem';

const run = promisify(execFile);

/**
 * Real paths of the files of the work tree around the current folder that differ from where it left `revision` (the merge
 * base, so that what others did there since does not count), files git does not know yet included.
 * @throws Problem when there is no git, no work tree or no such revision.
 */
export async function changedSince(revision: string): Promise<ReadonlySet<string>> {
  const top = await git(['rev-parse', '--show-toplevel'], both('--changed-since 要在 git 仓库里用', '--changed-since needs a git work tree'));
  // Resolved to a hash first: whatever the user wrote can then not be taken for an option.
  const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], both(`git 里没有“${revision}”这个版本`, `git knows no revision ${revision}`));
  const base = await git(['merge-base', commit, 'HEAD'], both('', '')).catch(() => commit);
  const failed = both('git 出错', 'git failed');
  const changed = await git(['-C', top, 'diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--diff-filter=d', base, '--'], failed);
  const fresh = await git(['-C', top, 'ls-files', '--others', '--exclude-standard', '-z'], failed);
  return new Set(`${changed}\0${fresh}`.split('\0').filter((name) => name !== '').map((name) => realPath(join(top, name))));
}

/** The file monitor that a repository may name in its settings is a program of others: it is not run. */
async function git(args: readonly string[], problem: { readonly zh: string; readonly en: string }): Promise<string> {
  try {
    const { stdout } = await run('git', ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args], { maxBuffer: 1 << 28, windowsHide: true });
    return args.includes('-z') ? stdout : stdout.replace(/\r?\n$/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Problem(both('没有装 git', 'git is not installed'));
    throw new Problem(problem);
  }
}
