import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../server/src/core';
import { Collection, factsOf, parseConfig } from '../../server/src/core/relatives';
import { invent, type Invented } from './invented';

/** A collection of invented reports by path. */
function collect(files: Readonly<Record<string, Invented | string>>, configs: Readonly<Record<string, unknown>> = {}): Collection {
  const collection = new Collection();
  for (const [folder, config] of Object.entries(configs)) collection.setConfig(`${folder}/disclosure-report.json`, parseConfig(JSON.stringify(config)).config);
  for (const [path, report] of Object.entries(files)) {
    const { reports } = analyse(typeof report === 'string' ? report : invent(report));
    assert.equal(reports.length, 1, path);
    collection.set(path, path, reports.map((each) => factsOf(each, path)));
  }
  return collection;
}

function lastYearOf(collection: Collection, path: string): string | undefined {
  const [entry] = collection.of(path);
  assert.ok(entry, path);
  return collection.lastYear(entry)?.id;
}

describe('last year’s report', () => {
  const pairs: readonly (readonly [before: string, now: string])[] = [
    ['青禾县柳溪镇', '青禾县柳溪镇人民政府'],
    ['柳溪镇人民政府', '青禾县柳溪镇'],
    ['青禾县柳溪镇', '柳溪镇'],
    ['青禾县卫健委', '青禾县卫生健康委员会'],
    ['青禾县', '青禾县人民政府'],
    ['教育局', '教育局'],
  ];
  for (const [before, now] of pairs) it(`${before} is found for ${now}`, () => assert.equal(lastYearOf(collect({ '/a/2023.md': { agency: before, year: 2023 }, '/a/2024.md': { agency: now, year: 2024 } }), '/a/2024.md'), '/a/2023.md'));

  it('is not that of another agency, another year or an office', () => {
    const others: readonly Invented[] = [
      { agency: '青禾县人民政府办公室', year: 2023 },
      { agency: '青禾县教育局', year: 2023 },
      { agency: '青禾县', year: 2022 },
      { agency: '青禾县', year: 2024 },
      { agency: '平青禾县', year: 2023 },
      { agency: '××县', year: 2023 },
    ];
    for (const other of others) assert.equal(lastYearOf(collect({ '/a/other.md': other, '/a/2024.md': { agency: '青禾县', year: 2024 } }), '/a/2024.md'), undefined, other.agency);
  });

  it('is none when two that differ may be it, and the first of two that agree', () => {
    const now: Invented = { agency: '青禾县柳溪镇', year: 2024 };
    const before: Invented = { agency: '青禾县柳溪镇', year: 2023 };
    assert.equal(lastYearOf(collect({ '/a/b.md': before, '/a/c.md': { ...before, received: 9 }, '/a/now.md': now }), '/a/now.md'), undefined);
    assert.equal(lastYearOf(collect({ '/a/c.md': before, '/a/b.md': before, '/a/now.md': now }), '/a/now.md'), '/a/b.md');
  });

  it('of a township without its county is looked for where it lies', () => {
    const files = {
      '/省/青禾县/2023/城关镇.md': { agency: '城关镇', year: 2023 },
      '/省/青禾县/2024/城关镇.md': { agency: '城关镇', year: 2024 },
      '/省/红石县/2023/城关镇.md': { agency: '城关镇', year: 2023, received: 7 },
      '/省/红石县/2024/城关镇.md': { agency: '红石县城关镇', year: 2024 },
    };
    const collection = collect(files);
    assert.equal(lastYearOf(collection, '/省/青禾县/2024/城关镇.md'), '/省/青禾县/2023/城关镇.md');
    assert.equal(lastYearOf(collection, '/省/红石县/2024/城关镇.md'), '/省/红石县/2023/城关镇.md');
    assert.equal(lastYearOf(collect({ '/x/a/b/城关镇.md': { agency: '城关镇', year: 2023 }, '/y/c/d/城关镇.md': { agency: '城关镇', year: 2024 } }), '/y/c/d/城关镇.md'), undefined, 'nothing says where either is');
    assert.equal(lastYearOf(collect({ '/甲县/x.md': { agency: '城关镇', year: 2023 }, '/乙县/y.md': { agency: '城关镇', year: 2024 } }), '/乙县/y.md'), undefined, 'two counties');
    const districts = { '/资料/南江市/鼓楼区教育局.md': { agency: '鼓楼区教育局', year: 2023 }, '/资料/北江市/鼓楼区教育局.md': { agency: '鼓楼区教育局', year: 2024 } };
    assert.equal(lastYearOf(collect(districts), '/资料/北江市/鼓楼区教育局.md'), undefined, 'districts of two cities');
  });

  it('is known by the place the text names', () => {
    const files = (prose: string) => ({ '/x/a/b.md': { agency: '柳溪镇', year: 2023, prose }, '/y/c/d.md': { agency: '青禾县柳溪镇', year: 2024 } });
    assert.equal(lastYearOf(collect(files('联系地址：青禾县柳溪镇人民路1号。')), '/y/c/d.md'), '/x/a/b.md');
    assert.equal(lastYearOf(collect(files('')), '/y/c/d.md'), undefined);
  });

  it('is none where title and period disagree about the year', () => {
    const odd = invent({ agency: '青禾县', year: 2023 }).replace('统计期限为2023年1月1日至2023', '统计期限为2022年1月1日至2022');
    assert.equal(lastYearOf(collect({ '/a/odd.md': odd, '/a/2024.md': { agency: '青禾县', year: 2024 } }), '/a/2024.md'), undefined);
  });

  it('takes agency and year from text and path where the title names none', () => {
    const nameless = invent({ agency: '', title: '', year: 2023, end: '\n青禾县人民政府\n\n2024年3月20日\n' });
    assert.equal(lastYearOf(collect({ '/a/2023.md': nameless, '/a/2024.md': { agency: '青禾县', year: 2024 } }), '/a/2024.md'), '/a/2023.md');
    const made = invent({ agency: '', title: '', year: 2023 }).replace('统计期限', '本报告由青禾县教育局编制，统计期限');
    assert.equal(lastYearOf(collect({ '/a/2023.md': made, '/a/2024.md': { agency: '青禾县教育局', year: 2024 } }), '/a/2024.md'), '/a/2023.md');
    const yearless = invent({ agency: '青禾县', year: 2023 }).replace('2023年政府信息公开工作', '政府信息公开工作').replace(/统计期限.*\n/, '\n').replace('2023年未收取', '未收取');
    assert.equal(lastYearOf(collect({ '/a/2023/县.md': yearless, '/a/2024/县.md': { agency: '青禾县', year: 2024 } }), '/a/2024/县.md'), '/a/2023/县.md');
  });

  it('follows the aliases and the agency of a config file', () => {
    const files = { '/a/old.md': { agency: '青禾县环境保护局', year: 2023 }, '/a/new.md': { agency: '青禾县生态环境局', year: 2024 } };
    assert.equal(lastYearOf(collect(files), '/a/new.md'), undefined);
    assert.equal(lastYearOf(collect(files, { '/a': { agency: '青禾县生态环境局', aliases: ['青禾县环境保护局'] } }), '/a/new.md'), '/a/old.md');
    assert.equal(lastYearOf(collect(files, { '': { aliases: { 青禾县生态环境局: ['青禾县环保局', '青禾县环境保护局'] } } }), '/a/new.md'), '/a/old.md');
    assert.equal(lastYearOf(collect(files, { '/b': { aliases: { 青禾县生态环境局: ['青禾县环境保护局'] } } }), '/a/new.md'), undefined, 'the config of another folder');
    const nameless = { '/a/old.md': { agency: '', title: '', year: 2023 }, '/a/new.md': { agency: '青禾县', year: 2024 } };
    assert.equal(lastYearOf(collect(nameless), '/a/new.md'), undefined);
    assert.equal(lastYearOf(collect(nameless, { '/a': { agency: '青禾县' } }), '/a/new.md'), '/a/old.md');
  });

  it('is not looked for in what a config file ignores', () => {
    const files = { '/a/旧稿/2023.md': { agency: '青禾县', year: 2023 }, '/a/2024.md': { agency: '青禾县', year: 2024 } };
    assert.equal(lastYearOf(collect(files), '/a/2024.md'), '/a/旧稿/2023.md');
    assert.equal(lastYearOf(collect(files, { '/a': { ignore: ['旧稿/'] } }), '/a/2024.md'), undefined);
  });
});

