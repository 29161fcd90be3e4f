import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { both } from '../core/text/bilingual';
import { Problem, reasonOf } from './problem';
import type { Diagnostic, FileResult } from './result';

/** Known findings: path relative to the baseline's folder → `code fingerprint` → how many. No text of the drafts. */
interface Baseline {
  readonly version: 1;
  readonly files: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** @throws Problem when the file is not there or is no baseline. */
export async function readBaseline(path: string): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new Problem(both(`${path}：基线文件读不出来（${reasonOf(error)}）；用 --write-baseline 生成`, `${path}: the baseline cannot be read (${reasonOf(error)}); --write-baseline makes one`));
  }
  const baseline = parse(text);
  if (!baseline) throw new Problem(both(`${path}：不是基线文件`, `${path}: not a baseline`));
  return baseline;
}

function parse(text: string): Baseline | undefined {
  try {
    const value = JSON.parse(text) as Partial<Baseline> | null;
    return value?.version === 1 && isRecord(value.files) && Object.values(value.files).every((known) => isRecord(known) && Object.values(known).every(Number.isSafeInteger)) ? (value as Baseline) : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The results without the findings the baseline knows, each as often as it knows it. */
export function newFindings(results: readonly FileResult[], baseline: Baseline, path: string): FileResult[] {
  return results.map((result) => {
    const left = new Map(Object.entries(baseline.files[keyOf(path, result.path)] ?? {}));
    const isNew = (diagnostic: Diagnostic): boolean => {
      const count = left.get(entryOf(diagnostic)) ?? 0;
      if (count > 0) left.set(entryOf(diagnostic), count - 1);
      return count <= 0;
    };
    return { ...result, diagnostics: result.diagnostics.filter(isNew) };
  });
}

/** Writes all findings as known. What an earlier baseline says of files that are still there and were not checked now stays. */
export async function writeBaseline(path: string, results: readonly FileResult[]): Promise<void> {
  const earlier = existsSync(path) ? (await readBaseline(path)).files : {};
  const files = new Map(Object.entries(earlier).filter(([key]) => existsSync(join(dirname(resolve(path)), key))));
  for (const result of results) {
    const key = keyOf(path, result.path);
    if (result.diagnostics.length === 0) files.delete(key);
    else files.set(key, countEntries(result.diagnostics));
  }
  const baseline: Baseline = { version: 1, files: sortedRecord(files) };
  try {
    await writeFile(path, `${JSON.stringify(baseline, undefined, 2)}\n`);
  } catch (error) {
    throw new Problem(both(`${path}：写不进去（${reasonOf(error)}）`, `${path}: cannot be written (${reasonOf(error)})`));
  }
}

const keyOf = (baseline: string, path: string): string => relative(dirname(resolve(baseline)), resolve(path)).split(sep).join('/');

const entryOf = ({ code, fingerprint }: Diagnostic): string => `${code} ${fingerprint}`;

function countEntries(diagnostics: readonly Diagnostic[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) counts.set(entryOf(diagnostic), (counts.get(entryOf(diagnostic)) ?? 0) + 1);
  return sortedRecord(counts);
}

/** Sorted by code unit, so that a baseline under version control changes only where findings do. */
const sortedRecord = <T>(map: ReadonlyMap<string, T>): Record<string, T> => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
