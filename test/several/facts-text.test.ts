import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readDocument } from '../../server/src/core';
import { factsOf, readFacts, writeFacts, type ReportFacts } from '../../server/src/core/relatives';
import { describeReport } from '../../server/src/core/report';
import { invent } from './invented';

const facts = (text: string): ReportFacts => {
  const [reading] = readDocument(text).reports;
  assert.ok(reading);
  return factsOf(describeReport(reading), '/青禾县/2024/a.md');
};

describe('facts kept between sessions', () => {
  it('come back as they were, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 2 ** 31 }), fc.constantFrom('677', '-3', '1.50', '99999999999999999999', '—', ''), fc.boolean(), (received, licences, fee, crlf) => {
        const text = invent({ agency: '青禾县教育局', year: 2024, received, licences }).replace(/(行政事业性收费[^|]*\| )\d+/, (_, head: string) => head + fee);
        const before = facts(crlf ? text.replaceAll('\n', '\r\n') : text);
        assert.deepEqual(readFacts(JSON.parse(JSON.stringify(writeFacts(before)))), before);
      }),
      { numRuns: 40 },
    );
  });

  it('that are broken are not taken', () => {
    const whole = JSON.parse(JSON.stringify(writeFacts(facts(invent({ agency: '青禾县教育局', year: 2024 }))))) as unknown[];
    assert.ok(readFacts(whole));
    for (const other of [undefined, null, {}, [], 'x', whole.slice(1)]) assert.equal(readFacts(other), undefined);
    whole.forEach((_, i) => assert.equal(readFacts(whole.with(i, false)), undefined, `place ${i}`));
    const numbers = String(whole[9]);
    for (const broken of [`${numbers}A`, numbers.replace(/./, '\u0000'), numbers.slice(0, -1), '']) assert.equal(readFacts(whole.with(9, broken)), undefined);
    assert.equal(readFacts(whole.with(6, '1999')), undefined, 'a format there is not');
  });

  it('take less than 1.5 KB a report', () => {
    assert.ok(JSON.stringify(writeFacts(facts(invent({ agency: '青禾县教育局', year: 2024, received: 12_345 })))).length < 1500);
  });
});