describe('subordinates', () => {
  const config = { agency: '青禾县', children: ['柳溪镇', '青禾县教育局', '青禾县人民政府办公室'] };
  const files = {
    '/县/2024.md': { agency: '青禾县人民政府', year: 2024 },
    '/县/乡镇/柳溪.md': { agency: '青禾县柳溪镇人民政府', year: 2024 },
    '/县/部门/教育局.md': { agency: '青禾县教育局', year: 2024 },
    '/县/部门/教育局2023.md': { agency: '青禾县教育局', year: 2023 },
  };
  const childrenOf = (collection: Collection, path: string) => {
    const [entry] = collection.of(path);
    assert.ok(entry);
    const { children, missing } = collection.children(entry);
    return { children: children.map(({ id }) => id), missing };
  };

  it('are those the config names, of the same year; the others are missing', () => {
    assert.deepEqual(childrenOf(collect(files, { '/县': config }), '/县/2024.md'), { children: ['/县/乡镇/柳溪.md', '/县/部门/教育局.md'], missing: ['青禾县人民政府办公室'] });
  });

  it('are none without a config, for another agency, and outside its folder', () => {
    assert.deepEqual(childrenOf(collect(files), '/县/2024.md'), { children: [], missing: [] });
    assert.deepEqual(childrenOf(collect(files, { '/县': config }), '/县/部门/教育局.md'), { children: [], missing: [] });
    assert.deepEqual(childrenOf(collect({ ...files, '/外/办公室.md': { agency: '青禾县人民政府办公室', year: 2024 } }, { '/县': config }), '/县/2024.md').missing, ['青禾县人民政府办公室']);
  });

  it('can be named by files; one whose year or version is not certain is missing', () => {
    const byFiles = { '/县': { agency: '青禾县', children: ['乡镇/*.md', '部门/'] } };
    assert.deepEqual(childrenOf(collect(files, { '/县': byFiles['/县'] }), '/县/2024.md'), { children: ['/县/乡镇/柳溪.md', '/县/部门/教育局.md'], missing: [] });
    const two = { ...files, '/县/乡镇/柳溪（改）.md': { agency: '青禾县柳溪镇', year: 2024, received: 9 } };
    assert.deepEqual(childrenOf(collect(two, byFiles), '/县/2024.md'), { children: ['/县/部门/教育局.md'], missing: ['乡镇/*.md'] });
  });

  it('may have subordinates of their own, and parents are found from below', () => {
    const tree = { agency: '青云市', children: [{ agency: '青禾县', children: ['柳溪镇'] }] };
    const collection = collect({ ...files, '/县/市.md': { agency: '青云市', year: 2024 } }, { '/县': tree });
    assert.deepEqual(childrenOf(collection, '/县/市.md'), { children: ['/县/2024.md'], missing: [] });
    assert.deepEqual(childrenOf(collection, '/县/2024.md'), { children: ['/县/乡镇/柳溪.md'], missing: [] });
    assert.deepEqual([...collection.dependents('/县/乡镇/柳溪.md')], ['/县/2024.md']);
    assert.deepEqual([...collection.dependents('/县/部门/教育局2023.md')], ['/县/部门/教育局.md']);
  });
});

describe('a change of a document', () => {
  it('is one when cells, prose or identity differ, and none when only layout does', () => {
    const collection = collect({ '/a.md': { agency: '青禾县', year: 2024 } });
    const set = (text: string): boolean => collection.set('/a.md', '/a.md', analyse(text).reports.map((report) => factsOf(report, '/a.md')));
    const text = invent({ agency: '青禾县', year: 2024 });
    assert.equal(set(text.replaceAll('\n\n', '\n\n\n')), false);
    assert.equal(set(text.replace('| 5 |', '| 6 |')), true);
    assert.equal(set(text), true);
    assert.equal(set(text.replace('定期检查', '经常检查')), true);
    assert.equal(set(text.replace('青禾县2024', '青禾县教育局2024')), true);
  });
});
