import { env, l10n, window, workspace, type Disposable, type ExtensionContext, type LogOutputChannel, type Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, State } from 'vscode-languageclient';
import { selector } from './languages';
import { Method, type DocumentStatus } from './protocol';
import { rulePages } from './rule-pages';
import type { StatusItem } from './status';
import { serveIndex } from './index-file';
import { serveFiles } from './workspace-files';

/** The client library of one kind of host. */
export interface ClientLibrary {
  /** @param extension where the extension is installed. */
  createClient(extension: Uri, id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
  readonly State: typeof State;
}

export const NAME = '政府信息公开年报';
const SECTION = 'disclosureReport';
const DELAY = 'diagnosticDelay';

/** The language server as the rest of the client sees it: started when first needed, replaced when restarted. */
export class Service {
  private current: Promise<BaseLanguageClient> | undefined;
  private files: Disposable | undefined;
  private running = false;
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

  /** The running client. Rejects when the server cannot be started; the next call tries again. */
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
    const client = await this.current?.catch(() => undefined);
    this.current = undefined;
    this.status.reset();
    this.files?.dispose();
    await client?.dispose().catch((error: unknown) => this.log.error(String(error)));
  }

  private async launch(): Promise<BaseLanguageClient> {
    this.status.starting();
    const { createClient, State } = await this.clientLibrary();
    const client = createClient(this.context.extensionUri, 'disclosureReport', NAME, this.options());
    client.onNotification(Method.status, (status: DocumentStatus) => this.status.update(client.protocol2CodeConverter.asUri(status.uri), status));
    this.files?.dispose();
    this.files = serveFiles(client);
    if (this.context.storageUri) serveIndex(client, this.context.storageUri);
    client.onDidChangeState(({ newState }) => {
      this.running = newState === State.Running;
      if (newState === State.Stopped) this.status.stopped();
      else if (newState === State.Starting) this.status.starting();
      else if (newState === State.Running) this.status.running();
    });
    await client.start();
    // Behind this turn, when `client()` gives it out.
    for (const act of this.starters) setTimeout(() => act(client));
    this.log.info(l10n.t('Language server started, messages in {0}', env.language));
    return client;
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
