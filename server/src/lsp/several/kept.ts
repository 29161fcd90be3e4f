/** Keeps the things used last; the oldest goes when there are too many. */
export class Kept<T> {
  private readonly items = new Map<string, T>();

  constructor(private readonly most: number) {}

  get(key: string): T | undefined {
    const item = this.items.get(key);
    if (item !== undefined) {
      this.items.delete(key);
      this.items.set(key, item);
    }
    return item;
  }

  set(key: string, item: T): void {
    this.items.delete(key);
    const [oldest] = this.items.keys();
    if (this.items.size >= this.most && oldest !== undefined) this.items.delete(oldest);
    this.items.set(key, item);
  }

  delete(key: string): void {
    this.items.delete(key);
  }
}
