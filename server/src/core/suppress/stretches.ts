import { lowerBound } from '../text/lower-bound';
import type { Span } from '../text/span';

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
