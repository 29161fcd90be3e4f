import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { analyse } from '../../server/src/core';
import { Generations } from '../../server/src/core/text/generations';
import { draft, layouts, models, repeated } from '../bench/drafts';

/** `KEPT_EDITS=10000 npm run test:unit -- test/robust/kept.test.ts` edits that often. */
const EDITS = Number(process.env['KEPT_EDITS'] ?? 120);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = (): number => {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1e6;
};

// Each version of this text is about 1 MB in memory: a line that held on to its version would be seen at once.
void test('no version of a long text is held on to when it has been edited', () => {
  const severities = {};
  const [layout] = layouts;
  assert.ok(layout);
  let text = repeated(models(3).map((report) => draft(layout, report)), 1 << 20);
  const places = [...text.matchAll(/[^|\n]{8}，/g)].map((match) => match.index + match[0].length);
  let analysis = analyse(text, { severities });
  assert.equal(analysis.document.kind, 'report');
  const type = (count: number): void => {
    for (let i = 0; i < count; i++) {
      const at = places[(i * 7919) % places.length] ?? 0;
      // No two versions have a line in common at that place.
      text = `${text.slice(0, at)}${String.fromCharCode(0x4e00 + i)}${text.slice(at + 1)}`;
      analysis = analyse(text, { severities, previous: analysis });
    }
  };
  type(20);
  const before = heap();
  type(EDITS);
  const grown = heap() - before;
  assert.ok(grown < 25, `${grown.toFixed(1)} MB more after ${EDITS} edits`);
});

void test('what is used again stays, and of all the rest at most twice the number wanted', () => {
  const kept = new Generations<number>(10);
  kept.set('used', 1);
  for (let i = 0; i < 1000; i++) {
    kept.set(`line ${i}`, i);
    assert.equal(kept.get('used'), 1, `after ${i} others`);
  }
  const held = Array.from({ length: 1000 }, (_, i) => kept.get(`line ${i}`)).filter((each) => each !== undefined);
  assert.ok(held.length < 20, `${held.length} held`);
});
