import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { invent } from '../several/invented';
import { checkJson, run, workspace } from './support';

const before = invent({ agency: '青禾县教育局', year: 2023, received: 8, carriedOut: 3, issued: 1, inForce: 5 });
const now = invent({ agency: '青禾县教育局', year: 2024, received: 8, carriedIn: 2, issued: 2, inForce: 6 });
const copied = '组织招生咨询进校园活动，把招生范围、报名办法、录取结果和投诉渠道汇编成册，在教育专栏和学校公告栏同时公开，并安排专人解答家长来电来访，确保政策不走样、答复不拖延，做到公开透明规范有序。';

const codes = (cwd: string, path: string, ...args: string[]): string[] => (checkJson(cwd, ...args).files.find((file) => file.path === path)?.diagnostics ?? []).map(({ code }) => code);

describe('reports given in one run', () => {
  it('are each other’s last year: requests carried over, documents in force', () => {
    const cwd = workspace({ '2023/教育局.md': before, '2024/教育局.md': now });
    const { files, code } = checkJson(cwd, '.');
    const messages = files.find(({ path }) => path === '2024/教育局.md')?.diagnostics.map((each) => `${each.severity} ${each.code} ${each.message}`);
    assert.deepEqual(messages, [
      'information in-force-documents 现行有效 6，按上年报告推算应为 5 + 2 − 0 = 7，相差 1',
      'warning carried-over 自然人的上年结转为 2，上年报告结转下年度为 3，相差 1',
      'warning carried-over 总计的上年结转为 2，上年报告结转下年度为 3，相差 1',
    ]);
    assert.deepEqual(codes(cwd, '2023/教育局.md', '.'), [], 'nothing is said of the year before');
    assert.equal(code, 0);
    assert.deepEqual(codes(cwd, '2024/教育局.md', '2024/教育局.md'), [], 'by itself it is compared with nothing');
  });

  it('are compared in prose', () => {
    const [one, two] = [2023, 2024].map((year) => invent({ agency: '青禾县教育局', year, prose: copied }));
    const cwd = workspace({ 'a.md': one ?? '', 'b.md': two ?? '' });
    assert.deepEqual(codes(cwd, 'b.md', 'a.md', 'b.md'), ['copied-text']);
  });

  it('are not compared with other agencies’', () => {
    const cwd = workspace({ 'a.md': before.replace('教育局', '民政局'), 'b.md': now });
    assert.deepEqual(codes(cwd, 'b.md', '.'), []);
  });

  it('have their other places in SARIF', () => {
    const cwd = workspace({ 'a.md': before, 'b.md': now });
    const log = JSON.parse(run(cwd, ['check', '--format', 'sarif', '.']).out) as { runs: { results: { ruleId: string; relatedLocations?: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number; startColumn: number; endColumn: number } } }[] }[] }[] };
    const place = log.runs[0]?.results.find(({ ruleId }) => ruleId === 'carried-over')?.relatedLocations?.[0]?.physicalLocation;
    assert.equal(place?.artifactLocation.uri, 'a.md');
    const line = before.split('\n')[(place?.region.startLine ?? 0) - 1] ?? '';
    assert.match(line, /^\| 四、结转/);
    assert.equal(line.slice((place?.region.startColumn ?? 0) - 1, (place?.region.endColumn ?? 0) - 1), '3');
  });

  it('are compared with those left out by --changed-since too', () => {
    const cwd = workspace({ 'a.md': before, 'b.md': '' });
    const git = (...args: string[]): void => command('git', cwd, args);
    git('init', '-q');
    git('add', '.');
    git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'one');
    writeFileSync(join(cwd, 'b.md'), now);
    const { files } = checkJson(cwd, '--changed-since', 'HEAD', '.');
    assert.deepEqual(files.map(({ path }) => path), ['b.md']);
    assert.ok(files[0]?.diagnostics.some(({ code }) => code === 'carried-over'));
  });
});

