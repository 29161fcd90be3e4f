import fc from 'fast-check';

/**
 * Choices read off a tape of numbers, so that fast-check can shrink them: a shorter tape of smaller numbers means plainer
 * choices, and an empty one the plainest of all (the first of every list, no to every chance).
 */
export class Dice {
  private at = 0;

  constructor(private readonly tape: readonly number[]) {}

  /** A number of `[0, n)`. */
  below(n: number): number {
    if (this.tape.length === 0) return 0;
    const round = Math.floor(this.at / this.tape.length);
    const value = this.tape[this.at++ % this.tape.length] ?? 0;
    // A tape that is read again gives other numbers, but zeros stay zeros.
    return value === 0 ? 0 : (value + round * 7919) % n;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  /** Yes in `percent` of a hundred. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }
}

export const tape: fc.Arbitrary<number[]> = fc.array(fc.nat(0xffff), { maxLength: 160, size: 'max' });

/** Random numbers from a seed (mulberry32), for contents nobody needs to shrink. */
export function randomFrom(seed: number): (n: number) => number {
  let state = seed | 0;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}
