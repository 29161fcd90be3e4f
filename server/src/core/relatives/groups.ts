import type { Entry } from './collection';

/** The first of reports that say the same; `undefined` when there is none or they differ, for then it is not certain which counts. */
export function alike(entries: readonly Entry[]): Entry | undefined {
  const [first, ...others] = [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.index - b.index));
  return first && others.every(({ facts, identity }) => facts.cells === first.facts.cells && identity.name === first.identity.name) ? first : undefined;
}

/** Reports by agency; one that names none is a group of its own. */
export function byName(entries: readonly Entry[]): Entry[][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = entry.identity.name || entry.path;
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return [...groups.values()];
}

/** Whether an agency's reports might hold one of the year that cannot be told: two that differ, or one of no certain year. */
export const mayBeOf = (group: readonly Entry[], year: number): boolean => group.some(({ identity }) => identity.year === year || identity.year === undefined);

/** How a group is called where its report is missing: by its agency, else by its file. */
export const nameOf = ([first]: readonly Entry[]): string => first?.identity.agency || (first?.path.slice(first.path.lastIndexOf('/') + 1) ?? '');
