import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { levelOf } from '../../server/src/core/report/agency';

const cases: Readonly<Record<ReturnType<typeof levelOf>, readonly string[]>> = {
  township: ['青禾县柳溪镇', '柳溪镇人民政府', '青禾县云岭乡人民政府', '青山自治县白石民族乡', '巴彦旗宝音苏木', '临川市东湖区城关街道办事处', '东湖区城关街道', '临川高新技术产业开发区新城街道办事处', '青禾县柳溪镇人民政府党政综合办公室'],
  county: ['青禾县', '青禾县人民政府', '青禾县人民政府办公室', '青山自治县', '巴彦旗人民政府', '临川市东湖区', '临川市东湖区人民政府'],
  countyDepartment: ['青禾县水利局', '青禾县发展和改革委员会', '临川市东湖区教育局', '巴彦旗应急管理局', '青山自治县财政局', '东湖区政务服务中心'],
  prefecture: ['临川自治州', '临川土家族自治州人民政府'],
  province: ['东川省', '东川省人民政府办公厅', '北岭壮族自治区人民政府', '北京市', '上海市人民政府'],
  state: [],
  // 市 may be a prefecture or a county; zones are no level; a department of a city or province may serve one with the power.
  unknown: ['', '局', '青州市', '青州市人民政府', '青州市教育局', '东川省水利厅', '北岭自治区财政厅', '临川经济技术开发区管理委员会', '临川新区', '临川高新区', '国家税务总局青州市税务局'],
};

describe('level of a unit by its name', () => {
  for (const [level, names] of Object.entries(cases)) {
    for (const name of names) it(`${name || '(none)'} is ${level}`, () => assert.equal(levelOf(name), level));
  }
});
