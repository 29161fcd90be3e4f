import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import type { Bilingual } from '../core';
import { both } from '../core/text/bilingual';
import type { IsIgnored } from './gitignore';
import { realPath } from './paths';
import { reasonOf } from './problem';

export interface FoundFile {
  /** As given, or the given folder's path and what follows. */
  readonly path: string;
  /** Named by the user rather than found in a folder or by a pattern. */
  readonly named: boolean;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Arguments that lead to no file. */
  readonly problems: readonly Bilingual[];
}

/** What is taken of a folder, unless something else is looked for. */
const DRAFTS = '**/*.{md,txt,nianbao}';
const PATTERN = /[*?[\]{}!()]/;
/** Links are followed (each file is taken once), hidden files and folders are not entered. */
const SEARCH = { dot: false, onlyFiles: true, expandDirectories: false, caseSensitiveMatch: false, ignore: ['**/node_modules/**'] } as const;

/**
 * The files that paths, folders and patterns stand for: arguments in their order, files of a folder by name, each once.
 * A path that exists is that file or folder, even if it reads like a pattern (`[2024]年报.md`).
 */
export async function findFiles(paths: readonly string[], isIgnored: IsIgnored, inFolders = DRAFTS): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const problems: Bilingual[] = [];
  const named = new Set<string>();
  const real = new Set<string>();
  const take = (path: string, byName: boolean): void => {
    const [full, place] = [resolve(path), realPath(path)];
    if (byName ? named.has(full) : real.has(place)) return;
    named.add(full);
    real.add(place);
    files.push({ path, named: byName });
  };
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'file') {
      take(path, true);
      continue;
    }
    if (typeof kind === 'object') {
      problems.push(kind);
      continue;
    }
    const found = kind === 'folder' ? await search(path, inFolders) : await match(path);
    if (found.length === 0) problems.push(both(`${path}：没有找到要检查的文件`, `${path}: no matching file`));
    for (const each of found) if (!isIgnored(each)) take(each, false);
  }
  return { files, problems };
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'pattern' | Bilingual> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason.startsWith('ENOENT')) return both(`${path}：读不出来（${reason}）`, `${path}: cannot be read (${reason})`);
    return PATTERN.test(path) ? 'pattern' : both(`${path}：没有这个文件`, `${path}: no such file`);
  }
}

async function search(folder: string, wanted: string): Promise<string[]> {
  const prefix = /^\.[\\/]*$/.test(folder) ? '' : /[\\/]$/.test(folder) ? folder : `${folder}/`;
  return sorted(await glob(wanted, { ...SEARCH, cwd: folder })).map((path) => prefix + path);
}

async function match(pattern: string): Promise<string[]> {
  const portable = process.platform === 'win32' ? pattern.replace(/\\/g, '/') : pattern;
  const absolute = isAbsolute(pattern);
  const found = sorted(await glob(portable, { ...SEARCH, absolute }));
  return portable.startsWith('./') ? found.map((path) => `./${path}`) : found;
}

/** By code unit: the same on every machine, whatever its locale. */
const sorted = (paths: string[]): string[] => paths.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
