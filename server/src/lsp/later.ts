import type { CancellationToken } from 'vscode-languageserver';

/** Resolves after `ms`, at once when it is not positive or as soon as the request is cancelled. */
export function pause(ms: number, token: CancellationToken): Promise<void> {
  if (ms <= 0 || token.isCancellationRequested) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, ms);
    const listener = token.onCancellationRequested(done);
  });
}

/** One thing to do later for each document; setting another takes the place of the one before. */
export class Timers {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  set(uri: string, ms: number, act: () => void): void {
    this.clear(uri);
    this.timers.set(
      uri,
      setTimeout(() => {
        this.timers.delete(uri);
        act();
      }, ms),
    );
  }

  clear(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
  }

  clearAll(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }
}
