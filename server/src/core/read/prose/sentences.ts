import type { JoinedProse } from './join';
import type { Token } from './tokens';
import type { ProseNumber, SentenceReading } from './types';

export interface SentenceTokens extends SentenceReading {
  /** Half-open range of tokens, the stop excluded. */
  readonly first: number;
  readonly end: number;
}

/**
 * Cuts the tokens at the stops outside brackets. A bracket that is not closed in its line holds nothing up. No sentence reaches
 * over a line's end. @param paragraph the first one, @param end of the text the tokens are of. Numbers are counted from 0.
 */
export function cutSentences(prose: JoinedProse, tokens: readonly Token[], numbers: ProseNumber[], paragraph: number, end: number): SentenceTokens[] {
  const sentences: SentenceTokens[] = [];
  let first = 0;
  let from = prose.paragraphs[paragraph]?.from ?? 0;
  let firstNumber = 0;
  let depth = 0;
  const finish = (last: number, to: number, next: number): void => {
    if (to > from) {
      while (paragraph + 1 < prose.paragraphs.length && (prose.paragraphs[paragraph]?.to ?? Infinity) <= from) paragraph++;
      sentences.push({ span: prose.rawSpan(from, to), from, to, paragraph, firstNumber, endNumber: numbers.length, first, end: last });
    }
    first = last + 1;
    from = next;
    firstNumber = numbers.length;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.number) numbers.push(token.number);
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth = Math.max(0, depth - 1);
    else if (token.kind === 'stop') {
      if (depth > 0 && prose.text.charCodeAt(token.from) !== 10) {
        if (closesSoon(prose.text, tokens, i)) continue;
      }
      depth = 0;
      finish(i, token.from, token.to);
    }
  }
  finish(tokens.length, end, end);
  return sentences;
}

/** The bracket around a stop is closed in the same line. */
function closesSoon(text: string, tokens: readonly Token[], stop: number): boolean {
  for (let i = stop + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || (token.kind === 'stop' && text.charCodeAt(token.from) === 10)) return false;
    if (token.kind === 'close') return true;
  }
  return false;
}
