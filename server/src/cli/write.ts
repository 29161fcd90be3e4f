import { randomBytes } from 'node:crypto';
import { access, constants, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { both } from '../core/text/bilingual';
import { Problem } from './problem';

/**
 * Replaces a file's content in one step: a reader, and a machine that stops half way, sees the old bytes or the new ones.
 * A symbolic link stays one and its target is replaced; mode and, where permitted, owner stay.
 * @param before the bytes the change was computed from. @throws Problem when others stand there by now.
 */
export async function replaceFile(path: string, before: Buffer, after: Buffer): Promise<void> {
  const target = await realpath(path);
  // Renaming only asks the folder: a file that is protected against writing has to be respected here.
  await access(target, constants.W_OK);
  const { mode, uid, gid } = await stat(target);
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = await open(beside, 'wx', 0o600);
  try {
    try {
      await file.writeFile(after);
      const own = await file.stat();
      if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid).catch(() => undefined);
      await file.chmod(mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!(await readFile(target)).equals(before)) throw new Problem(both('检查期间文件被别的程序改动，没有写入', 'changed by another program meanwhile; not written'));
    await rename(beside, target);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}
