import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { analyse } from '../../server/src/core';
import { checkJson, faultless, run, samples, withSamples, workspace, wrong, wrongColumn, wrongLine } from './support';

describe('check', () => {
  it('ends with 0, 1 or 2', () => {
    const cwd = workspace({ 'good.md': faultless, 'bad.md': wrong });
    assert.equal(run(cwd, ['check', 'good.md']).code, 0);
    assert.equal(run(cwd, ['check', 'bad.md', 'good.md']).code, 1);
    assert.equal(run(cwd, ['check', '--rule', 'row-total=warning', 'bad.md']).code, 0);
    assert.equal(run(cwd, ['check', 'bad.md', 'nothing.md']).code, 2);
  });

  it('prints JSON as other programs rely on', () => {
    const cwd = workspace({ 'good.md': faultless, 'sub/bad.md': wrong });
    const { out, code } = run(cwd, ['check', '--format', 'json', 'good.md', './sub/bad.md']);
    assert.equal(code, 1);
    const json = JSON.parse(out) as { files: { diagnostics: { message?: string }[] }[] };
    const message = json.files[1]?.diagnostics[0]?.message;
    assert.match(message ?? '', /13.*12.*1/);
    delete json.files[1]?.diagnostics[0]?.message;
    assert.deepEqual(json, {
      files: [
        { path: 'good.md', year: 2024, format: '2021', diagnostics: [] },
        {
          path: './sub/bad.md',
          year: 2024,
          format: '2021',
          diagnostics: [{ code: 'row-total', severity: 'error', range: { start: { line: wrongLine, character: wrongColumn }, end: { line: wrongLine, character: wrongColumn + 2 } } }],
        },
      ],
      summary: { files: 2, error: 1, warning: 0, information: 0, hint: 0 },
    });
  });

  it('prints a line a finding and a line that sums up', () => {
    const { out, err } = run(workspace({ 'bad.md': wrong }), ['check', 'bad.md']);
    const [finding, summary, ...rest] = out.split('\n');
    assert.match(finding ?? '', new RegExp(`^bad\\.md:${wrongLine + 1}:${wrongColumn + 1} 错误 row-total “.*”填的是 13`));
    assert.equal(summary, '检查了 1 份年报：错误 1，警告 0，信息 0，提示 0');
    assert.deepEqual(rest, ['']);
    assert.equal(err, '');
  });

  it('speaks the language asked for, else that of the environment, else Chinese', () => {
    const cwd = workspace({ 'bad.md': wrong });
    const summary = (args: string[], env: NodeJS.ProcessEnv): string => run(cwd, ['check', ...args, 'bad.md'], env).out.split('\n').at(-2) ?? '';
    for (const LANG of ['', 'C.UTF-8', 'POSIX', 'zh_CN.UTF-8', 'zh_TW']) assert.match(summary([], { LANG }), /检查了/, LANG);
    for (const LANG of ['en_GB.UTF-8', 'de_DE']) assert.match(summary([], { LANG }), /1 report checked: error 1/, LANG);
    assert.match(summary([], { LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }), /checked/);
    assert.match(summary(['--locale', 'en'], {}), /checked/);
    assert.match(summary(['--locale=zh-CN'], { LANG: 'en' }), /检查了/);
    assert.doesNotMatch(run(cwd, ['check', '--locale', 'en', 'bad.md']).out.split('\n')[0] ?? '', /填的是/);
  });

  it('finds what the core finds, in every sample', () => {
    const cwd = withSamples();
    const names = readdirSync(samples).filter((name) => /\.(md|txt|nianbao)$/.test(name));
    assert.ok(names.length > 8);
    const { files } = checkJson(cwd, ...names.map((name) => `samples/${name}`));
    for (const [i, name] of names.entries()) {
      const { document, reports, findings } = analyse(readFileSync(join(samples, name), 'utf8'), { assumeReport: name.endsWith('.nianbao') });
      assert.deepEqual(
        files[i],
        {
          path: `samples/${name}`,
          year: reports[0]?.year?.value ?? null,
          format: reports[0]?.reading.format.id ?? null,
          diagnostics: findings.map(({ code, severity, message, span }) => ({ code, severity, message: message.zh, range: { start: document.source.positionAt(span.start), end: document.source.positionAt(span.end) } })),
        },
        name,
      );
    }
  });

  it('changes severities and switches rules off', () => {
    const cwd = workspace({ 'bad.md': wrong });
    assert.equal(checkJson(cwd, '--rule', 'row-total=hint', 'bad.md').summary.hint, 1);
    assert.equal(checkJson(cwd, '--rule=row-total=off', 'bad.md').files[0]?.diagnostics.length, 0);
    assert.equal(checkJson(cwd, '--rule', 'row-total=off', '--rule', 'row-total=information', 'bad.md').summary.information, 1, 'the last one counts');
  });

  it('lists a named file that is no report, and leaves out those it came across', () => {
    const cwd = workspace({ 'notes.md': '# 买菜\n', 'bad.md': wrong, 'old.txt': '某县2016年政府信息公开工作年度报告\n\n一、概述\n\n根据条例编制。' });
    assert.deepEqual(checkJson(cwd, 'notes.md').files, [{ path: 'notes.md', year: null, format: null, diagnostics: [] }]);
    assert.deepEqual(checkJson(cwd, '.').files.map(({ path }) => path), ['bad.md']);
    const { err, code } = run(cwd, ['check', 'notes.md', 'old.txt']);
    assert.match(err, /notes\.md：不是政府信息公开年报.*\nold\.txt：2018 年度/);
    assert.equal(code, 0);
  });

  it('takes a .nianbao file for a report whatever little is in it', () => {
    const cwd = workspace({ 'a.nianbao': '某县某局年报\n', 'b.NIANBAO': '某县某局年报\n', 'c.txt': '某县某局年报\n' });
    const { files } = checkJson(cwd, 'a.nianbao', 'b.NIANBAO', 'c.txt');
    assert.deepEqual(files.map(({ diagnostics }) => diagnostics.length > 0), [true, true, false]);
  });

  it('prints CSV', () => {
    const cwd = workspace({ '=bad.md': wrong });
    const { out } = run(cwd, ['check', '--format', 'csv', '--bom', '=bad.md']);
    const [head, record, ...rest] = out.split('\r\n');
    assert.equal(head, '\ufeffpath,year,line,column,severity,code,message');
    assert.ok(record?.startsWith(`'=bad.md,2024,${wrongLine + 1},${wrongColumn + 1},error,row-total,“`), record);
    assert.deepEqual(rest, ['']);
  });
});

