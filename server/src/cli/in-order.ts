/**
 * Gives out work ahead and takes what comes back in the order it was given out, so that the outcome is that of one after the other.
 * @param width how many pieces are out at a time.
 */
export async function inOrder<T, R>(items: readonly T[], width: number, begin: (item: T, index: number) => Promise<R>, take: (result: R, item: T, index: number) => void): Promise<void> {
  const out: Promise<R>[] = [];
  let next = 0;
  for (let i = 0; i < items.length; i++) {
    for (; next < items.length && next < i + width; next++) {
      const begun = begin(items[next] as T, next);
      // It is awaited in its turn; till then a rejection is none to end the process.
      begun.catch(() => undefined);
      out.push(begun);
    }
    take(await (out.shift() as Promise<R>), items[i] as T, i);
  }
}
