import type { Span } from '../text/span';

/** Index of the first number that is at least `wanted`. @param sorted ascending */
function lowerBound(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a place lies in a stretch, both ends included. @param places ascending */
export const anyWithin = (places: readonly number[], { start, end }: Span): boolean => (places[lowerBound(places, start)] ?? Infinity) <= end;

/**
 * Stretches as one question: does any of them hold a place, ends included?
 * @param spans in any order; they may overlap
 */
export function anyHolds(spans: readonly Span[]): (place: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  // How far the stretches that begin up to each reach.
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return (place) => (reach[lowerBound(starts, place + 1) - 1] ?? -1) >= place;
}
