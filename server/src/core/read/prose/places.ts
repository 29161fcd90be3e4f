/** Where a pattern matches in a text, in order: one pass, instead of one for each sentence. @param pattern with `g` */
export function placesOf(text: string, pattern: RegExp): number[] {
  const places: number[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) places.push(match.index);
  return places;
}
