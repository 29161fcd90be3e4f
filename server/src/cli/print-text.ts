import type { Severity } from '../core';
import { both } from '../core/text/bilingual';
import type { Language } from './language';
import { printable } from './printable';
import type { FileResult } from './result';
import { countFindings } from './summary';

const NAMES: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: { error: '错误', warning: '警告', information: '信息', hint: '提示' },
  en: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
};

/** SGR colours: red, yellow, blue, grey. */
const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 34, hint: 90 };

/** One line a finding, `path:line:column severity code message`, counted from 1; then a line that sums up. */
export function textOutput(results: readonly FileResult[], language: Language, colours: boolean): string {
  const paint = (text: string, colour: number): string => (colours ? `\u001b[${colour}m${text}\u001b[0m` : text);
  const lines = results.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ code, severity, message, range: { start } }) => {
      const place = `${printable(path)}:${start.line + 1}:${start.character + 1}`;
      return `${place} ${paint(NAMES[language][severity], COLOURS[severity])} ${paint(code, COLOURS.hint)} ${printable(message)}`;
    }),
  );
  return `${[...lines, summaryLine(results)[language]].join('\n')}\n`;
}

function summaryLine(results: readonly FileResult[]): { readonly zh: string; readonly en: string } {
  const reports = results.filter(({ kind }) => kind === 'report').length;
  const counts = countFindings(results);
  const list = (language: Language): string => (['error', 'warning', 'information', 'hint'] as const).map((each) => `${NAMES[language][each]} ${counts[each]}`).join(language === 'zh' ? '，' : ', ');
  return both(`检查了 ${reports} 份年报：${list('zh')}`, `${reports} ${reports === 1 ? 'report' : 'reports'} checked: ${list('en')}`);
}
