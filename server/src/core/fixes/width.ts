import { eastAsianWidth } from 'get-east-asian-width';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * Columns a text takes in a fixed-width font, a grapheme at a time: wide characters two, an emoji of several code points two,
 * combining marks none. @param ambiguousWide whether characters of ambiguous width (“ ” — …) take two
 */
export function displayWidth(text: string, ambiguousWide: boolean): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += widthOf(segment, ambiguousWide);
  return width;
}

function widthOf(grapheme: string, ambiguousWide: boolean): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (/^(?:\p{Control}|\p{Format}|\p{Mark})+$/u.test(grapheme)) return 0;
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(grapheme)) return 2;
  return eastAsianWidth(code, { ambiguousAsWide: ambiguousWide });
}
