import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features';
import type { Log } from './log';
import { isObject } from './options';
import { parseSettings, SECTION, type Settings } from './settings';

/** The settings of each document: asked from the client where it can be asked, else as it sent them. */
export class SettingsStore {
  private readonly known = new Map<string, Promise<Settings>>();
  private shared: Settings;

  /** @param initial the section as the client sent it with `initialize`, if it did. */
  constructor(
    private readonly connection: Connection,
    private readonly features: ClientFeatures,
    private readonly log: Log,
    initial: unknown,
  ) {
    this.shared = this.parse(initial);
  }

  /** The same object until something changes. Never rejects. */
  of(uri: string): Promise<Settings> {
    if (!this.features.configuration) return Promise.resolve(this.shared);
    let settings = this.known.get(uri);
    if (!settings) this.known.set(uri, (settings = this.ask(uri)));
    return settings;
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }

  /** Listens for changes. @param changed is called when settings may differ from before. */
  listen(changed: () => void): void {
    this.connection.onDidChangeConfiguration(({ settings }: { settings?: unknown }) => {
      this.known.clear();
      if (!this.features.configuration) this.shared = this.parse(isObject(settings) && SECTION in settings ? settings[SECTION] : settings);
      changed();
    });
  }

  /** The client may be asked from now on. (A connection keeps one `onInitialized` handler: the server's.) */
  initialized(): void {
    if (!this.features.configuration || !this.features.registerConfiguration) return;
    this.connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch((error: unknown) => this.log.error('registering for settings changes', error));
  }

  private async ask(uri: string): Promise<Settings> {
    try {
      const section: unknown = await this.connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
      return isObject(section) ? this.parse(section) : this.shared;
    } catch (error) {
      this.log.once('configuration', () => this.log.error('workspace/configuration', error));
      return this.shared;
    }
  }

  private parse(section: unknown): Settings {
    return parseSettings(section, (text) => this.log.once(text, () => this.log.warn(text)));
  }
}
