import { RequestType } from 'vscode-languageserver';
import { analyse, type Severity } from '../../core';
import type { Entry } from '../../core/relatives';
import type { Feature, Session } from '../session';
import { agencyTree, type AgencyNode } from './agency-tree';
import { OverviewChangedNotification } from './protocol';
import { eachOf } from './queue';

export type Counts = Readonly<Record<Severity, number>>;

/** All reports of the workspace by agency; `null` while they are being read. */
export interface Overview {
  readonly agencies: readonly AgencyNode[];
  /** Documents whose findings are still being counted. */
  readonly uncounted: number;
}

export const OverviewRequest = new RequestType<{ readonly count: boolean }, Overview | null, void>('disclosureReport/overview');

/** After so many reports the client is told that more is known. */
const STEP = 100;

/** What a view of all reports shows. Findings of files that are not open are counted in the background once somebody looks. */
export class OverviewFeature implements Feature {
  /** Counts by document, with the state they were counted in. */
  private readonly counts = new Map<string, { readonly state: string; readonly counts: Counts }>();
  private asked = false;
  private counting = false;
  private stopped = false;

  capabilities(): ReturnType<Feature['capabilities']> {
    return {};
  }

  register(session: Session): void {
    const { connection, several } = session;
    connection.onRequest(
      OverviewRequest,
      session.guard(OverviewRequest.method, null as Overview | null, async ({ count }: { readonly count: boolean }) => {
        this.asked = true;
        if (!several.ready) return null;
        if (count) void this.count(session).catch((error: unknown) => session.log.error('counting findings', error));
        const uncounted = count ? this.waiting(session).length : 0;
        return Promise.resolve({ agencies: agencyTree(several.collection, (entry) => this.counts.get(entry.id)?.counts), uncounted });
      }),
    );
    several.onChange(() => {
      if (this.asked) this.tell(session);
    });
    session.atEnd(() => {
      this.stopped = true;
    });
  }

  private waiting({ several }: Session): string[] {
    return [...new Set(several.collection.entries().map(({ id }) => id))].filter((id) => this.counts.get(id)?.state !== stateOf(several.collection.of(id), several.revision(id)));
  }

  private async count(session: Session): Promise<void> {
    if (this.counting) return;
    this.counting = true;
    try {
      for (let uris = this.waiting(session); uris.length > 0 && !this.stopped; uris = this.waiting(session)) {
        await eachOf(
          uris,
          async (uri, done) => {
            await this.countOne(session, uri);
            if (done % STEP === STEP - 1) this.tell(session);
          },
          () => this.stopped,
        );
        this.tell(session);
      }
    } finally {
      this.counting = false;
    }
  }

  private async countOne(session: Session, uri: string): Promise<void> {
    const { several } = session;
    const state = stateOf(several.collection.of(uri), several.revision(uri));
    const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
    const snapshot = await session.documents.snapshot(uri, session.settings);
    let findings = snapshot?.analysis.findings;
    if (!findings) {
      const settings = await session.settings.of(uri);
      const text = await several.textOf(uri).catch(() => undefined);
      const relatives = settings.crossCheck ? several.relativesOf(uri) : undefined;
      const own = /\.nianbao$/i.test(uri) ? { assumeReport: true } : {};
      findings = text === undefined ? [] : analyse(text, { ...several.settings(uri, settings), ...own, ...(relatives ? { relatives } : {}) }).findings;
    }
    for (const { severity } of findings) counts[severity]++;
    this.counts.set(uri, { state, counts });
  }

  private tell({ connection, log }: Session): void {
    if (!this.stopped) connection.sendNotification(OverviewChangedNotification).catch((error: unknown) => log.error(OverviewChangedNotification.method, error));
  }
}

const stateOf = (entries: readonly Entry[], revision: number): string => `${revision} ${entries.map(({ facts }) => facts.whole).join(' ')}`;
