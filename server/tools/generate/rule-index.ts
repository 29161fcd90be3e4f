import { rules } from '../../src/core/rules';
import { severityName, tableCell } from './labels';
import { between } from './marks';
import type { GeneratedFile, ReadFile } from './types';

/** `docs/rules/README.md`: every rule with its severity, its fix and a link to its page. */
export function ruleIndexPage(): GeneratedFile {
  const rows = rules.map(({ code, severity, title, fix }) => `| [\`${code}\`](${code}.md) | ${severityName[severity].zh} · ${severity} | ${tableCell(title.zh)} | ${tableCell(title.en)} | ${fix ? '有 · yes' : '—'} |`);
  const content = `<!-- generated: npm run generate -->
# 规则 · Rules

每条规则一页：检查什么、为什么、错误和正确的例子（测试会运行它们）、什么时候不报、怎样关闭。
A page for each rule: what it checks, why, a bad and a good example (run by the tests), when it stays silent, how to suppress it.

例子是片段，其余部分取自一份没有错误的年报（[test/docs/complete-report.md](../../test/docs/complete-report.md)）；⟦ ⟧ 标出提示所在的位置。
Examples are fragments of a faultless report; ⟦ ⟧ marks where the finding stands.

| 代码 · Code | 默认级别 · Severity | 检查什么 | What it checks | 修复 · Fix |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
  return { path: 'docs/rules/README.md', content };
}

const README_MARKS = { open: '<!-- rules: generated -->', close: '<!-- /rules -->' };

/** The table of rules in the project's README. */
export function readme(read: ReadFile): GeneratedFile[] {
  const path = 'README.md';
  const text = read(path);
  if (text === undefined) return [];
  const rows = rules.map(({ code, severity, title }) => `| [\`${code}\`](docs/rules/${code}.md) | ${severityName[severity].zh} ${severity} | ${tableCell(title.zh)} · ${tableCell(title.en)} |`);
  return [{ path, content: between(text, README_MARKS, ['| 代码 · Code | 级别 · Severity | 检查什么 · What |', '| --- | --- | --- |', ...rows].join('\n'), path) }];
}
