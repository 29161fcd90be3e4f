import type { Bilingual } from '../core';
import { both } from '../core/text/bilingual';
import type { FileOptions } from './arguments';
import { readDraft, type Draft } from './draft';
import { BinaryFile } from './encoding';
import { findFiles, type FoundFile } from './files';
import { gitIgnore } from './gitignore';
import { defect, Problem, reasonOf } from './problem';
import { progressBar } from './progress';
import type { Shell } from './shell';

export interface DraftFile extends Draft, FoundFile {}

/** Reports a problem with the draft at hand; the others go on. */
export type Complain = (problem: Bilingual) => void;

/**
 * Reads the files that the arguments stand for one after the other and hands each to `use`. One that cannot be read is
 * told of and passed over; found (not named) files that are no text are no drafts and not worth a word.
 * @returns what was told of, in the user's language; any makes the exit code 2.
 */
export async function eachDraft(options: FileOptions, shell: Shell, use: (draft: DraftFile, complain: Complain) => void | Promise<void>): Promise<readonly string[]> {
  const { files, problems } = await findFiles(options.paths, options.gitignore ? gitIgnore() : () => false);
  const progress = progressBar(shell, files.length);
  const told: string[] = [];
  const tell: Complain = (problem) => {
    progress.clear();
    shell.tell(problem);
    told.push(problem[shell.language]);
  };
  problems.forEach(tell);
  for (const [i, file] of files.entries()) {
    progress.step(i);
    const complain: Complain = ({ zh, en }) => tell(both(`${file.path}：${zh}`, `${file.path}: ${en}`));
    try {
      await use({ ...(await readDraft(file.path)), ...file }, complain);
    } catch (error) {
      if (error instanceof BinaryFile && !file.named) continue;
      if (error instanceof Problem) complain(error.said);
      else complain(isSystemError(error) ? both(`读不出来（${reasonOf(error)}）`, `cannot be read (${reasonOf(error)})`) : defect(error));
    }
  }
  progress.clear();
  return told;
}

const isSystemError = (error: unknown): boolean => typeof (error as NodeJS.ErrnoException).code === 'string';
