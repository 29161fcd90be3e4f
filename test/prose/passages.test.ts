import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../server/src/core/analyse';
import { compareFindings } from './compare';
import { parsePassages, readPassages } from './passages';

describe('prose passages', () => {
  const passages = readPassages();
  for (const passage of passages) {
    it(`${passage.file}:${passage.line} ${passage.name}`, () => {
      const { failures, findings } = analyse(passage.text);
      assert.deepEqual(failures, []);
      const { wrong, missed } = compareFindings(passage, findings);
      const shown = (span: { start: number; end: number }): string => passage.text.slice(span.start, span.end);
      assert.deepEqual({ wrong: wrong.map((each) => `${each.code} “${shown(each.span)}” ${each.message.zh}`), missed: missed.map((each) => `${each.code} “${shown(each.span)}”`) }, { wrong: [], missed: [] });
    });
  }

  it('a mark without a code, an open mark and an unknown place are refused', () => {
    for (const text of ['=== a\n⟦x⟧', '=== a\n⟦code:x', '=== a\nx⟧', '=== a in=nowhere\nx', '=== a colour=red\nx', 'x']) assert.throws(() => parsePassages('x', text), /x:/);
  });
});
