import { l10n } from 'vscode';
import type { AgencyNode, Overview } from './protocol';
import { wordsOf, yearStates } from './year-states';

/**
 * The view as Markdown, to be kept or handed on: agencies with a column a year, then what is found in each report and what is missing.
 * @param pathOf a URI as the reader knows the file.
 */
export function summary({ agencies }: Overview, pathOf: (uri: string) => string): string {
  const all = agencies.flatMap((agency) => withDepth(agency, 0));
  const years = [...new Set(all.flatMap(({ node }) => yearStates(node).map(({ year }) => year)))].sort((a, b) => (b ?? 0) - (a ?? 0));
  const states = all.map(({ node, depth }) => [
    '　'.repeat(depth) + cell(node.agency || l10n.t('Agency not named')),
    ...years.map((year) => yearStates(node).filter((state) => state.year === year).map(({ mark, uri }) => (uri === undefined ? mark : `[${mark}](<${pathOf(uri)}>)`)).join(' ')),
  ]);
  const reports = all.flatMap(({ node }) => [
    ...node.reports.map(({ year, counts, missing, uri }) => [cell(node.agency), String(year ?? ''), wordsOf(counts), cell(missing.join('、')), cell(pathOf(uri))]),
    ...node.missingYears.map((year) => [cell(node.agency), String(year), l10n.t('no report'), '', '']),
  ]);
  return [
    `# ${l10n.t('Annual reports')}`,
    table([l10n.t('Agency'), ...years.map((year) => String(year ?? '?'))], states),
    `${l10n.t('✓ nothing wrong · ✗ errors · ⚠ warnings · – no report · (−n) reports of n subordinates missing')}`,
    table([l10n.t('Agency'), l10n.t('Year'), l10n.t('Findings'), l10n.t('Missing'), l10n.t('File')], reports),
  ].join('\n\n') + '\n';
}

const withDepth = (node: AgencyNode, depth: number): { readonly node: AgencyNode; readonly depth: number }[] => [{ node, depth }, ...node.children.flatMap((child) => withDepth(child, depth + 1))];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const cell = (text: string): string => text.replace(/[\\|]/g, '\\$&').replace(/\s+/g, ' ');
