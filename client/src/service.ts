import { commands, env, l10n, window, workspace, type Disposable, type ExtensionContext, type LogOutputChannel, type Uri } from 'vscode';
import type { BaseLanguageClient, CloseAction, ErrorAction, LanguageClientOptions, State } from 'vscode-languageclient';
import { Crashes } from './crashes';
import { selector } from './languages';
import { Method, type DocumentStatus } from './protocol';
import { rulePages } from './rule-pages';
import { SHOW_LOG, type StatusItem } from './status';
import { serveIndex } from './index-file';
import { serveFiles } from './workspace-files';

/** The client library of one kind of host. */
export interface ClientLibrary {
  /** @param extension where the extension is installed. */
  createClient(extension: Uri, id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
  readonly State: typeof State;
  readonly CloseAction: typeof CloseAction;
  readonly ErrorAction: typeof ErrorAction;
}

export const NAME = '政府信息公开年报';
const SECTION = 'disclosureReport';
const DELAY = 'diagnosticDelay';
/** A worker whose script cannot be loaded never says so. */
const MOST_START_MS = 60_000;
/** As many messages may fail before the connection is given up. */
const MOST_ERRORS = 3;

/** The language server as the rest of the client sees it: started when first needed, replaced when restarted and when it has died. */
export class Service {
  private current: Promise<BaseLanguageClient> | undefined;
  private files: Disposable | undefined;
  /** The client whose state counts: none while a dead one waits to be replaced. */
  private live: BaseLanguageClient | undefined;
  private running = false;
  private readonly crashes = new Crashes();
  /** Ends the wait before a new start, which then does not come. */
  private wake: (() => void) | undefined;
  private readonly starters: ((client: BaseLanguageClient) => void)[] = [];
  private readonly log: LogOutputChannel;

  constructor(
    private readonly context: ExtensionContext,
    private readonly clientLibrary: () => Promise<ClientLibrary>,
    private readonly status: StatusItem,
  ) {
    this.log = window.createOutputChannel(NAME, { log: true });
    context.subscriptions.push(
      this.log,
      commands.registerCommand(SHOW_LOG, () => this.log.show()),
      { dispose: () => void this.stop() },
      // The delay is told to the server when it starts; all other settings it asks for.
      workspace.onDidChangeConfiguration((event) => {
        if (this.current && event.affectsConfiguration(`${SECTION}.${DELAY}`)) void this.restart().catch(() => undefined);
      }),
    );
  }

  /** Whether the server answers what the editor asks it. */
  get isRunning(): boolean {
    return this.running;
  }

  /** The running client. Rejects when the server cannot be started, and the next call tries again; or when it has died too often, until `restart`. */
  client(): Promise<BaseLanguageClient> {
    this.current ??= this.launch().catch((error: unknown) => {
      this.current = undefined;
      this.log.error(String(error));
      this.status.stopped();
      throw error;
    });
    return this.current;
  }

  /** @param act is called with every client that starts, once it runs. */
  onStart(act: (client: BaseLanguageClient) => void): Disposable {
    this.starters.push(act);
    return { dispose: () => void this.starters.splice(this.starters.indexOf(act), 1) };
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.client();
  }

  private async stop(): Promise<void> {
    this.crashes.forget();
    this.wake?.();
    const client = await this.current?.catch(() => undefined);
    this.current = undefined;
    this.status.reset();
    this.files?.dispose();
    await client?.dispose().catch((error: unknown) => this.log.error(String(error)));
  }

  private async launch(): Promise<BaseLanguageClient> {
    this.status.starting();
    const library = await this.clientLibrary();
    const client: BaseLanguageClient = library.createClient(this.context.extensionUri, 'disclosureReport', NAME, { ...this.options(), errorHandler: this.onFailure(library, () => this.crashed(client)) });
    this.live = client;
    client.onNotification(Method.status, (status: DocumentStatus) => this.status.update(client.protocol2CodeConverter.asUri(status.uri), status));
    this.files?.dispose();
    this.files = serveFiles(client);
    if (this.context.storageUri) serveIndex(client, this.context.storageUri);
    client.onDidChangeState(({ newState }) => {
      if (client !== this.live) return;
      this.running = newState === library.State.Running;
      if (newState === library.State.Stopped) this.status.stopped();
      else if (newState === library.State.Starting) this.status.starting();
      else if (newState === library.State.Running) this.status.running();
    });
    try {
      await inTime(client.start());
    } catch (error) {
      await client.dispose().catch(() => undefined);
      throw error;
    }
    // Behind this turn, when `client()` gives it out.
    for (const act of this.starters) setTimeout(() => act(client));
    this.log.info(l10n.t('Language server started, messages in {0}', env.language));
    return client;
  }

  /** The library would start the server again at once and tell of it each time, in English. */
  private onFailure({ CloseAction, ErrorAction }: ClientLibrary, crashed: () => void): NonNullable<LanguageClientOptions['errorHandler']> {
    return {
      error: (_error, _message, count) => ({ action: (count ?? 0) <= MOST_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true }),
      closed: () => {
        crashed();
        return { action: CloseAction.DoNotRestart, handled: true, message: l10n.t('The language server has ended by itself.') };
      },
    };
  }

  /** The server has died. One that never ran is told of by `launch`. */
  private crashed(client: BaseLanguageClient): void {
    if (client !== this.live || !this.running) return;
    this.live = undefined;
    this.running = false;
    this.status.reset();
    this.current = this.revive(client);
    this.current.catch(() => undefined);
  }

  /** Starts it again after a while, or rejects and tells the user. */
  private async revive(dead: BaseLanguageClient): Promise<BaseLanguageClient> {
    for (let wait = this.crashes.next(); wait !== undefined; wait = this.crashes.next()) {
      this.status.starting();
      this.log.warn(l10n.t('The language server is started again after {0} ms.', wait));
      const woken = await this.pause(wait);
      await dead.dispose().catch((error: unknown) => this.log.error(String(error)));
      if (woken) throw new Error(l10n.t('The language server has stopped.'));
      try {
        return await this.launch();
      } catch (error) {
        this.log.error(String(error));
      }
    }
    this.status.stopped();
    const [restart, showLog] = [l10n.t('Restart'), l10n.t('Show Log')];
    void window.showErrorMessage(l10n.t('The language server has ended {0} times within three minutes: annual reports are not checked until it is restarted.', this.crashes.count), restart, showLog).then((chosen) => {
      if (chosen === restart) void this.restart().catch(() => undefined);
      else if (chosen === showLog) this.log.show();
    });
    throw new Error(l10n.t('The language server has stopped.'));
  }

  /** @returns whether it was ended by `wake`. */
  private async pause(ms: number): Promise<boolean> {
    const woken = await new Promise<boolean>((resolve) => {
      this.wake = () => resolve(true);
      setTimeout(() => resolve(false), ms);
    });
    this.wake = undefined;
    return woken;
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: selector,
      diagnosticCollectionName: 'disclosure-report',
      diagnosticPullOptions: { onChange: true, onSave: true },
      outputChannel: this.log,
      initializationOptions: () => ({
        diagnosticDelay: workspace.getConfiguration(SECTION).get(DELAY),
        rulePages: rulePages(this.context).toString(true),
        workspaceFiles: true,
        keepsIndex: this.context.storageUri !== undefined,
        contributedSnippets: true,
      }),
    };
  }
}

/** Rejects when it takes too long. */
async function inTime(started: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(l10n.t('The language server does not answer.'))), MOST_START_MS)));
  await Promise.race([started, tooLate]).finally(() => clearTimeout(timer));
}