describe('wrong use', () => {
  const cwd = workspace({ 'good.md': faultless });
  const cases: readonly (readonly [args: string[], zh: RegExp, en: RegExp])[] = [
    [[], /要做什么/, /say check, extract, import or export/],
    [['chekc', 'good.md'], /没有“chekc”这个命令/, /no command chekc/],
    [['check'], /没有给出文件/, /no file/],
    [['check', '--fromat', 'json', 'good.md'], /没有 --fromat 这个选项/, /no option --fromat/],
    [['check', '--format', 'xml', 'good.md'], /--format 只能是 text、json、sarif、csv，不能是“xml”/, /--format takes .*; got xml/],
    [['check', '--rule', 'row-total', 'good.md'], /代码=级别/, /CODE=SEVERITY/],
    [['check', '--rule', 'row-totl=off', 'good.md'], /没有“row-totl”这条规则/, /no rule row-totl/],
    [['check', '--rule', 'row-total=fatal', 'good.md'], /不能是“fatal”/, /got fatal/],
    [['check', 'good.md', '--rule'], /--rule/, /--rule/],
    [['check', '--write-baseline', 'good.md'], /--baseline/, /--baseline FILE/],
    [['extract', '--fix', 'good.md'], /没有 --fix 这个选项/, /no option --fix/],
    [['extract', '--format', 'text', 'good.md'], /只能是 json、csv/, /json, csv/],
  ];
  for (const [args, zh, en] of cases) {
    it(`is told: ${args.join(' ') || 'nothing'}`, () => {
      const chinese = run(cwd, args);
      assert.equal(chinese.code, 2);
      assert.equal(chinese.out, '');
      assert.match(chinese.err, zh);
      assert.match(run(cwd, [...args], { LANG: 'en_US.UTF-8' }).err, en);
    });
  }

  it('names a locale there is not', () => {
    const { code, err } = run(cwd, ['check', '--locale', 'fr', 'good.md']);
    assert.deepEqual([code, err], [2, '--locale 只能是 zh、en，不能是“fr”\n']);
  });

  it('helps, in both languages, and knows its version', () => {
    assert.match(run(cwd, ['--help']).out, /退出码\n {2}0 /);
    assert.match(run(cwd, ['check', '-h', '--locale', 'en']).out, /Exit codes\n {2}0 /);
    assert.match(run(cwd, ['--version']).out, /^\d+\.\d+\.\d+\n$/);
    for (const args of [['--help'], ['--version'], ['help']]) assert.equal(run(cwd, args).code, 0);
  });
});
