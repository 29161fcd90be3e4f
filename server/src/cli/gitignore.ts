import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Whether git keeps a found file out of the work tree's history. */
export type IsIgnored = (path: string) => boolean;

/**
 * Reads `.gitignore` files as git does: those from the root of the work tree down to the file's folder, the deeper one
 * having the last word, and nothing below an ignored folder coming back. Outside a work tree nothing is ignored.
 */
export function gitIgnore(): IsIgnored {
  const rules = new Map<string, Ignore | undefined>();
  const folders = new Map<string, boolean>();
  const roots = new Map<string, string | undefined>();

  const rulesOf = (folder: string): Ignore | undefined => memo(rules, folder, () => readRules(join(folder, '.gitignore')));
  const rootOf = (folder: string): string | undefined =>
    memo(roots, folder, () => (existsSync(join(folder, '.git')) ? folder : dirname(folder) === folder ? undefined : rootOf(dirname(folder))));

  /** @param path absolute; below `root`. */
  const isIgnored = (root: string, path: string, isFolder: boolean): boolean => {
    const parent = dirname(path);
    if (parent !== root && memo(folders, parent, () => isIgnored(root, parent, true))) return true;
    let verdict = false;
    for (const folder of [root, ...steps(root, parent)]) {
      const result = rulesOf(folder)?.test(relative(folder, path).split(sep).join('/') + (isFolder ? '/' : ''));
      if (result?.ignored) verdict = true;
      else if (result?.unignored) verdict = false;
    }
    return verdict;
  };

  return (path) => {
    const full = resolve(path);
    const root = rootOf(dirname(full));
    return root !== undefined && isIgnored(root, full, false);
  };
}

function memo<T>(known: Map<string, T>, key: string, compute: () => T): T {
  if (known.has(key)) return known.get(key) as T;
  const value = compute();
  known.set(key, value);
  return value;
}

/** The folders between `root` (left out) and `folder` (included), from the top down. */
function steps(root: string, folder: string): string[] {
  const names = relative(root, folder).split(sep).filter((name) => name !== '');
  return names.map((_, i) => join(root, ...names.slice(0, i + 1)));
}

function readRules(path: string): Ignore | undefined {
  try {
    return ignore({ allowRelativePaths: false }).add(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
