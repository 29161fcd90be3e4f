import type { Bilingual } from '../core';
import { both } from '../core/text/bilingual';
import { findFiles } from './files';
import { gitIgnore } from './gitignore';
import { outputPlaces, STANDARD_OUTPUT, type OutputPlace } from './output-place';
import { defect, Problem, reasonOf } from './problem';
import type { Shell } from './shell';
import { writeNew } from './write-new';

export interface OutputOptions extends OutputPlace {
  readonly paths: readonly string[];
  readonly gitignore: boolean;
  /** Of the files that are made, with its dot. */
  readonly ending: string;
  /** Pattern of what is taken of a folder. */
  readonly inFolders?: string;
}

/**
 * Makes a file of each file that the arguments stand for, and tells where it is. One that fails is told of; the others go on.
 * @param make `undefined` when it has told why it makes nothing, which alone makes the exit code 1. @returns the exit code.
 */
export async function eachOutput(options: OutputOptions, shell: Shell, make: (path: string, tell: (said: Bilingual) => void) => Promise<Uint8Array | undefined>): Promise<number> {
  const { files, problems } = await findFiles(options.paths, options.gitignore ? gitIgnore() : () => false, options.inFolders);
  problems.forEach((problem) => shell.tell(problem));
  const placeOf = await outputPlaces(options, options.ending, files.length);
  let code = problems.length > 0 ? 2 : 0;
  const taken = new Set<string>();
  for (const { path } of files) {
    const tell = ({ zh, en }: Bilingual): void => shell.tell(both(`${path}：${zh}`, `${path}: ${en}`));
    const place = placeOf(path);
    try {
      if (taken.has(place)) throw new Problem(both(`结果 ${place} 已经由另一个文件写成`, `its result ${place} has been written for another file`));
      const bytes = await make(path, tell);
      if (!bytes) code = Math.max(code, 1);
      else if (place === STANDARD_OUTPUT) process.stdout.write(bytes);
      else {
        await writeNew(place, bytes, options.force).catch((error: unknown) => {
          throw error instanceof Problem ? new Problem(both(`${place}：${error.said.zh}`, `${place}: ${error.said.en}`)) : error;
        });
        taken.add(place);
        shell.tell(both(`${path} → ${place}`, `${path} → ${place}`));
      }
    } catch (error) {
      code = 2;
      tell(error instanceof Problem ? error.said : typeof (error as NodeJS.ErrnoException).code === 'string' ? both(`不成（${reasonOf(error)}）`, `failed (${reasonOf(error)})`) : defect(error));
    }
  }
  return code;
}
