import { TO_REWRITE } from '../format/leftovers';
import { matchNumeral } from '../read/numerals';

export { TO_REWRITE };

/** Longest text without a stop that is a sub-heading rather than a sentence. */
const SUB_HEADING = 26;

const STOP = /[。！？!?]$/;

/** Sentences with their stops and closing quotes, in order; together they are the text. */
export const sentencesOf = (text: string): readonly string[] => text.match(/[^。！？!?]+[。！？!?]*[”’」』）)]*|[。！？!?]+/g) ?? [];

/** `主动公开情况。` or a line of its own: words without figures that announce what follows. */
export const isSubHeading = (text: string): boolean => text.length <= SUB_HEADING && !/[\d０-９，,；;：:]/.test(text);

/**
 * A paragraph with a mark before each sentence that `wanted` names; a numeral stays in front of the mark.
 * @param wanted is told of each sentence, and whether it can announce the others: numbered and first of several, or alone without a stop
 */
export function markSentences(text: string, wanted: (sentence: string, lead: boolean) => boolean): string {
  const numeral = text.slice(0, matchNumeral(text, 0, text.length)?.end ?? 0);
  const pieces = sentencesOf(text.slice(numeral.length));
  const lead = (piece: string, i: number): boolean => i === 0 && (pieces.length > 1 ? numeral !== '' : !STOP.test(piece));
  return numeral + pieces.map((piece, i) => (wanted(piece, lead(piece, i)) ? TO_REWRITE + piece : piece)).join('');
}
