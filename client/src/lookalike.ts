import { workspace, type Disposable, type TextDocument, type TextDocumentChangeEvent } from 'vscode';
import { mayBeReport } from '../../server/src/core/read/may-be-report';
import { isServed, OWN_LANGUAGE } from './languages';

/** Time between two looks at a document that is being typed in, in ms. */
const PAUSE = 500;

/** More lines than any report has: logs and data are not even looked at. */
const MOST_LINES = 50_000;

/** Whether a document is worth starting the server for. */
export function looksLikeReport(document: TextDocument): boolean {
  if (document.languageId === OWN_LANGUAGE) return true;
  return isServed(document) && document.lineCount <= MOST_LINES && mayBeReport(document.getText());
}

/** Whether a change can have made a report of a document: the words looked for are Chinese, and deleting may join them. */
const matters = ({ contentChanges }: TextDocumentChangeEvent): boolean => contentChanges.some(({ text }) => text === '' || /\p{Script=Han}/u.test(text));

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
    workspace.onDidChangeTextDocument((event) => {
      const { document } = event;
      if (timers.has(document) || !isServed(document) || !matters(event)) return;
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