describe('--last-year', () => {
  it('says which report is last year’s, whatever its agency and place', () => {
    const cwd = workspace({ 'old/x.txt': before.replace('青禾县教育局', '青禾县教育体育局'), 'b.md': now });
    assert.deepEqual(codes(cwd, 'b.md', '--last-year', 'old/x.txt', 'b.md'), ['in-force-documents', 'carried-over', 'carried-over']);
  });

  it('goes with one report, of the year after', () => {
    const cwd = workspace({ 'a.md': before, 'b.md': now, 'c.md': now, 'd.md': '# 买菜\n' });
    const told = (...args: string[]): string => {
      const { code, err } = run(cwd, ['check', ...args]);
      assert.equal(code, 2);
      return err;
    };
    assert.match(told('--last-year', 'a.md', 'b.md', 'c.md'), /只能和一份年报一起用/);
    assert.match(told('--last-year', 'c.md', 'b.md'), /不是 2024 年的上一年/);
    assert.match(told('--last-year', 'd.md', 'b.md'), /d\.md：不是政府信息公开年报/);
    assert.match(told('--last-year', 'e.md', 'b.md'), /e\.md：读不出来/);
  });
});

describe('a county with its townships', () => {
  const config = { agency: '青禾县', children: ['柳溪镇', '青禾县东山乡', '青禾县教育局'] };
  const files = {
    'disclosure-report.json': JSON.stringify(config),
    '2024/青禾县.md': invent({ agency: '青禾县人民政府', title: '青禾县人民政府', year: 2024, received: 10, licences: 30 }),
    '2024/柳溪.md': invent({ agency: '青禾县柳溪镇', year: 2024, received: 4, licences: 20 }),
    '2024/东山.md': invent({ agency: '青禾县东山乡人民政府', year: 2024, received: 3, licences: 11 }),
    '2024/教育局.md': invent({ agency: '青禾县教育局', year: 2024, received: 3 }),
    '2023/东山.md': invent({ agency: '青禾县东山乡', year: 2023, received: 9, licences: 99 }),
  };
  const said = (cwd: string, ...args: string[]): string[] => (checkJson(cwd, ...args).files.find(({ path }) => path === '2024/青禾县.md')?.diagnostics ?? []).map(({ code, severity, message }) => `${severity} ${code} ${message}`);

  it('has to be the sum of those named', () => {
    assert.deepEqual(said(workspace(files), '.'), ['warning roll-up 本表为 30，3 份下级报告之和为 31，少 1']);
  });

  it('finds them in the folder of the config when only the county is checked', () => {
    assert.deepEqual(said(workspace(files), '2024/青禾县.md'), ['warning roll-up 本表为 30，3 份下级报告之和为 31，少 1']);
  });

  it('is not accused when one is missing: the missing ones are named', () => {
    const { ['2024/教育局.md']: _, ...fewer } = files;
    const found = said(workspace(fewer), '.');
    assert.equal(found.length, 2);
    assert.ok(found.every((each) => each.includes('青禾县教育局')), found.join('\n'));
    assert.equal(found.filter((each) => each.startsWith('information roll-up 下级报告不全')).length, 1);
    assert.equal(found.filter((each) => each.startsWith('warning roll-up 本表为 30')).length, 1);
  });

  it('is compared with nobody without a config', () => {
    const { ['disclosure-report.json']: _, ...without } = files;
    assert.deepEqual(said(workspace(without), '.'), []);
  });
});

describe('disclosure-report.json', () => {
  const files = { 'sub/a.md': now.replace('| 8 | 0 |', '| 9 | 0 |'), 'sub/b.md': now };

  it('sets severities and what is ignored; what is said on the command line wins', () => {
    const cwd = workspace({ ...files, 'disclosure-report.json': JSON.stringify({ ignore: ['b.md'], rules: { 'suspect-cell': 'off', 'application-balance': 'off', 'row-total': 'off' } }) });
    const plain = checkJson(workspace(files), '.');
    assert.ok(plain.summary.error > 0);
    const { files: checked, summary } = checkJson(cwd, '.');
    assert.deepEqual(checked.map(({ path }) => path), ['sub/a.md']);
    assert.equal(summary.error, 0);
    assert.deepEqual(checkJson(cwd, '--rule', 'suspect-cell=error', '--rule', 'application-balance=error', '--rule', 'row-total=error', '.').summary.error, plain.summary.error);
  });

  it('has its faults told, and what is right in it still counts', () => {
    const cwd = workspace({ ...files, 'disclosure-report.json': JSON.stringify({ ignore: ['b.md'], children: 5 }) });
    const { err, out } = run(cwd, ['check', '--format', 'json', '.']);
    assert.match(err, /disclosure-report\.json：children：要写一列下级单位/);
    assert.ok(!out.includes('b.md'));
    assert.equal(err.match(/children/g)?.length, 1, 'told once');
    assert.equal(readFileSync(join(cwd, 'sub/b.md'), 'utf8'), now);
  });
});

function command(name: string, cwd: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(name, args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}
