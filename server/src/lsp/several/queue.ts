/** How many files are asked for at once: enough to cover the way there and back. */
const AT_ONCE = 8;

/** Gives way to whatever waits: keys struck are answered between two files. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Does something with each item, several at a time, giving way after each.
 * @param stopped ends it early. @returns whether all were done.
 */
export async function eachOf<T>(items: readonly T[], act: (item: T, done: number) => Promise<void>, stopped: () => boolean): Promise<boolean> {
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < items.length && !stopped()) {
      const item = items[next++] as T;
      await act(item, done++);
      await giveWay();
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
  return !stopped();
}
