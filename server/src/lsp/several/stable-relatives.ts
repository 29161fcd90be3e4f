import type { NamedReport, Relatives } from '../../core';
import { cellsOf, type Entry, type ReportFacts } from '../../core/relatives';
import { Kept } from './kept';

type NamedCells = NonNullable<Relatives['children']>[number];

/** Enough for the documents that are open. */
const MOST_KEPT = 200;

/** The relatives of a report as one object that stays the same until one of them changes: what was found with it then still holds. */
export class StableRelatives {
  private readonly known = new Kept<Relatives>(MOST_KEPT);
  private readonly cells = new WeakMap<ReportFacts, NamedCells>();

  /** @param key of the report that is compared. */
  of(key: string, lastYear: NamedReport | undefined, children: readonly Entry[], missing: readonly string[]): Relatives {
    const before = this.known.get(key);
    const named = children.map((child) => this.cellsOf(child));
    if (before && before.lastYear?.report === lastYear?.report && before.lastYear?.document === lastYear?.document && same(before.children ?? [], named) && same(before.missingChildren ?? [], missing)) return before;
    const relatives: Relatives = { ...(lastYear ? { lastYear } : {}), children: named, missingChildren: missing };
    this.known.set(key, relatives);
    return relatives;
  }

  private cellsOf({ id, facts }: Entry): NamedCells {
    let named = this.cells.get(facts);
    if (named?.document !== id) this.cells.set(facts, (named = { document: id, report: cellsOf(facts) }));
    return named;
  }
}

const same = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((each, i) => each === b[i]);
