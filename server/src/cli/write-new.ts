import { randomBytes } from 'node:crypto';
import { link, mkdir, rename, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { both } from '../core/text/bilingual';
import { Problem } from './problem';

/**
 * Writes a new file in one step: nobody ever sees half of it. Folders that are missing are made.
 * @param force replaces a file that is there. @throws Problem when one is there and may not be replaced.
 */
export async function writeNew(path: string, bytes: Uint8Array, force: boolean): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  await writeFile(beside, bytes, { flag: 'wx' });
  try {
    // A link fails where a file is there, which asking first cannot promise.
    await (force ? rename(beside, path) : link(beside, path).catch((error: NodeJS.ErrnoException) => withoutLinks(error, path, bytes)));
  } finally {
    await unlink(beside).catch(() => undefined);
  }
}

/** File systems without hard links (USB sticks, shares): written straight, but never over a file. */
async function withoutLinks(error: NodeJS.ErrnoException, path: string, bytes: Uint8Array): Promise<void> {
  const taken = (): Problem => new Problem(both('已经有这个文件；要替换，加 --force', 'is there already; --force replaces it'));
  if (error.code === 'EEXIST') throw taken();
  await writeFile(path, bytes, { flag: 'wx' }).catch((second: NodeJS.ErrnoException) => {
    throw second.code === 'EEXIST' ? taken() : second;
  });
}
