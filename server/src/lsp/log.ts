import type { RemoteConsole } from 'vscode-languageserver';

/** The log the user sees in the editor's output channel. What is said `once` is not repeated, for analysis runs at every key. */
export class Log {
  private readonly said = new Set<string>();

  constructor(private readonly console: RemoteConsole) {}

  info(text: string): void {
    this.console.info(text);
  }

  warn(text: string): void {
    this.console.warn(text);
  }

  /** @param where what was being done. */
  error(where: string, error: unknown): void {
    this.console.error(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  once(key: string, say: () => void): void {
    if (this.said.has(key)) return;
    if (this.said.size >= 1000) this.said.clear();
    this.said.add(key);
    say();
  }
}
