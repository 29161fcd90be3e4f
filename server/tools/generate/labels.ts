import type { Severity } from '../../src/core/rules/types';
import type { Bilingual } from '../../src/core/text/bilingual';
import { both } from '../../src/core/text/bilingual';

/** Severities in the order they are listed in settings and pages. */
export const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

export const severityName: Readonly<Record<Severity | 'off', Bilingual>> = {
  error: both('错误', 'error'),
  warning: both('警告', 'warning'),
  information: both('信息', 'information'),
  hint: both('提示', 'hint'),
  off: both('不检查', 'off'),
};

/** A cell of a Markdown table. */
export const tableCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
