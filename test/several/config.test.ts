import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfig } from '../../server/src/core/relatives';

const problems = (value: unknown): string[] => parseConfig(typeof value === 'string' ? value : JSON.stringify(value)).problems.map(({ zh }) => zh);

describe('disclosure-report.json', () => {
  it('says nothing of a good one', () => {
    const { config, problems: none } = parseConfig(
      JSON.stringify({ $schema: 'x', agency: '青禾县', aliases: ['青禾'], children: ['柳溪镇', '部门/*.md', { agency: '东山镇', aliases: ['东山乡'], children: ['上村'] }], ignore: ['旧稿/'], rules: { 'roll-up': 'error' }, format: '2021' }),
    );
    assert.deepEqual(none, []);
    assert.deepEqual([...config.aliases], [['青禾', '青禾县'], ['东山乡', '东山镇']]);
    assert.deepEqual(config.parents, [
      { agency: '东山镇', children: [{ agency: '上村' }] },
      { agency: '青禾县', children: [{ agency: '柳溪镇' }, { files: '部门/*.md' }, { agency: '东山镇' }] },
    ]);
    assert.deepEqual(config.rules, { 'roll-up': 'error' });
    assert.equal(config.ignores('旧稿/a.md'), true);
    assert.equal(config.ignores('新稿/a.md'), false);
  });

  it('loses only the value that is not understood, and says why', () => {
    const { config } = parseConfig(JSON.stringify({ agency: '青禾县', rules: { 'roll-up': 'fatal', 'row-total': 'off', nothing: 'off' }, children: ['柳溪镇', 5] }));
    assert.deepEqual(config.rules, { 'row-total': 'off' });
    assert.deepEqual(config.parents[0]?.children, [{ agency: '柳溪镇' }]);
    assert.match(problems({ agnecy: '青禾县' }).join(), /agnecy：没有这一项/);
    assert.match(problems({ agency: 5 }).join(), /agency：要写单位名称/);
    assert.match(problems({ rules: { 'roll-up': 'fatal' } }).join(), /rules\["roll-up"\]：只能是/);
    assert.match(problems({ rules: { nothing: 'off' } }).join(), /没有这条规则/);
    assert.match(problems({ children: ['柳溪镇'] }).join(), /要同时写 agency/);
    assert.match(problems({ agency: '青禾县', children: [5] }).join(), /children\[0\]/);
    assert.match(problems({ agency: '青禾县', children: ['青禾县人民政府', { agency: '柳溪镇', children: ['青禾县'] }] }).join(), /children\[0\]：“青禾县人民政府”不能是自己的下级.*children\[1\]\.children\[0\]/);
    assert.match(problems({ format: '2018' }).join(), /format：只能是 auto/);
    assert.match(problems({ aliases: ['青禾'] }).join(), /aliases/);
    assert.match(problems({ ignore: [5] }).join(), /ignore/);
    assert.match(problems('[1]').join(), /JSON 对象/);
    assert.match(problems('{').join(), /不是正确的 JSON/);
  });
});
