import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyse, applyEdits, proseData, toJson } from '../../../server/src/core';
import { completeReport } from '../../docs/examples';

const TOPIC = '依法办理政府信息公开申请，按时答复申请人。';

/** The faultless report with this text on requests; `rows` replace lines of its tables. */
const report = (prose: string, rows: Readonly<Record<string, string>> = {}): string =>
  Object.entries(rows).reduce((text, [row, other]) => {
    assert.ok(text.includes(row));
    return text.replace(row, other);
  }, completeReport.replace(TOPIC, prose));

const findings = (text: string) => analyse(text).findings.filter(({ code }) => code === 'prose-table' || code === 'prose-balance');
const fixesOf = (text: string) => (findings(text)[0]?.fixes ?? []).filter(({ suppression }) => !suppression);
const RECEIVED = '| 一、本年新收政府信息公开申请数量 |  |  | 4 | 1 | 0 | 0 | 0 | 0 | 5 |';
const CLOSED = '|  | （七）总计 |  | 4 | 1 | 0 | 0 | 0 | 0 | 5 |';

describe('prose-table', () => {
  it('quotes both numbers and tells the difference', () => {
    const [finding] = findings(report('新收到政府信息公开申请12件。'));
    assert.equal(finding?.message.zh, '正文“新收到政府信息公开申请12件”，表三“一、本年新收政府信息公开申请数量 · 总计”为 5，相差 7');
    assert.match(finding.message.en, /“新收到政府信息公开申请12件”.*table 三.*5; difference 7/);
    assert.deepEqual(finding.data, { families: ['newReceived'] });
  });

  it('relates the cell', () => {
    const text = report('新收到政府信息公开申请12件。');
    assert.deepEqual(findings(text)[0]?.related?.map(({ span }) => [text.slice(span.start, span.end), text.lastIndexOf('一、本年新收', span.start) > 0]), [['5', true]]);
  });

  it('names both cells where either would do', () => {
    const [finding] = findings(report('共收到政府信息公开申请12件。'));
    assert.match(finding?.message.zh ?? '', /总计”为 5（或者.*之和为 6），相差 7$/);
    assert.deepEqual(fixesOf(report('共收到政府信息公开申请12件。')).map(({ title }) => title.zh), ['正文改为 5', '正文改为 6']);
  });

  it('counts 全部办结 as information and offers no number', () => {
    const [finding] = findings(report('共收到政府信息公开申请6件，全部办结。'));
    assert.equal(finding?.severity, 'information');
    assert.deepEqual(fixesOf(report('共收到政府信息公开申请6件，全部办结。')), []);
  });

  for (const [written, mended] of [['新收到政府信息公开申请12件', '新收到政府信息公开申请5件'], ['新收到政府信息公开申请１２件', '新收到政府信息公开申请５件'], ['新收到政府信息公开申请十二件', '新收到政府信息公开申请五件'], ['新收到政府信息公开申请 1,200 件', '新收到政府信息公开申请 5 件'], ['收取行政事业性收费3.5万元', '收取行政事业性收费0万元']] as const) {
    it(`the fix keeps the manner of ${written}`, () => {
      const text = report(`${written}。`);
      const [fix] = fixesOf(text);
      assert.ok(fix);
      assert.ok(!fix.preferred && !fix.safe);
      const after = applyEdits(text, fix.edits());
      assert.equal(after, report(`${mended}。`));
      assert.deepEqual(findings(after), []);
    });
  }

  it('money may be rounded or cut', () => {
    const rows = { '| 行政事业性收费 | 0 |  |  |': '| 行政事业性收费 | 12.3456 |  |  |' };
    for (const said of ['12.3456万元', '12.35万元', '12.34万元', '12.3万元', '123456元']) assert.deepEqual(findings(report(`收取行政事业性收费${said}。`, rows)), [], said);
    for (const said of ['12.43万元', '13.5万元', '123457元']) assert.equal(findings(report(`收取行政事业性收费${said}。`, rows)).length, 1, said);
  });

  it('one fault told twice is one finding with the other place', () => {
    const [finding, ...others] = findings(report('新收到政府信息公开申请12件。新收到政府信息公开申请12件中，已办结5件。'));
    assert.equal(others.length, 0);
    assert.equal(finding?.related?.length, 2);
  });

  it('a table that is wrong and told of is not told of again', () => {
    const wrong = { [RECEIVED]: RECEIVED.replace('| 5 |', '| 8 |') };
    assert.deepEqual(findings(report('新收政府信息公开申请5件。', wrong)), []);
    assert.equal(findings(report('新收政府信息公开申请9件。', wrong)).length, 1);
  });

  it('cells that are not there are never read as 0', () => {
    for (const cell of [' ', ' / ', ' 无 ', ' O ']) assert.deepEqual(findings(report('新收政府信息公开申请9件。', { [RECEIVED]: RECEIVED.replace(' 5 |', `${cell}|`) })), [], cell);
    assert.deepEqual(findings(report('新收政府信息公开申请9件。', { [`${RECEIVED}\n`]: '' })), []);
  });

  it('speaks of the report year only', () => {
    for (const year of ['2022年', '2023年', '2025年', '2019年至2024年，']) assert.deepEqual(findings(report(`${year}共收到政府信息公开申请12件。`)), [], year);
    assert.equal(findings(report('2024年共收到政府信息公开申请12件。')).length, 1);
  });
});

