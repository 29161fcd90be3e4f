import { RequestType } from 'vscode-languageserver';
import { cellsOf, type Sum } from '../../core/relatives';
import type { Feature, Session } from '../session';
import { newSum } from './new-sum';

/** A parent and year that a config names, as somebody chooses it. */
export interface SumChoice {
  readonly agency: string;
  readonly year: number;
  /** URI of the config's folder. */
  readonly folder: string;
  /** How many subordinates' reports are there, and whose are not. */
  readonly count: number;
  readonly missing: readonly string[];
  /** The parent's report, if there is one: then the code action at it adds up. */
  readonly uri?: string;
}

/** `null` while the workspace is being read. */
export const SumsRequest = new RequestType<object, readonly SumChoice[] | null, void>('disclosureReport/sums');
/** The draft of a parent that has no report of the year yet. */
export const NewSumRequest = new RequestType<{ readonly folder: string; readonly agency: string; readonly year: number }, { readonly text: string } | null, void>('disclosureReport/newSum');

/** What can be added up, for somebody who wants the sum and has no draft of it. */
export const sums: Feature = {
  capabilities: () => ({}),
  register(session) {
    const { connection } = session;
    connection.onRequest(
      SumsRequest,
      session.guard(SumsRequest.method, null as readonly SumChoice[] | null, () => Promise.resolve(session.several.ready ? session.several.collection.sums().flatMap((sum) => choiceOf(session, sum) ?? []) : null)),
    );
    connection.onRequest(
      NewSumRequest,
      session.guard(NewSumRequest.method, null as { readonly text: string } | null, ({ folder, agency, year }) => {
        const sum = session.several.ready ? session.several.collection.sums().find((each) => each.agency === agency && each.year === year && folderUri(session, each) === folder) : undefined;
        return Promise.resolve(sum ? { text: newSum(agency, year, sum.children.map(({ id, facts }) => ({ document: id, report: cellsOf(facts) }))) } : null);
      }),
    );
  },
};

function choiceOf(session: Session, sum: Sum): SumChoice | undefined {
  const folder = folderUri(session, sum);
  if (folder === undefined) return undefined;
  const { agency, year, children, missing, own } = sum;
  return { agency, year, folder, count: children.length, missing, ...(own ? { uri: own.id } : {}) };
}

/** Folders are known by path; the client knows URIs. */
const folderUri = ({ several }: Session, { folder }: Sum): string | undefined => several.uriOfFolder(folder);
