import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** The files of a Word document by path. */
export type Parts = Map<string, Uint8Array>;

export const textOf = (parts: Parts, path: string): string | undefined => {
  const bytes = parts.get(path);
  return bytes && strFromU8(bytes);
};
export const setText = (parts: Parts, path: string, text: string): void => void parts.set(path, strToU8(text));

/** @param wanted which files are of use, with their size; the others stay packed */
export function readPackage(bytes: Uint8Array, wanted: (file: { readonly name: string; readonly originalSize: number }) => boolean = () => true): Parts {
  return new Map(Object.entries(unzipSync(bytes, { filter: wanted })));
}

/** As zip files count from; local time in any zone, so that the bytes are the same everywhere. */
const DATE = new Date(1980, 0, 1);

/** The file: its list of contents first, the others by name, none with a date. */
export function writePackage(parts: Parts): Uint8Array {
  const LIST = '[Content_Types].xml';
  const names = [...parts.keys()].filter((name) => name !== LIST && !name.endsWith('/')).sort();
  const files: Zippable = {};
  for (const name of [LIST, ...names]) files[name] = [parts.get(name) ?? new Uint8Array(), { mtime: DATE, level: 6 }];
  return zipSync(files);
}
