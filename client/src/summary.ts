import { l10n } from 'vscode';
import type { AgencyNode, Overview } from './protocol';

/** The view as a Markdown table, a line a report, to be kept or handed on. @param pathOf a URI as the reader knows the file. */
export function summary({ agencies }: Overview, pathOf: (uri: string) => string): string {
  const head = [l10n.t('Agency'), l10n.t('Year'), l10n.t('Error'), l10n.t('Warning'), l10n.t('Information'), l10n.t('Missing'), l10n.t('File')];
  const lines = agencies.flatMap((agency) => linesOf(agency, 0, pathOf));
  return `${[head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function linesOf({ agency, reports, children }: AgencyNode, depth: number, pathOf: (uri: string) => string): string[][] {
  const name = `${'　'.repeat(depth)}${cell(agency)}`;
  return [
    ...reports.map(({ uri, year, counts, missing }) => [name, year === undefined ? '' : String(year), ...(['error', 'warning', 'information'] as const).map((each) => (counts ? String(counts[each]) : '')), cell(missing.join('、')), cell(pathOf(uri))]),
    ...children.flatMap((child) => linesOf(child, depth + 1, pathOf)),
  ];
}

const cell = (text: string): string => text.replace(/[\\|]/g, '\\$&').replace(/\s+/g, ' ');
