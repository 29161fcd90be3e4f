/** How many files are asked for at once: enough to cover the way there and back. */
const AT_ONCE = 8;
/** So long work may go on, in ms, before it gives way. */
const SLICE = 5;

/** Gives way to whatever waits: keys struck are answered between two files. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Does something with each item, several at a time, giving way every few milliseconds.
 * @param stopped ends it early. @returns whether all were done.
 */
export async function eachOf<T>(items: readonly T[], act: (item: T, done: number) => Promise<void>, stopped: () => boolean): Promise<boolean> {
  let next = 0;
  let done = 0;
  let began = performance.now();
  const work = async (): Promise<void> => {
    while (next < items.length && !stopped()) {
      const item = items[next++] as T;
      await act(item, done++);
      if (performance.now() - began < SLICE) continue;
      await giveWay();
      began = performance.now();
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
  return !stopped();
}
