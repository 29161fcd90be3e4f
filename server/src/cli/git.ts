import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { both } from '../core/text/bilingual';
import { realPath } from './paths';
import { Problem } from './problem';

const run = promisify(execFile);

/**
 * Whether a file of the work tree around the current folder differs from where the tree left `revision` (the merge base, so
 * that what others did there since does not count); a file git does not know does, one outside the tree does not.
 *
 * Contents are compared here rather than by `git diff`: that runs the filters and hooks a repository may bring with it.
 * What a filter has changed on its way into the repository (LFS) therefore counts as changed.
 * @throws Problem when there is no git, no work tree or no such revision.
 */
export async function changedSince(revision: string): Promise<(path: string) => boolean> {
  const top = realPath(await git(['rev-parse', '--show-toplevel'], both('--changed-since 要在 git 仓库里用', '--changed-since needs a git work tree')));
  // Resolved to a hash first: whatever the user wrote can then not be taken for an option.
  const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], both(`git 里没有“${revision}”这个版本`, `git knows no revision ${revision}`));
  const base = await git(['merge-base', commit, 'HEAD'], both('', '')).catch(() => commit);
  const { blobs, modules } = parseTree(await git(['ls-tree', '-r', '-z', '--full-tree', base], both('git 出错', 'git failed')));
  return (path) => {
    const place = relative(top, realPath(path)).split(sep).join('/').normalize();
    if (/^(?:\.\.|\.git)(?:\/|$)/.test(place) || /^(?:[A-Za-z]:|\/)/.test(place)) return false;
    const known = blobs.get(place);
    if (known === undefined) return !modules.some((module) => place.startsWith(`${module}/`));
    try {
      return !isBlob(readFileSync(path), known);
    } catch {
      // It is told of where it is read.
      return true;
    }
  };
}

/** Blob hashes by path, and the paths of other repositories within. */
function parseTree(listing: string): { readonly blobs: ReadonlyMap<string, string>; readonly modules: readonly string[] } {
  const blobs = new Map<string, string>();
  const modules: string[] = [];
  for (const line of listing.split('\0')) {
    const [, kind, hash = '', path = ''] = /^\d+ (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (kind === 'blob') blobs.set(path.normalize(), hash);
    else if (kind === 'commit') modules.push(path.normalize());
  }
  return { blobs, modules };
}

/** Whether bytes are the blob of a hash, as they are or with the line ends git may have changed when it wrote the file. */
function isBlob(bytes: Buffer, hash: string): boolean {
  if (hashOf(bytes, hash.length) === hash) return true;
  return bytes.includes('\r\n') && hashOf(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), hash.length) === hash;
}

const hashOf = (bytes: Buffer, length: number): string =>
  createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');

/** Settings of a repository may name programs (a file monitor, a transport that fetches what a partial clone lacks): none is run. */
async function git(args: readonly string[], problem: { readonly zh: string; readonly en: string }): Promise<string> {
  try {
    const env = { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: '' };
    const { stdout } = await run('git', ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args], { env, maxBuffer: 1 << 28, windowsHide: true });
    return args.includes('-z') ? stdout : stdout.replace(/\r?\n$/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Problem(both('没有装 git', 'git is not installed'));
    throw new Problem(problem);
  }
}
