import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { Bilingual } from '../../core';
import { both } from '../../core/text/bilingual';
import { cellsOf } from '../../core/relatives';
import { sumChildren } from '../../core/writing/sum-children';
import type { Snapshot } from '../documents';
import type { Session } from '../session';
import { workspaceEdit } from '../workspace-edits';

export const ROLL_UP = `${CodeActionKind.RefactorRewrite}.disclosureReport.rollUp`;

const TITLE = both('汇总下级报告', 'Add up the subordinates’ reports');

/** Fills the tables of the report at the cursor from its subordinates'. @param askedFor the client can show why it does not apply. */
export function sumAction(session: Session, snapshot: Snapshot, offset: number, askedFor: boolean): CodeAction | undefined {
  const result = summed(session, snapshot, offset);
  if ('reason' in result) return askedFor ? { title: session.say(TITLE), kind: ROLL_UP, disabled: { reason: session.say(result.reason) } } : undefined;
  return { title: session.say(result.title), kind: ROLL_UP, edit: workspaceEdit(session, snapshot, result.edits) };
}

function summed({ several }: Session, { uri, own, analysis }: Snapshot, offset: number): { readonly title: Bilingual; readonly edits: ReturnType<typeof sumChildren> } | { readonly reason: Bilingual } {
  const index = Math.max(0, analysis.reports.findIndex(({ reading: { span } }) => span.start <= offset && offset <= span.end));
  const report = analysis.reports[index];
  const entry = several.collection.of(uri)[index];
  if (!several.ready) return { reason: both('工作区里的年报还没有读完', 'The reports of the workspace are still being read') };
  if (!report || !entry || !several.collection.declaredFor(entry)) return { reason: both('没有在 disclosure-report.json 里写明这个单位的下级（agency、children），或者看不出年度', 'No disclosure-report.json names the subordinates of this agency (agency, children), or the year is not certain') };
  const { children, missing } = several.collection.children(entry);
  if (children.length === 0) return { reason: both(`下级年报一份也没有：${missing.join('、')}`, `None of the subordinates’ reports is there: ${missing.join(', ')}`) };
  const edits = sumChildren(report, children.map(({ id, facts }) => ({ document: id, report: cellsOf(facts) })), { index, assumeReport: own });
  if (edits.length === 0) return { reason: both(`已经等于 ${children.length} 份下级年报之和`, `The tables are the sum of the ${children.length} reports already`) };
  return {
    edits,
    // A sum of some is offered as what it is.
    title: missing.length === 0 ? TITLE : both(`${TITLE.zh}（只有 ${children.length} 份，尚缺 ${missing.join('、')}）`, `${TITLE.en} (${children.length} only; missing: ${missing.join(', ')})`),
  };
}
