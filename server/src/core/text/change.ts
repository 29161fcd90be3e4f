/** The one stretch in which two texts differ, whatever edits led from one to the other. */
export interface Change {
  /** First offset that differs, in both texts. */
  readonly start: number;
  /** Behind the last character that differs, in the old and in the new text. */
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Compared at once by the engine, far faster than character by character. */
const BLOCK = 4096;

/** `undefined` when the texts are equal. */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + BLOCK <= shorter && before.slice(start, start + BLOCK) === after.slice(start, start + BLOCK)) start += BLOCK;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let oldEnd = before.length;
  let newEnd = after.length;
  const least = shorter - start;
  let same = 0;
  while (same + BLOCK <= least && before.slice(oldEnd - BLOCK, oldEnd) === after.slice(newEnd - BLOCK, newEnd)) {
    oldEnd -= BLOCK;
    newEnd -= BLOCK;
    same += BLOCK;
  }
  while (same < least && before.charCodeAt(oldEnd - 1) === after.charCodeAt(newEnd - 1)) {
    oldEnd--;
    newEnd--;
    same++;
  }
  return { start, oldEnd, newEnd };
}
