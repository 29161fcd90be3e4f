import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/** The file behind all links, in the spelling of the file system; the absolute path where there is none. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

/** The absolute path with its parts separated by `/`. */
export const placeOf = (path: string): string => resolve(path).split(sep).join('/');
