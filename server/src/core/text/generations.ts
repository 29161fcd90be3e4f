/**
 * Remembers what was used of late: when there are many, those not asked for since the last time there were many go. At most
 * twice `most` are held, and what is used again and again stays.
 */
export class Generations<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();

  constructor(private readonly most: number) {}

  get(key: string): V | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const before = this.old.get(key);
    if (before !== undefined) {
      this.old.delete(key);
      this.set(key, before);
    }
    return before;
  }

  set(key: string, value: V): void {
    if (this.young.size >= this.most) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }
}
