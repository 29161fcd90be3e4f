import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { both } from '../core/text/bilingual';
import { Problem } from './problem';

/** Written to the standard output instead of a file. */
export const STANDARD_OUTPUT = '-';

export interface OutputPlace {
  /** Where the user wants it; absent: beside the input. */
  readonly output?: string;
  /** A file that is there may be replaced. */
  readonly force: boolean;
}

/**
 * Tells for each input where its result goes. @param ending with its dot, of the result. @param count of the inputs.
 * @throws Problem where several results would go into one file.
 */
export async function outputPlaces({ output }: OutputPlace, ending: string, count: number): Promise<(input: string) => string> {
  const beside = (folder: string, input: string): string => join(folder, basename(input, extname(input)) + ending);
  if (output === undefined) return (input) => beside(dirname(input), input);
  if (output === STANDARD_OUTPUT && count === 1) return () => output;
  if (output !== STANDARD_OUTPUT && (/[\\/]$/.test(output) || (await isFolder(output)))) return (input) => beside(output, input);
  if (count > 1) throw new Problem(both(`有 ${count} 个文件，--output 要写一个文件夹`, `with ${count} files --output has to be a folder`));
  return () => output;
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};
