import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { AnalysisSettings } from '../core';
import { decode, type DecodedText } from './encoding';

/** A draft as it stands in a file. */
export interface Draft extends DecodedText {
  readonly path: string;
  readonly bytes: Buffer;
}

/** @throws an error of the file system, or Problem when the bytes are no text. */
export async function readDraft(path: string): Promise<Draft> {
  const bytes = await readFile(path);
  return { path, bytes, ...decode(bytes) };
}

/** As the editor knows a document by its language id: a file of the product's own type is a report, any other one by its content. */
export const assumeReport = (path: string): Pick<AnalysisSettings, 'assumeReport'> => (extname(path).toLowerCase() === '.nianbao' ? { assumeReport: true } : {});
