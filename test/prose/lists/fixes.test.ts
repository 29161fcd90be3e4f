import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../../server/src/core/analyse';
import type { Finding } from '../../../server/src/core/rules/types';
import { applyEdits } from '../../../server/src/core/text/span';
import { parsePassages, readPassages } from '../passages';

const OWN = new Set(['prose-total', 'percentage', 'section-count', 'citation', 'leftover', 'brackets', 'report-year', 'stale-year', 'rules-power', 'in-force-balance']);

const findingsOf = (text: string): Finding[] => analyse(text).findings.filter((finding) => OWN.has(finding.code));
const shown = (text: string): string[] => findingsOf(text).map((finding) => `${finding.code} “${text.slice(finding.span.start, finding.span.end)}”`);
const ownFixes = (finding: Finding): NonNullable<Finding['fixes']> => (finding.fixes ?? []).filter((fix) => !fix.suppression);

describe('fixes of the prose rules', () => {
  for (const passage of readPassages('lists/')) {
    if (passage.expected.length === 0) continue;
    it(`${passage.file}:${passage.line} ${passage.name}: each fix removes its finding and adds none`, () => {
      const before = findingsOf(passage.text);
      for (const finding of before) {
        const fixes = ownFixes(finding);
        assert.ok(fixes.filter((fix) => fix.preferred).length <= 1);
        for (const fix of fixes) {
          if (fix.safe) assert.ok(fix.preferred, 'safe, so the only sound one');
          const after = shown(applyEdits(passage.text, fix.edits()));
          assert.ok(after.length < before.length, `${fix.title.zh} leaves ${after.join('; ')}`);
        }
      }
    });
  }

  const cases: readonly (readonly [name: string, before: string, after: string, place?: string])[] = [
    ['the sum as the whole', '公开信息⟦30⟧条，其中政策12条、动态25条。', '公开信息37条，其中政策12条、动态25条。'],
    ['in full-width digits', '公开信息⟦３０⟧条，其中政策１２条、动态２５条。', '公开信息３７条，其中政策１２条、动态２５条。'],
    ['grouped by thousands', '访问量⟦12,000⟧次，其中手机端11,000次、电脑端1,500次。', '访问量12,500次，其中手机端11,000次、电脑端1,500次。'],
    ['the percentage', '收到申请5件，其中自然人4件，占⟦90%⟧。', '收到申请5件，其中自然人4件，占80%。'],
    ['the number of parts, in Chinese', '包括总体情况；主动公开政府信息情况；收到和处理政府信息公开申请情况；政府信息公开行政复议、行政诉讼情况；存在的主要问题及改进情况；其他需要报告的事项等⟦五⟧个部分。', '包括总体情况；主动公开政府信息情况；收到和处理政府信息公开申请情况；政府信息公开行政复议、行政诉讼情况；存在的主要问题及改进情况；其他需要报告的事项等六个部分。', 'preamble'],
    ['the number of parts, in digits', '包括总体情况；主动公开政府信息情况；收到和处理政府信息公开申请情况；政府信息公开行政复议、行政诉讼情况；存在的主要问题及改进情况；其他需要报告的事项共⟦7⟧个部分。', '包括总体情况；主动公开政府信息情况；收到和处理政府信息公开申请情况；政府信息公开行政复议、行政诉讼情况；存在的主要问题及改进情况；其他需要报告的事项共6个部分。', 'preamble'],
    ['the brackets of a number, spaces kept', '按照⟦国办公开办函 [2021] 30 号⟧要求编制。', '按照国办公开办函 〔2021〕 30 号要求编制。', 'preamble'],
    ['the missing 办', '按照《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（⟦国办公开函〔2021〕30号⟧）编制。', '按照《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制。', 'preamble'],
    ['the decree', '根据《中华人民共和国政府信息公开条例》（⟦国令第711号⟧）编制。', '根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。', 'preamble'],
    ['both years of the period', '统计期限为⟦2023⟧年1月1日至2023年12月31日。', '统计期限为2024年1月1日至2024年12月31日。', 'preamble'],
    ['the last day', '统计期限为2024年1月1日至2024年⟦12月30日⟧。', '统计期限为2024年1月1日至2024年12月31日。', 'preamble'],
    ['the year that leads a sentence', '⟦2023年⟧，我镇共公开信息37条。', '2024年，我镇共公开信息37条。'],
    ['an instruction', '监督保障情况⟦（文字描述）⟧。我镇明确专人负责。', '监督保障情况。我镇明确专人负责。'],
    ['a bracket', '公开信息⟦（⟧含预算、决算)37条。', '公开信息（含预算、决算）37条。'],
  ];
  for (const [name, before, after, place = 'overview'] of cases) {
    it(`writes ${name}`, () => {
      const code = findCode(before, place);
      const [passage] = parsePassages('cases', `=== x in=${place}\n${before.replace('⟦', `⟦${code}:`)}`);
      const [wanted] = parsePassages('cases', `=== x in=${place}\n${after}`);
      assert.ok(passage && wanted);
      const [expected] = passage.expected;
      const finding = findingsOf(passage.text).find(({ span }) => span.start === expected?.span.start && span.end === expected.span.end);
      const fix = finding && ownFixes(finding)[0];
      assert.ok(fix, 'no fix at the mark');
      assert.equal(applyEdits(passage.text, fix.edits()), wanted.text);
      assert.deepEqual(shown(wanted.text), []);
    });
  }

  it('writes nothing for a total in 万 or in Chinese numerals', () => {
    for (const text of ['收费3.00万元，其中登记费1.80万元、工本费1.25万元。', '制发文件三件，其中通知两件，函两件。']) {
      const [passage] = parsePassages('cases', `=== x\n${text}`);
      const [finding] = findingsOf(passage?.text ?? '');
      assert.equal(finding?.code, 'prose-total');
      assert.deepEqual(ownFixes(finding), []);
    }
  });
});

/** The code found at the mark of a case. */
function findCode(before: string, place: string): string {
  const [passage] = parsePassages('cases', `=== x in=${place}\n${before.replace(/[⟦⟧]/g, '')}`);
  return findingsOf(passage?.text ?? '')[0]?.code ?? 'none';
}
