import { canonicalName, type Collection, type Entry } from '../../core/relatives';
import type { Counts } from './overview';

/** One report in the view. */
export interface ReportRow {
  readonly uri: string;
  readonly title: string;
  /** Absent when it is not certain. */
  readonly year?: number;
  /** Absent until the findings have been counted. */
  readonly counts?: Counts;
  /** Subordinates whose report of that year is not there. */
  readonly missing: readonly string[];
}

/** An agency with its reports, latest first, and its subordinates. */
export interface AgencyNode {
  /** Empty for reports that name none. */
  readonly agency: string;
  readonly reports: readonly ReportRow[];
  /** Years of which its parent has a report and it has none, latest first. */
  readonly missingYears: readonly number[];
  readonly children: readonly AgencyNode[];
}

interface Group {
  readonly agency: string;
  readonly entries: readonly Entry[];
  readonly parents: ReadonlySet<string>;
}

/** The reports by agency, subordinates below whoever adds them up. Whatever the config says, every report stands in it once. */
export function agencyTree(collection: Collection, countsOf: (entry: Entry) => Counts | undefined): AgencyNode[] {
  const groups = groupsOf(collection);
  const placed = new Set<string>();
  const row = (entry: Entry): ReportRow => {
    const counts = countsOf(entry);
    const { year } = entry.identity;
    return { uri: entry.id, title: entry.facts.title, ...(year === undefined ? {} : { year }), ...(counts ? { counts } : {}), missing: collection.children(entry).missing };
  };
  const node = (key: string, group: Group): AgencyNode => {
    placed.add(key);
    const children = [...groups].filter(([other, { parents }]) => parents.has(key) && !placed.has(other));
    for (const [other] of children) placed.add(other);
    const reports = [...group.entries].sort((a, b) => (b.identity.year ?? 0) - (a.identity.year ?? 0) || (a.path < b.path ? -1 : 1)).map(row);
    return { agency: group.agency, reports, missingYears: [], children: withMissing(children.map(([other, each]) => node(other, each)), reports) };
  };
  const top = [...groups].filter(([, { parents }]) => parents.size === 0).map(([key, group]) => node(key, group));
  // Two that claim to be each other's subordinates.
  for (const [key, group] of groups) if (!placed.has(key)) top.push(node(key, group));
  return top.sort(byName);
}

/** Subordinates with the years they lack; one of which nothing is there is listed too. */
function withMissing(children: readonly AgencyNode[], reports: readonly ReportRow[]): AgencyNode[] {
  const lacking = new Map<string, Set<number>>();
  for (const { year, missing } of reports) {
    if (year === undefined) continue;
    for (const name of missing) lacking.set(name, (lacking.get(name) ?? new Set()).add(year));
  }
  const yearsOf = (years: ReadonlySet<number>): number[] => [...years].sort((a, b) => b - a);
  const known = children.map((child) => {
    const name = [...lacking.keys()].find((each) => isNameOf(each, child.agency));
    const years = name === undefined ? undefined : lacking.get(name);
    if (name !== undefined) lacking.delete(name);
    return years ? { ...child, missingYears: yearsOf(years) } : child;
  });
  return [...known, ...[...lacking].map(([agency, years]): AgencyNode => ({ agency, reports: [], missingYears: yearsOf(years), children: [] }))];
}

/** Whether what a config calls a subordinate is this agency; its name may leave out where it is, or say it. */
function isNameOf(written: string, agency: string): boolean {
  const [a, b] = [canonicalName(written), canonicalName(agency)];
  return a !== '' && b !== '' && (a === b || a.endsWith(b) || b.endsWith(a));
}

const byName = (a: AgencyNode, b: AgencyNode): number => (a.agency === '' ? 1 : b.agency === '' ? -1 : a.agency < b.agency ? -1 : 1);

/** Reports of one agency share a name or are each other's last year; the key is the longest name. */
function groupsOf(collection: Collection): Map<string, Group> {
  const entries = collection.entries();
  const root = new Map<Entry, Entry>(entries.map((entry) => [entry, entry]));
  const find = (entry: Entry): Entry => {
    let at = entry;
    while (root.get(at) !== at) at = root.get(at) ?? at;
    return at;
  };
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const first = byKey.get(key);
    if (first) root.set(find(entry), find(first));
    else byKey.set(key, entry);
    const last = collection.lastYear(entry);
    if (last) root.set(find(entry), find(last));
  }
  const members = new Map<Entry, Entry[]>();
  for (const entry of entries) members.set(find(entry), [...(members.get(find(entry)) ?? []), entry]);
  const keyOfRoot = (entry: Entry): string => `${find(entry).id}#${find(entry).index}`;
  return new Map(
    [...members.values()].map((group): [string, Group] => {
      const agency = group.map(({ identity }) => identity.agency).reduce((a, b) => (b.length > a.length ? b : a), '');
      const own = keyOfRoot(group[0] as Entry);
      const parents = new Set(group.flatMap((entry) => collection.parentsOf(entry).map(keyOfRoot)).filter((key) => key !== own));
      return [own, { agency, entries: group, parents }];
    }),
  );
}

/** A name that does not say where it is (柳溪镇) only holds within one folder of folders. */
const keyOf = ({ identity, path, id }: Entry): string => (identity.name === '' ? id : `${identity.name} ${identity.mentions === '' ? '' : path.slice(0, Math.max(0, path.lastIndexOf('/')))}`);
