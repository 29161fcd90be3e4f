import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse, mayBeReport } from '../../server/src/core';
import { hostile } from './hostile';
import { factor } from './runs';
import { faultless } from './texts';

/** Twice the text may cost so much more: proportional work and a margin for the machine. */
const MOST = 3;
const ATTEMPTS = 4;

/** Processor time of this process in µs: other programs on the machine do not count. */
function cost(act: () => void): number {
  const before = process.cpuUsage();
  act();
  return process.cpuUsage(before).user;
}

describe('growth', () => {
  // What costs no more than this cannot be told from noise.
  for (let i = 0; i < 20; i++) analyse(faultless);
  const little = 8 * cost(() => analyse(faultless));

  for (const { name, text, n } of hostile) {
    it(`of ${name}: no more than in proportion`, () => {
      const size = Math.round((n * Math.min(factor, 8)) / 3);
      const [once, twice] = [text(size), text(2 * size)];
      let [least, doubled] = [Infinity, Infinity];
      for (let i = 0; i < ATTEMPTS; i++) {
        least = Math.min(least, cost(() => assert.deepEqual(analyse(once).failures, [])));
        doubled = Math.min(doubled, cost(() => assert.deepEqual(analyse(twice).failures, [])));
        if (doubled <= MOST * Math.max(least, little)) return;
      }
      assert.fail(`${once.length} characters: ${least} µs, ${twice.length} characters: ${doubled} µs`);
    });
  }

  it('a first look at what is no report costs next to nothing', () => {
    const log = '2024-01-01T00:00:00Z info server[12]: GET /index.html 200 「处理」 12 ms\n'.repeat(14_000);
    assert.equal(mayBeReport(log), false);
    const look = cost(() => void Array.from({ length: 20 }, () => mayBeReport(log)));
    const pass = cost(() => void Array.from({ length: 20 }, () => sumOf(log)));
    assert.ok(look <= 3 * pass, `${look} µs, one pass over the characters ${pass} µs`);
  });
});

function sumOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}
