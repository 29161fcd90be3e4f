import { RequestType, type Range, type TextDocumentPositionParams } from 'vscode-languageserver';
import { placeName } from '../../core';
import { cellsOf, type Entry } from '../../core/relatives';
import { both } from '../../core/text/bilingual';
import { abs, compare, format, subtract, sum, type Exact } from '../../core/text/exact';
import { contributions } from '../../core/writing/sum-children';
import { offsetOf } from '../places';
import type { Feature, Session } from '../session';
import { cellAt, type CellAt } from './cells';
import { entryOf, locationIn } from './entries';

/** What a subordinate gives to a cell; `value` is absent where it cannot be read. */
export interface Contribution {
  readonly agency: string;
  readonly uri: string;
  readonly range?: Range;
  readonly value?: string;
}

/** A cell of a parent against its subordinates'. */
export interface CellContributions {
  /** Row and column in words. */
  readonly cell: string;
  /** The parent's value, the sum, and how they differ, in one line. */
  readonly balance: string;
  readonly parts: readonly Contribution[];
  /** Whose reports are not there. */
  readonly missing: readonly string[];
}

export const ContributionsRequest = new RequestType<TextDocumentPositionParams, CellContributions | null, void>('disclosureReport/contributions');

/** For a cell of a parent: what each subordinate has there. Null on anything else. */
export const contributionsFeature: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(
      ContributionsRequest,
      session.guard(ContributionsRequest.method, null as CellContributions | null, async ({ textDocument: { uri }, position }: TextDocumentPositionParams) => {
        const snapshot = await session.snapshot(uri);
        if (!snapshot) return null;
        const { document, reports } = snapshot.analysis;
        const at = cellAt(reports, offsetOf(document.source, position));
        const entry = at && entryOf(session, uri, reports.indexOf(at.report));
        return at && entry ? ofCell(session, entry, at) : null;
      }),
    );
  },
};

function ofCell(session: Session, entry: Entry, { report, table, row, column, cell }: CellAt): CellContributions | null {
  const id = table.declaration.id;
  const added = report.reading.format.rollUp[id];
  const { children, missing } = session.several.collection.children(entry);
  if (!added || (added.length > 0 && !added.includes(row)) || children.length === 0) return null;
  const named = children.map((child) => ({ document: child.id, report: cellsOf(child.facts) }));
  const parts = contributions(named, id, row, column);
  return {
    cell: session.say(placeName(table.declaration, { row, column })),
    balance: session.say(balance(cell.value, parts.flatMap(({ value }) => (value ? [value] : [])))),
    parts: parts.map(({ child, value }, i): Contribution => {
      const place = locationIn(session, children[i] as Entry, id, row, column);
      return { agency: child.report.agency || child.document, uri: child.document, ...(place ? { range: place.range } : {}), ...(value ? { value: format(value) } : {}) };
    }),
    missing,
  };
}

/** The parent's value against the sum of those that can be read. */
export function balance(own: Exact | undefined, values: readonly Exact[]): ReturnType<typeof both> {
  const total = sum(values);
  if (!own) return both(`下级合计 ${format(total)}`, `sum ${format(total)}`);
  const order = compare(own, total);
  const difference = format(abs(subtract(own, total)));
  return both(
    `本表 ${format(own)}，下级合计 ${format(total)}${order === 0 ? '，相等' : `，${order < 0 ? '少' : '多'} ${difference}`}`,
    `${format(own)} here, sum ${format(total)}${order === 0 ? ': equal' : ` (${difference} ${order < 0 ? 'less' : 'more'})`}`,
  );
}
