import type { Bilingual } from '../core';

/** Something the user has to know and that makes the exit code 2: wrong use, or a file that cannot be read or written. */
export class Problem extends Error {
  constructor(readonly said: Bilingual) {
    super(said.en);
  }
}

/** The system's reason in a few words: `EACCES: permission denied`. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code !== undefined && typeof message === 'string' ? (/^[A-Z]+: [^,]+/.exec(message)?.[0] ?? code) : String(error);
}

/** A defect of the program, told with its trace and without ending the run. */
export const defect = (error: unknown): Bilingual => {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { zh: `程序出错：${trace}`, en: `internal error: ${trace}` };
};
