import { workspace, type Disposable, type TextDocument } from 'vscode';
import { isServed } from './languages';
import { looksLikeReport, mayMakeReport } from './lookalike';

/** Time between two looks at a document that is being typed in, in ms. */
const PAUSE = 500;

/** Calls back once, when one of the open documents looks like a report: at once, when opened, or while it is typed. */
export function onceReport(callback: () => void): Disposable {
  const watchers: Disposable[] = [];
  const timers = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  let over = false;
  const dispose = (): void => {
    over = true;
    for (const watcher of watchers) watcher.dispose();
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  };
  const look = (document: TextDocument): void => {
    if (over || document.isClosed || !looksLikeReport(document)) return;
    dispose();
    callback();
  };
  watchers.push(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (timers.has(document) || !isServed(document) || !mayMakeReport(contentChanges)) return;
      timers.set(
        document,
        setTimeout(() => {
          timers.delete(document);
          look(document);
        }, PAUSE),
      );
    }),
  );
  for (const document of workspace.textDocuments) look(document);
  return { dispose };
}
