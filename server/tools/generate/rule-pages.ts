import { rules } from '../../src/core/rules';
import type { Rule } from '../../src/core/rules/types';
import { severityName, tableCell } from './labels';
import { between } from './marks';
import type { GeneratedFile, ReadFile } from './types';

const PAGES = 'docs/rules';
const HEAD = { open: '<!-- head: generated -->', close: '<!-- /head -->' };
const FOOT = { open: '<!-- foot: generated -->', close: '<!-- /foot -->' };

/** A page before its body is written. */
const EMPTY = `${HEAD.open}\n${HEAD.close}\n\n${FOOT.open}\n${FOOT.close}\n`;

export const pagePath = (code: string): string => `${PAGES}/${code}.md`;

function head({ code, title, severity, basis, fix }: Rule): string {
  const rows = [
    ['代码 · Code', `\`${code}\``],
    ['默认级别 · Default severity', `${severityName[severity].zh} · \`${severity}\``],
    ['依据 · Basis', `${basis.zh}<br>${basis.en}`],
    ['修复 · Fix', fix ? `${fix.zh}<br>${fix.en}` : '—'],
  ];
  return [`# ${title.zh}`, '', `${title.en}`, '', '|  |  |', '| --- | --- |', ...rows.map((row) => `| ${row.map((cell) => tableCell(cell ?? '')).join(' | ')} |`)].join('\n');
}

function foot({ code }: Rule): string {
  return `## 怎样关闭 · How to suppress

在草稿里关闭一处（写在那一行、标题或者表格的上一行，冒号后写明原因；灯泡菜单的最后一项会替你写）：
One place, in the draft, on the line above the line, heading or table, with a reason (the last item of the light bulb writes it):

\`\`\`markdown
<!-- disclosure-report-disable-next-line ${code}: 原因 -->
\`\`\`

整份草稿用 \`disclosure-report-disable-file\`，一段用 \`disclosure-report-disable\` 和 \`disclosure-report-enable\`。
A whole draft by \`disclosure-report-disable-file\`, a stretch by \`disclosure-report-disable\` … \`disclosure-report-enable\`.

在设置里改级别或者关闭（\`error\`、\`warning\`、\`information\`、\`hint\`、\`off\`）：
Everywhere, in the settings:

\`\`\`json
{ "disclosureReport.rules": { "${code}": "off" } }
\`\`\`

[全部规则 · All rules](README.md)`;
}

/** The page of every rule: generated head and foot, the hand-written body between them as it is. */
export function rulePages(read: ReadFile): GeneratedFile[] {
  return rules.map((rule) => {
    const path = pagePath(rule.code);
    const page = read(path) ?? EMPTY;
    return { path, content: between(between(page, HEAD, head(rule), path), FOOT, foot(rule), path) };
  });
}
