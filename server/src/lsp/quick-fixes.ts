import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { Finding, Fix, Span } from '../core';
import { diagnosticOf } from './diagnostics';
import type { Snapshot } from './documents';
import { rangeOf, sameRange, touches } from './places';
import type { Session } from './session';
import { workspaceEdit } from './workspace-edits';

/**
 * The fixes of the findings at a place: those that mend in the order of the findings, then those that suppress.
 * They come from the analysis of this version, found by code and range; messages are never read.
 */
export function quickFixes(session: Session, snapshot: Snapshot, at: Span, shown: readonly Diagnostic[]): CodeAction[] {
  const mending: CodeAction[] = [];
  const suppressing: CodeAction[] = [];
  for (const finding of snapshot.analysis.findings) {
    if (!touches(finding.span, at)) continue;
    const fixes = finding.fixes ?? [];
    const preferred = fixes.filter((fix) => fix.preferred && !fix.suppression);
    for (const fix of fixes) {
      if (fix.suppression && !snapshot.settings.suppressionFixes) continue;
      const action = quickFix(session, snapshot, finding, fix, shown);
      if (!action) continue;
      if (preferred.length === 1 && preferred[0] === fix) action.isPreferred = true;
      add(fix.suppression ? suppressing : mending, action);
    }
  }
  return [...mending, ...suppressing];
}

/** `undefined` for a fix that fails or has nothing to change. */
function quickFix(session: Session, snapshot: Snapshot, finding: Finding, fix: Fix, shown: readonly Diagnostic[]): CodeAction | undefined {
  try {
    const edits = fix.edits();
    if (edits.length === 0) return undefined;
    return { title: session.say(fix.title), kind: CodeActionKind.QuickFix, diagnostics: [asShown(session, snapshot, finding, shown)], edit: workspaceEdit(session, snapshot, edits) };
  } catch (error) {
    session.log.error(`fix of ${finding.code}`, error);
    return undefined;
  }
}

/** The client's own diagnostic where it sent it along, so that it can be told by identity. */
function asShown(session: Session, snapshot: Snapshot, finding: Finding, shown: readonly Diagnostic[]): Diagnostic {
  const range = rangeOf(snapshot.analysis.document.source, finding.span);
  return shown.find((each) => each.code === finding.code && sameRange(each.range, range)) ?? diagnosticOf(session, snapshot, finding);
}

/** Two findings with the very same fix make one action for both. */
function add(actions: CodeAction[], action: CodeAction): void {
  const edit = JSON.stringify(action.edit);
  const twin = actions.find((each) => each.title === action.title && JSON.stringify(each.edit) === edit);
  if (!twin) actions.push(action);
  else {
    twin.diagnostics = [...(twin.diagnostics ?? []), ...(action.diagnostics ?? [])];
    if (action.isPreferred) twin.isPreferred = true;
  }
}
