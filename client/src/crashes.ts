/** Pauses before a server that has ended by itself is started again, in ms; after as many it is not. */
const PAUSES = [100, 500, 1000, 2000, 4000] as const;
/** What lies longer back does not count, in ms. */
const WITHIN = 3 * 60_000;

/** When to start a server again that ends by itself: at first at once, then later and later, and not without end. */
export class Crashes {
  private times: number[] = [];

  /** @param now in ms. */
  constructor(private readonly now: () => number = Date.now) {}

  /** How often it has ended of late. */
  get count(): number {
    return this.times.length;
  }

  /** It has ended. @returns how long to wait in ms; `undefined` when it has ended too often. */
  next(): number | undefined {
    const now = this.now();
    this.times = [...this.times.filter((time) => now - time < WITHIN), now];
    return PAUSES[this.times.length - 1];
  }

  forget(): void {
    this.times = [];
  }
}
