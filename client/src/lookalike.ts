import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import { mayBeReport } from '../../server/src/core/read/may-be-report';
import { isServed, OWN_LANGUAGE } from './languages';

/** More lines than any report has: logs and data are not even looked at. */
const MOST_LINES = 50_000;

/** Whether a document is worth starting the server for. */
export function looksLikeReport(document: TextDocument): boolean {
  if (document.languageId === OWN_LANGUAGE) return true;
  return isServed(document) && document.lineCount <= MOST_LINES && mayBeReport(document.getText());
}

/** Whether changes can have made a report of a document: the words looked for are Chinese, and deleting may join them. */
export const mayMakeReport = (changes: readonly TextDocumentContentChangeEvent[]): boolean => changes.some(({ text }) => text === '' || /\p{Script=Han}/u.test(text));
