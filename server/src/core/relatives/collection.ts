import { matcher, type ChildConfig, type Config, type ParentConfig } from './config';
import type { Report } from '../report/report';
import type { ReportFacts } from './facts';
import { Configs, isBelow, relative, type FolderSettings } from './configs';
import { alike, byName, mayBeOf, nameOf } from './groups';
import { identify } from './identity';
import { canonicalName, innermost, placeBetween } from './names';
import { folderOf, sameAgency, type Placed } from './same';

/** One report of a document; a document may hold several. */
export interface ReportRef {
  readonly id: string;
  /** Place among the document's reports. */
  readonly index: number;
}

export interface Entry extends ReportRef, Placed {
  readonly facts: ReportFacts;
}

/** A report whose relatives are looked for. */
export type Seeker = ReportRef & Placed;

/** Which reports belong to one: references, to be read when needed. */
export interface RelativeRefs {
  readonly lastYear?: Entry;
  readonly children: readonly Entry[];
  readonly missing: readonly string[];
}

/** Subordinates, and the folder in which they are so. */
interface Declared {
  readonly parent: ParentConfig;
  readonly folder: string;
}

/** A parent that config names, in one year, with what there is to make its report of. */
export interface Sum {
  /** As the config names it. */
  readonly agency: string;
  /** The config's folder. */
  readonly folder: string;
  readonly year: number;
  readonly children: readonly Entry[];
  readonly missing: readonly string[];
  /** The parent's own report, if there is one. */
  readonly own?: Entry;
}

/**
 * The reports of a workspace or of a run, and which of them belong together. It reads nothing itself: whoever has the files
 * tells it of them. Paths are absolute, parts separated by `/`.
 */
export class Collection {
  private readonly documents = new Map<string, { readonly path: string; readonly facts: readonly ReportFacts[]; entries: readonly Entry[] }>();
  private readonly buckets = new Map<string, Set<Entry>>();
  private readonly configs = new Configs();
  private readonly patterns = new Map<string, (path: string) => boolean>();

  /** @param path of the config file. */
  setConfig(path: string, config: Config | undefined): void {
    this.configs.set(folderOf(path), config);
    // Names and what is ignored follow from the configs.
    const known = [...this.documents].filter(([, { path: place }]) => isBelow(place, folderOf(path))).map(([id, { path: place, facts }]) => ({ id, place, facts }));
    for (const { id, place, facts } of known) this.set(id, place, facts);
  }

  get hasConfig(): boolean {
    return this.configs.any;
  }

  /** The reports of a document as it is now; none takes it out. @returns whether anything others compare with has changed. */
  set(id: string, path: string, facts: readonly ReportFacts[]): boolean {
    const before = this.documents.get(id);
    for (const entry of before?.entries ?? []) this.bucketOf(entry)?.delete(entry);
    if (facts.length === 0) this.documents.delete(id);
    else {
      const entries = this.settings(path).ignored ? [] : facts.map((each, index): Entry => ({ id, index, path, facts: each, identity: this.configs.named(each.identity, path) }));
      this.documents.set(id, { path, facts, entries });
      for (const entry of entries) this.bucketOf(entry, true)?.add(entry);
    }
    return key(before?.facts ?? []) !== key(facts);
  }

  entries(): Entry[] {
    return [...this.documents.values()].flatMap(({ entries }) => entries);
  }

  of(id: string): readonly Entry[] {
    return this.documents.get(id)?.entries ?? [];
  }

  /** A report as it stands in the collection, whether or not it has been taken in. */
  place(id: string, path: string, index: number, report: Report): Seeker {
    return { id, index, path, identity: this.configs.named(identify(report, path), path) };
  }

  relatives(entry: Seeker): RelativeRefs {
    const lastYear = this.lastYear(entry);
    return { ...(lastYear ? { lastYear } : {}), ...this.children(entry) };
  }

  hasRelatives(entry: Seeker): boolean {
    return this.lastYear(entry) !== undefined || this.declaredFor(entry) !== undefined;
  }

  /** The same agency's report of the year before, if there is certainly one. */
  lastYear(entry: Seeker): Entry | undefined {
    const { year } = entry.identity;
    return year === undefined ? undefined : this.only(entry, this.bucket(entry.identity.name, year - 1));
  }

  /** The same agency's report of the year after. */
  nextYear(entry: Seeker): Entry | undefined {
    const { year } = entry.identity;
    return year === undefined ? undefined : this.only(entry, this.bucket(entry.identity.name, year + 1));
  }

