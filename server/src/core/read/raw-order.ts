import { filledCount } from './resolve';
import type { Run, TextItem } from './runs';
import type { Field } from './pieces';
import type { TableDeclaration } from '../format/types';

/**
 * A PDF in raw order may give the numbers of a row before its label. Known by a full row of numbers above the first row's
 * label; then labels and numbers are put together by their order, if there are exactly as many as the table has cells, and
 * not at all otherwise: read label by label, every row would get the numbers of the next.
 */
export function numbersFirst(runs: Run[], texts: readonly TextItem[]): void {
  for (let i = 0; i + 1 < runs.length; i++) {
    const table = tableOfNumbersAbove(runs[i], runs[i + 1]);
    if (!table) continue;
    let end = i;
    while (end < runs.length && runs[end]?.zone === runs[i]?.zone && (!runs[end]?.entry || runs[end]?.entry?.table === table)) end++;
    const stretch = runs.slice(i, end);
    const ordered = inOrder(stretch, texts, table);
    for (const run of stretch) {
      for (const text of run.label ?? []) text.used = false;
      delete run.entry;
      delete run.label;
    }
    for (const run of ordered) for (const text of run.label ?? []) text.used = true;
    runs.splice(i, stretch.length, ...ordered);
    i += ordered.length;
  }
}

/** The table whose first row's numbers stand above its label. */
function tableOfNumbersAbove(run: Run | undefined, next: Run | undefined): TableDeclaration | undefined {
  const entry = next?.entry;
  if (!run || run.entry || !entry || run.unit.layout !== 'stacked' || next.zone !== run.zone || entry.row.columns.length < 2) return undefined;
  const first = entry.table.rows.find((row) => !row.group);
  const labelled = run.before.some((text) => text.meaning.kind === 'row');
  return entry.row === first && !labelled && filledCount(run) === entry.row.columns.length ? entry.table : undefined;
}

function inOrder(stretch: readonly Run[], texts: readonly TextItem[], table: TableDeclaration): Run[] {
  const [head] = stretch;
  const rows = table.rows.map((row, index) => ({ row, table, index })).filter(({ row }) => !row.group);
  const values: Field[] = stretch.flatMap((run) => run.fields.filter((field) => field.text !== ''));
  if (!head || values.length !== rows.reduce((n, { row }) => n + row.columns.length, 0)) return [];
  const ordered: Run[] = [];
  let text = texts.findIndex((each) => each.field.span.start > (values[0]?.span.start ?? 0));
  let value = 0;
  for (const entry of rows) {
    while (text >= 0 && text < texts.length && !(texts[text]?.meaning.kind === 'row' && texts[text]?.meaning.rows.some((each) => each.row === entry.row))) text++;
    const label = text < 0 ? undefined : texts[text];
    if (!label) return [];
    ordered.push({ fields: values.slice(value, value + entry.row.columns.length), unit: label.unit, own: [label], before: [], at: 0, zone: head.zone, ...(head.section === undefined ? {} : { section: head.section }), entry, label: [label] });
    value += entry.row.columns.length;
    text++;
  }
  return ordered;
}
