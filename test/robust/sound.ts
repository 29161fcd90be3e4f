import assert from 'node:assert/strict';
import { applyEdits, type Span, type TextEdit } from '../../server/src/core';

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** Whether an offset lies between the two halves of a character. */
export const splitsCharacter = (text: string, at: number): boolean => isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));

export function soundSpan(text: string, { start, end }: Span, what: string): void {
  assert.ok(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length, `${what}: ${start}–${end} of ${text.length}`);
  assert.ok(!splitsCharacter(text, start) && !splitsCharacter(text, end), `${what}: ${start}–${end} is inside a character`);
}

/** Edits lie in the text, do not overlap, and cut no character in two. @returns the text afterwards */
export function soundEdits(text: string, edits: readonly TextEdit[], what: string): string {
  let last = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    soundSpan(text, span, what);
    assert.ok(last <= span.start, `${what}: edits overlap at ${span.start}`);
    assert.ok(!isLow(newText.charCodeAt(0)) || !isHigh(text.charCodeAt(span.start - 1)), `${what}: half a character written`);
    last = span.end;
  }
  return applyEdits(text, edits);
}