  /** Documents whose findings may change with this one. */
  dependents(id: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const entry of this.of(id)) {
      const { year } = entry.identity;
      if (year === undefined) continue;
      for (const next of this.bucket(entry.identity.name, year + 1)) if (sameAgency(entry, next)) found.add(next.id);
      for (const parent of this.parentsOf(entry)) found.add(parent.id);
    }
    found.delete(id);
    return found;
  }

  /** Reports whose figures are said to hold this one's. */
  parentsOf(entry: Seeker): Entry[] {
    const found: Entry[] = [];
    for (const [folder, { parents }] of this.configs.above(entry.path)) {
      for (const { agency, children } of parents) {
        if (!children.some((child) => this.isChild(child, entry, folder))) continue;
        const name = this.configs.resolve(agency, folder);
        for (const each of this.bucket(canonicalName(name), entry.identity.year ?? NaN)) if (isBelow(each.path, folder) && this.bears(each, name)) found.push(each);
      }
    }
    return found;
  }

  settings(path: string): FolderSettings {
    return this.configs.settings(path);
  }

  /** The subordinates that config names for a report's agency, and their reports of its year. */
  children(entry: Seeker): Pick<RelativeRefs, 'children' | 'missing'> {
    const { year } = entry.identity;
    const declared = year === undefined ? undefined : this.declaredFor(entry);
    return declared ? this.childrenOf(declared, year ?? 0, (each) => each.id === entry.id || each.identity.name === entry.identity.name) : { children: [], missing: [] };
  }

  /** Every parent that a config names, in every year of which a subordinate's report is there; by agency, latest year first. */
  sums(): Sum[] {
    const years = [...new Set(this.entries().map(({ identity }) => identity.year))].filter((year) => year !== undefined).sort((a, b) => b - a);
    const found: Sum[] = [];
    for (const [folder, { parents }] of this.configs.all()) {
      for (const parent of parents) {
        const name = this.configs.resolve(parent.agency, folder);
        for (const year of years) {
          const own = this.bucket(canonicalName(name), year).find((each) => isBelow(each.path, folder) && this.bears(each, name));
          const { children, missing } = this.childrenOf({ parent, folder }, year, (each) => this.bears(each, name));
          if (children.length > 0) found.push({ agency: name, folder, year, children, missing, ...(own ? { own } : {}) });
        }
      }
    }
    return found;
  }

  /** @param isSelf leaves the parent's own reports out, which a pattern may take in. */
  private childrenOf({ parent, folder }: Declared, year: number, isSelf: (each: Entry) => boolean): Pick<RelativeRefs, 'children' | 'missing'> {
    const children = new Map<string, Entry>();
    const missing: string[] = [];
    for (const child of parent.children) {
      const all = this.childrenIn(child, folder, year).filter((each) => !isSelf(each));
      const groups = 'agency' in child ? [all] : byName(all);
      const found = groups.map((group) => alike(group.filter(({ identity }) => identity.year === year)));
      if (!found.some((each) => each !== undefined)) missing.push('agency' in child ? child.agency : child.files);
      else groups.forEach((group, i) => (found[i] === undefined && mayBeOf(group, year) ? missing.push(nameOf(group)) : 0));
      for (const each of found) if (each) children.set(`${each.id}#${each.index}`, each);
    }
    return { children: [...children.values()], missing };
  }

  /** Whose subordinates are said to make up this report, in the nearest config that says so. */
  declaredFor(entry: Seeker): Declared | undefined {
    for (const [folder, { parents }] of this.configs.above(entry.path)) {
      const parent = parents.find(({ agency }) => this.bears(entry, this.configs.resolve(agency, folder)));
      if (parent) return { parent, folder };
    }
    return undefined;
  }

  /** Reports of a subordinate: by name those of the year, by files those of every year, known or not. */
  private childrenIn(child: ChildConfig, folder: string, year: number): Entry[] {
    const near = 'agency' in child ? this.bucket(canonicalName(this.configs.resolve(child.agency, folder)), year) : this.entries();
    return near.filter((each) => isBelow(each.path, folder) && this.isChild(child, each, folder));
  }

  private isChild(child: ChildConfig, entry: Seeker, folder: string): boolean {
    if ('files' in child) return this.filesOf(child.files)(relative(entry.path, folder));
    return this.bears(entry, this.configs.resolve(child.agency, folder));
  }

  /** Whether a report is of the agency a config names: in its folder a name without the place, or with it, is enough. */
  private bears({ identity }: Placed, agency: string): boolean {
    const name = canonicalName(agency);
    if (name === '' || identity.name === '') return false;
    if (identity.name === name || placeBetween(identity.name, name) !== undefined) return true;
    const place = placeBetween(name, identity.name);
    return place !== undefined && (identity.places.length === 0 || identity.places.includes(innermost(place)));
  }

  private filesOf(pattern: string): (path: string) => boolean {
    let test = this.patterns.get(pattern);
    if (!test) this.patterns.set(pattern, (test = matcher([pattern])));
    return test;
  }

  /** The one of several reports that is certainly of the entry's agency; of equal ones the first. */
  private only(entry: Seeker, candidates: readonly Entry[]): Entry | undefined {
    return alike(candidates.filter((each) => sameAgency(entry, each)));
  }

  private bucket(name: string, year: number): readonly Entry[] {
    return [...(this.buckets.get(`${year}/${name.slice(-2)}`) ?? [])];
  }

  private bucketOf({ identity: { name, year } }: Entry, make = false): Set<Entry> | undefined {
    if (name === '' || year === undefined) return undefined;
    const at = `${year}/${name.slice(-2)}`;
    if (make && !this.buckets.has(at)) this.buckets.set(at, new Set());
    return this.buckets.get(at);
  }
}

const key = (facts: readonly ReportFacts[]): string => facts.map(({ whole, identity, format }) => `${identity.name}/${identity.year}/${identity.mentions}/${format}/${whole}`).join('\n');
