import { RequestType, type Range } from 'vscode-languageserver';
import { totalsAfter } from '../core/writing/row-totals';
import { selectionSum, type SelectionSum } from '../core/writing/selection-sum';
import type { ValueTable } from '../core/writing/moving';
import { valueTables } from '../core/writing/values';
import type { TableReading, Report } from '../core';
import { rangeOf, spanOfRange } from './places';
import type { Feature } from './session';

/** The values of a document's tables; all offsets are those of the version. */
export interface TableValues {
  readonly version: number;
  readonly tables: readonly ValueTable[];
}

/** Which row has been left, and which of its values were changed in it. */
export interface LeftRow {
  readonly uri: string;
  readonly version: number;
  /** Indices among the tables and rows of the values request. */
  readonly table: number;
  readonly row: number;
  readonly columns: readonly number[];
}

export interface NewText {
  readonly range: Range;
  readonly newText: string;
}

export const ValuesRequest = new RequestType<{ readonly uri: string }, TableValues | null, void>('disclosureReport/values');
export const AutoTotalRequest = new RequestType<LeftRow, readonly NewText[] | null, void>('disclosureReport/autoTotal');
export const SumRequest = new RequestType<{ readonly uri: string; readonly ranges: readonly Range[] }, SelectionSum | null, void>('disclosureReport/sum');

/** What a client needs to move in tables, to keep totals and to add up what is selected. Each answers null where there is nothing to say. */
export const tables: Feature = {
  capabilities: () => ({}),
  register(session) {
    const { connection } = session;
    connection.onRequest(
      ValuesRequest,
      session.guard(ValuesRequest.method, null as TableValues | null, async ({ uri }: { readonly uri: string }) => {
        const snapshot = await session.snapshot(uri);
        return snapshot ? { version: snapshot.version, tables: valueTables(snapshot.analysis.reports) } : null;
      }),
    );
    connection.onRequest(
      AutoTotalRequest,
      session.guard(AutoTotalRequest.method, null as readonly NewText[] | null, async ({ uri, version, table, row, columns }: LeftRow) => {
        const snapshot = await session.snapshot(uri);
        if (snapshot?.version !== version) return null;
        const left = allTables(snapshot.analysis.reports)[table];
        if (!left) return null;
        const { source } = snapshot.analysis.document;
        return totalsAfter(left.report, left.table, row, columns).map(({ span, newText }) => ({ range: rangeOf(source, span), newText }));
      }),
    );
    connection.onRequest(
      SumRequest,
      session.guard(SumRequest.method, null as SelectionSum | null, async ({ uri, ranges }: { readonly uri: string; readonly ranges: readonly Range[] }) => {
        const snapshot = await session.snapshot(uri);
        if (!snapshot) return null;
        const { reports, document } = snapshot.analysis;
        return selectionSum(reports, ranges.map((range) => spanOfRange(document.source, range))) ?? null;
      }),
    );
  },
};

/** In the order of the values request. */
const allTables = (reports: readonly Report[]): { readonly report: Report; readonly table: TableReading }[] => reports.flatMap((report) => report.reading.tables.map((table) => ({ report, table })));
