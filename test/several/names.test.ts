import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalName, namesPlace, placeBetween, placesInPath } from '../../server/src/core/relatives/names';

describe('names of agencies', () => {
  const same: readonly (readonly string[])[] = [
    ['柳溪镇', '柳溪镇人民政府', '柳溪镇政府', '柳 溪 镇'],
    ['青禾县', '青禾县人民政府', '青禾县政府'],
    ['青禾县人民政府办公室', '青禾县政府办公室', '青禾县人民政府办', '青禾县政府办'],
    ['东门街道', '东门街道办事处', '东门街道办'],
    ['青禾县卫生健康委员会', '青禾县卫健委', '青禾县卫生健康委'],
    ['青禾县人力资源和社会保障局', '青禾县人力资源社会保障局', '青禾县人社局'],
    ['青禾县发展和改革委员会', '青禾县发展改革委', '青禾县发改委'],
    ['青禾县市场监督管理局', '青禾县市场监管局', '关于青禾县市场监督管理局'],
    ['青禾縣教育局', '青禾县教育局'],
    ['青禾经济开发区管理委员会', '青禾经济开发区管委会'],
  ];
  for (const [first = '', ...others] of same) it(`${first} is also ${others.join(', ')}`, () => others.forEach((other) => assert.equal(canonicalName(other), canonicalName(first))));

  const different: readonly (readonly [string, string])[] = [
    ['青禾县', '青禾县人民政府办公室'],
    ['青禾县人民政府', '青禾县政府办公室'],
    ['青禾省发展和改革委员会', '青禾省发展和改革局'],
    ['青禾县教育局', '青禾县教育局机关'],
    ['柳溪镇', '柳溪镇党政办公室'],
    ['青禾县', '青禾市'],
  ];
  for (const [a, b] of different) it(`${a} is not ${b}`, () => assert.notEqual(canonicalName(a), canonicalName(b)));

  it('has no name for what a form leaves open', () => {
    for (const name of ['××县××局', 'XX镇', '○○县', '{单位}', '', '某']) assert.equal(canonicalName(name), '', name);
  });

  it('knows the place one name has and the other lacks', () => {
    assert.equal(placeBetween('某市青禾县柳溪镇', '柳溪镇'), '某市青禾县');
    assert.equal(placeBetween('青平县', '平县'), undefined);
    assert.equal(placeBetween('青禾县政府办公室', '青禾县'), undefined);
    assert.deepEqual(['青禾县教育局', '柳溪镇', '教育局', '市场监督管理局', '城市管理局', '经济开发区管委会'].map(namesPlace), [true, false, false, false, false, false]);
    assert.deepEqual(placesInPath('/资料/青禾县/2024/柳溪镇/年报.md'), ['青禾县']);
  });
});
