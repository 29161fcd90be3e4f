import { readFile, stat } from 'node:fs/promises';
import type { Bilingual } from '../core';
import { both } from '../core/text/bilingual';
import type { ImportOptions } from './arguments';
import { eachOutput } from './each-output';
import { office } from './office';
import { Problem } from './problem';
import { printableLines } from './printable';
import type { Shell } from './shell';

/** What is taken of a folder: drafts need no importing. */
const DOCUMENTS = '**/*.{docx,html,htm,mht,mhtml}';

/** A report has some hundred KB, with pictures some MB. */
const LARGEST = 100 * 1024 * 1024;

/** Makes a Markdown draft of each document. @returns the exit code. */
export async function importFiles(options: ImportOptions, shell: Shell): Promise<number> {
  const { importReport, OfficeProblem } = await office();
  const make = async (path: string, tell: (said: Bilingual) => void): Promise<Uint8Array> => {
    if ((await stat(path)).size > LARGEST) throw new Problem(both('文件太大（超过 100 MB）', 'too large (over 100 MB)'));
    try {
      const { markdown, notices } = await importReport(path, await readFile(path));
      notices.forEach(tell);
      // Names and texts of a document may hold what a terminal would obey.
      return Buffer.from(options.output === '-' && process.stdout.isTTY ? printableLines(markdown) : markdown, 'utf8');
    } catch (error) {
      throw error instanceof OfficeProblem ? new Problem(error.said) : error;
    }
  };
  return eachOutput({ ...options, ending: '.md', inFolders: DOCUMENTS }, shell, make);
}
