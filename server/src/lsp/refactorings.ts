import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { recomputeTotals, tableAt, toMarkdown, type Bilingual, type Report, type TableReading, type TextEdit } from '../core';
import { both } from '../core/text/bilingual';
import type { Snapshot } from './documents';
import type { Session } from './session';
import type { Settings } from './settings';
import { workspaceEdit } from './workspace-edits';

/** A change of the table at the cursor. */
export interface Refactoring {
  readonly kind: string;
  readonly title: Bilingual;
  /** The edits, or why there is nothing to do. */
  run(report: Report, table: TableReading, settings: Settings): readonly TextEdit[] | Bilingual;
}

const NO_TABLE = both('光标不在年报的表格里', 'The cursor is in no table of a report');

export const refactorings: readonly Refactoring[] = [
  {
    kind: `${CodeActionKind.RefactorRewrite}.disclosureReport.recomputeTotals`,
    title: both('重算总计', 'Recompute totals'),
    run(report, table) {
      if (table.declaration.equations.length === 0) return both('这张表没有总计', 'This table has no totals');
      const edits = recomputeTotals(report, table);
      return edits.length > 0 ? edits : both('总计都已算平，或者缺少可以相加的数', 'Every total is right already, or its parts are not all numbers');
    },
  },
  {
    kind: `${CodeActionKind.RefactorRewrite}.disclosureReport.toMarkdown`,
    title: both('转为 Markdown 表格', 'Convert to a Markdown table'),
    run(report, table, { ambiguousWide }) {
      const edits = toMarkdown(report, table, { ambiguousWide });
      if (!edits) return both('这张表有读不出的内容，无法转换', 'Not everything in this table can be read, so it is not converted');
      return edits.length > 0 ? edits : both('这张表已经是对齐的 Markdown 表格', 'This table is an aligned Markdown table already');
    },
  },
];

/** @param askedFor the client asked for this very kind and can show why it does not apply. */
export function refactor(session: Session, snapshot: Snapshot, offset: number, refactoring: Refactoring, askedFor: boolean): CodeAction | undefined {
  const action: CodeAction = { title: session.say(refactoring.title), kind: refactoring.kind };
  const found = tableAt(snapshot.analysis.reports, offset);
  const result = found ? refactoring.run(found.report, found.table, snapshot.settings) : NO_TABLE;
  if ('zh' in result) return askedFor ? { ...action, disabled: { reason: session.say(result) } } : undefined;
  return { ...action, edit: workspaceEdit(session, snapshot, result) };
}
