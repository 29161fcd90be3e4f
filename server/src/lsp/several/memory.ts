import type { Log } from '../log';
import type { IndexStore, Remembered } from './index-store';

/** An index that has changed is kept after this time, in ms: not after every file that is saved. */
const PAUSE = 20_000;

/** What is known of each file of the workspace, as it is on disk. It outlives the session where the client keeps it. */
export class Memory {
  private readonly files = new Map<string, Remembered>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Since it was last kept. */
  private changed = false;
  private saving = false;
  private stopped = false;

  /** @param store absent where nothing can be kept. */
  constructor(
    private readonly log: Log,
    private readonly store: IndexStore | undefined,
  ) {}

  async load(): Promise<void> {
    try {
      const count = (await this.store?.load()) ?? 0;
      if (count > 0) this.log.info(`${count} files known from before`);
    } catch (error) {
      this.log.error('loading the index', error);
    }
  }

  /** What is known of a file that was to be read by this format; `undefined` when it has to be read. */
  of(uri: string, format: string): Remembered | undefined {
    let known = this.files.get(uri);
    if (!known && (known = this.store?.take(uri))) this.files.set(uri, known);
    return known?.format === format ? known : undefined;
  }

  set(uri: string, remembered: Remembered): void {
    this.files.set(uri, remembered);
    this.later();
  }

  delete(uri: string): void {
    if (this.files.delete(uri)) this.later();
  }

  uris(): string[] {
    return [...this.files.keys()];
  }

  /** Files that were read by another format than they are to be read by now. */
  readOtherwise(formatOf: (uri: string) => string): string[] {
    return [...this.files].filter(([uri, { format }]) => format !== formatOf(uri)).map(([uri]) => uri);
  }

  /** All files have been read once, or reading them was given up. */
  settled(): void {
    this.store?.forget();
    if (this.changed) this.save();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private later(): void {
    const waiting = this.changed;
    this.changed = true;
    if (!this.store || this.stopped || waiting) return;
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  private save(): void {
    clearTimeout(this.timer);
    if (this.saving || !this.store) return;
    this.saving = true;
    this.changed = false;
    this.store
      .save(this.files, () => this.stopped)
      .catch((error: unknown) => this.log.error('keeping the index', error))
      .finally(() => {
        this.saving = false;
      });
  }
}
