/**
 * A set of words looked up at a place of a text, longest first, in one hash step: running text is read word by word
 * without a regular expression a word.
 */
export class Words<T> {
  private readonly byFirst = new Map<number, [string, T][]>();
  private readonly byLast = new Map<number, [string, T][]>();
  /** The second characters of the words in `byFirst`, 0 for words of one: nearly every word is ruled out by it. */
  private readonly seconds = new Map<number, readonly number[]>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      push(this.byFirst, word.charCodeAt(0), [word, value]);
      push(this.byLast, word.charCodeAt(word.length - 1), [word, value]);
    }
    for (const map of [this.byFirst, this.byLast]) for (const list of map.values()) list.sort((a, b) => b[0].length - a[0].length);
    for (const [first, list] of this.byFirst) this.seconds.set(first, list.map(([word]) => (word.length > 1 ? word.charCodeAt(1) : 0)));
  }

  /** The longest word that begins at `at` and does not go beyond `end`. */
  at(text: string, at: number, end: number): readonly [string, T] | undefined {
    const first = text.charCodeAt(at);
    const seconds = this.seconds.get(first);
    if (!seconds) return undefined;
    const list = this.byFirst.get(first) ?? [];
    const next = at + 1 < end ? text.charCodeAt(at + 1) : -1;
    for (let i = 0; i < seconds.length; i++) {
      const second = seconds[i];
      if (second !== next && second !== 0) continue;
      const entry = list[i];
      if (entry && at + entry[0].length <= end && (entry[0].length < 3 || text.startsWith(entry[0], at))) return entry;
    }
    return undefined;
  }

  /** The longest word that ends at `end` and does not begin before `start`. */
  before(text: string, end: number, start: number): readonly [string, T] | undefined {
    const list = this.byLast.get(text.charCodeAt(end - 1));
    if (list) for (const entry of list) if (end - entry[0].length >= start && text.startsWith(entry[0], end - entry[0].length)) return entry;
    return undefined;
  }

  /** Calls `found` for every place in `[from, to)` where a word begins; words do not overlap. */
  scan(text: string, from: number, to: number, found: (word: string, value: T, at: number) => void): void {
    for (let i = from; i < to; i++) {
      const entry = this.at(text, i, to);
      if (entry) {
        found(entry[0], entry[1], i);
        i += entry[0].length - 1;
      }
    }
  }
}

function push<T>(map: Map<number, [string, T][]>, key: number, value: [string, T]): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** A set of words without values. */
export const wordSet = (words: readonly string[]): Words<true> => new Words(words.map((word) => [word, true] as const));
