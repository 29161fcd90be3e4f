import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'node:test';
import { analyse, filledSentences } from '../../server/src/core';
import { standardSentences } from '../../server/src/core/format/standard-sentences';
import { formats } from '../../server/src/core/format';
import { hasPinyin } from '../../server/src/core/snippets';
import { readProse } from '../../server/src/core/read/prose';
import { plainSnippet } from '../../server/src/lsp/plain-snippet';
import { model } from '../support/model';
import { pipe } from '../support/layouts/pipe';
import { writeReport } from '../support/report';

describe('standard sentences', () => {
  it('name cells that are there, and can be found by pinyin', () => {
    for (const format of formats) for (const { id, name, numbers, section } of standardSentences(format)) {
      assert.ok(format.sections.some((each) => each.id === section), id);
      for (const character of name.zh) assert.ok(hasPinyin(character), `${id} ${character}`);
      for (const { table, row, column } of numbers.flat()) {
        const declared = format.tables.find((each) => each.id === table)?.rows.find((each) => each.id === row)?.columns.some((each) => each.id === column);
        assert.ok(declared, `${format.id} ${id}: ${table}/${row}/${column}`);
      }
    }
  });

  it('agree with the tables they are filled from: put into a report they draw no finding', () => {
    let read = 0;
    fc.assert(
      fc.property(model, (drawn) => {
        const { text } = writeReport(drawn, { layout: pipe, tape: [], plainNumbers: true });
        const before = analyse(text);
        const [report] = before.reports;
        assert.ok(report);
        const second = report.reading.sections[1]?.heading.line ?? 0;
        const at = before.document.source.lineSpan(second).start;
        for (const item of filledSentences(report.reading.format, report)) {
          const sentence = plainSnippet(item.body('pipe', String(report.year?.value)));
          const after = analyse(`${text.slice(0, at)}${sentence}\n\n${text.slice(at)}`);
          assert.deepEqual(after.findings.map(({ code }) => code), before.findings.map(({ code }) => code), `${sentence}\n${after.findings.map(({ message }) => message.zh).join('\n')}`);
          const reading = after.reports[0]?.reading;
          if (reading && readProse(reading).statements.length > readProse(report.reading).statements.length) read++;
        }
      }),
      { numRuns: 60 },
    );
    assert.ok(read > 100, 'the rules understand what they say');
  });

  it('say that there was none only where the table says so, and never both', () => {
    fc.assert(
      fc.property(model, (drawn) => {
        const [report] = analyse(writeReport(drawn, { layout: pipe, tape: [], plainNumbers: true }).text).reports;
        assert.ok(report);
        const ids = filledSentences(report.reading.format, report).map(({ id }) => id);
        const none = report.value('requests', 'newReceived', 'total')?.units === 0n;
        assert.equal(ids.includes('sentence.noRequests'), none);
        assert.ok(!(ids.includes('sentence.cases') && ids.includes('sentence.noCases')));
      }),
      { numRuns: 60 },
    );
  });
});
