import type { Bilingual } from '../core';
import type { Language } from './language';
import { printable } from './printable';

/** What a command needs of the world around it. */
export interface Shell {
  readonly language: Language;
  /** Whether findings may be coloured: a terminal that shows colours and a user who has not declined them. */
  readonly colours: boolean;
  /** Whether a progress bar may be drawn on the error stream. */
  readonly progress: boolean;
  /** Writes a result to the standard output as it is; whoever calls has made it harmless. */
  print(text: string): void;
  /** Tells something beside the result, on the error stream, in the user's language. */
  tell(text: Bilingual): void;
  /** Writes to the error stream as it is (the progress bar). */
  draw(text: string): void;
}

export function processShell(language: Language): Shell {
  const { stdout, stderr, env } = process;
  return {
    language,
    // `hasColors` minds NO_COLOR, FORCE_COLOR and TERM=dumb.
    colours: stdout.isTTY === true && stdout.hasColors(),
    progress: stderr.isTTY === true && env['TERM'] !== 'dumb',
    print: (text) => void stdout.write(text),
    tell: (text) => void stderr.write(`${printable(text[language])}\n`),
    draw: (text) => void stderr.write(text),
  };
}

/** Prints a whole result. @param bom puts a byte order mark before it, by which Excel knows UTF-8. */
export const write = (shell: Shell, text: string, bom: boolean): void => shell.print(bom ? `\ufeff${text}` : text);
