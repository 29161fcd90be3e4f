import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Crashes } from '../../client/src/crashes';

const MINUTE = 60_000;

describe('a server that ends by itself', () => {
  it('is started again later and later, and five times in three minutes at most', () => {
    let now = 0;
    const crashes = new Crashes(() => now);
    const waits: (number | undefined)[] = [];
    for (let i = 0; i < 7; i++) {
      waits.push(crashes.next());
      now += 1000;
    }
    assert.deepEqual(waits, [100, 500, 1000, 2000, 4000, undefined, undefined]);
    assert.equal(crashes.count, 7);
    crashes.forget();
    assert.deepEqual([crashes.next(), crashes.count], [100, 1]);
  });

  it('now and then is always started again', () => {
    let now = 0;
    const crashes = new Crashes(() => now);
    for (let i = 0; i < 100; i++) {
      assert.ok(crashes.next() !== undefined);
      now += MINUTE;
    }
    now += 3 * MINUTE;
    assert.equal(crashes.next(), 100);
  });
});