describe('prose-balance', () => {
  const SAID = '新收政府信息公开申请5件，上年结转1件，办结3件，结转下年度继续办理1件。';
  const open = { [CLOSED]: CLOSED.replace(' 5 |', '  |') };

  it('is told where the table cannot tell', () => {
    const text = report(SAID, open);
    const [finding, ...others] = findings(text);
    assert.equal(others.length, 0);
    assert.equal(finding?.code, 'prose-balance');
    assert.equal(text.slice(finding.span.start, finding.span.end), SAID);
    assert.match(finding.message.zh, /新收 5 ＋ 上年结转 1 ＝ 6，办结 3 ＋ 结转下年度 1 ＝ 4，相差 2/);
  });

  it('gives way to the number that differs from the table', () => {
    assert.deepEqual(findings(report(SAID)).map(({ code }) => code), ['prose-table']);
  });

  it('takes an explicit none for a number', () => {
    const none = { [CLOSED]: open[CLOSED] as string, '| 二、上年结转政府信息公开申请数量 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |': '| 二、上年结转政府信息公开申请数量 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |' };
    assert.deepEqual(findings(report('新收政府信息公开申请5件，无上年结转，办结3件，结转下年度1件。', none)).map(({ code }) => code), ['prose-balance']);
    assert.deepEqual(findings(report('新收政府信息公开申请5件，无上年结转，办结4件，结转下年度1件。', none)), []);
  });

  it('is silent on three numbers, on approximate ones and on two paragraphs', () => {
    for (const said of ['新收政府信息公开申请5件，办结3件，结转下年度1件。', '新收政府信息公开申请5件，上年结转1件，办结近3件，结转下年度1件。', '新收政府信息公开申请5件，上年结转1件。\n\n年底前办结3件，结转下年度继续办理1件。']) assert.deepEqual(findings(report(said, open)), [], said);
  });
});

describe('statements', () => {
  it('as plain data, with the verdict', () => {
    const { reports } = analyse(report('新收政府信息公开申请12件，上年结转1件。全县收到政府信息公开申请90件。'));
    assert.ok(reports[0]);
    const { statements, sentences, numbers, lists } = proseData(reports[0]);
    assert.deepEqual(statements.map(({ families, state }) => [families.join(), state]), [['newReceived', 'differs'], ['carriedIn', 'agrees'], ['received', 'aside']]);
    assert.ok(sentences.length > 5 && numbers.length >= 3 && Array.isArray(lists));
    assert.doesNotThrow(() => toJson(proseData(reports[0] as NonNullable<(typeof reports)[0]>)));
  });

  const WORDS = ['2024年', '2023年', '我镇', '全县', '新收', '收到', '办结', '政府信息公开申请', '申请', '结转', '上年', '下年度', '12件', '5件', '3.5万元', '，', '、', '。', '；', '（', '）', '其中', '予以公开', '不予公开', '行政复议', '行政诉讼', '未', '无', '均为', '自然人', '分别', '各', '“', '《', '》', '办结率', '100%', '\n', '規', '😀', '规范性文件', '制发', '行政许可'];

  it('nothing the words are put together to makes it throw, and every place lies in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }), (words) => {
        const text = report(words.join(''));
        const { failures, findings: all } = analyse(text);
        assert.deepEqual(failures, []);
        for (const { span, fixes } of all) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
          for (const fix of fixes ?? []) applyEdits(text, fix.edits());
        }
      }),
      { numRuns: 120 },
    );
  });

  it('what a fix leaves has one statement less that differs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.constantFrom('新收政府信息公开申请A件，办结B件。', '制发规范性文件A件，现行有效B件。', '办理行政许可A件、行政处罚B件。'), (a, b, pattern) => {
        const text = report(pattern.replace('A', String(a)).replace('B', String(b)));
        const before = findings(text);
        const fix = before[0]?.fixes?.[0];
        if (!fix || fix.suppression) return;
        assert.equal(findings(applyEdits(text, fix.edits())).length, before.length - 1);
      }),
    );
  });

  it('stays linear on hostile text', () => {
    const long = report('收到政府信息公开申请、'.repeat(20_000));
    const start = performance.now();
    analyse(long);
    assert.ok(performance.now() - start < 4000);
  });
});
