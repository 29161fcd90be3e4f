import { ResponseError, type CancellationToken, type Connection, type ServerCapabilities } from 'vscode-languageserver';
import type { Bilingual } from '../core';
import type { ClientFeatures } from './client-features';
import type { Documents, Snapshot } from './documents';
import type { ServerHost } from './host';
import type { Log } from './log';
import type { ServerOptions } from './options';
import type { SettingsStore } from './settings-store';
import type { WorkspaceReports } from './several/workspace-reports';

/** One client's connection with everything the features share. */
export class Session {
  constructor(
    readonly connection: Connection,
    readonly host: ServerHost,
    readonly features: ClientFeatures,
    readonly options: ServerOptions,
    readonly documents: Documents,
    readonly settings: SettingsStore,
    readonly several: WorkspaceReports,
    readonly log: Log,
  ) {}

  private readonly endings: (() => void)[] = [];

  /** Something to do when the client takes its leave. (A connection keeps one `onShutdown` handler: the server's.) */
  atEnd(act: () => void): void {
    this.endings.push(act);
  }

  end(): void {
    for (const act of this.endings.splice(0)) act();
  }

  /** The message in the client's language. */
  say(message: Bilingual): string {
    return message[this.options.language];
  }

  /** The document in the version that was asked about; `undefined` when it is closed, has moved on or is no report. */
  async snapshot(uri: string): Promise<Snapshot | undefined> {
    const edition = this.documents.editionOf(uri);
    const snapshot = await this.documents.snapshot(uri, this.settings);
    return snapshot?.edition === edition ? snapshot : undefined;
  }

  /** A request handler that answers `nothing` and writes a log line when it fails, so that no draft ends the server. */
  guard<P, R>(name: string, nothing: R, handler: (params: P, token: CancellationToken) => Promise<R>): (params: P, token: CancellationToken) => Promise<R> {
    return async (params, token) => {
      try {
        return await handler(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        this.log.error(name, error);
        return nothing;
      }
    };
  }
}

/** A part of the protocol: what is declared stands beside the handler that serves it. */
export interface Feature {
  capabilities(session: Session): ServerCapabilities;
  register(session: Session): void;
}
