import { commands, type Disposable } from 'vscode';

/** True in the editor itself from the key that moves until its move is done: the manifest sets it with the key. */
const MOVING = 'disclosureReport.moving';

/** Keys struck this soon behind a move or behind each other still go the same way, in ms. */
const QUIET = 150;

/** A key that was struck behind a move: text to type, or what else the key does. */
export interface HeldKey {
  readonly text?: string;
  readonly command?: string;
}

/**
 * Keeps keys in the order they were struck. A key that an extension handles takes a moment, and a digit struck right behind
 * Tab would overtake it and land in the cell that is being left. So the key sets a context in which digits are bound
 * to a command that waits for the move. Only for that moment: all other typing goes the usual way.
 */
export class KeyOrder implements Disposable {
  private last: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.release();
  }

  /** Runs a move when all that was struck before it is done. */
  move(run: () => Promise<unknown>): Promise<unknown> {
    return this.then(run);
  }

  /** Does what a key does, behind the moves before it. */
  held({ text, command }: HeldKey): Promise<unknown> {
    return this.then(async () => {
      if (text !== undefined) await commands.executeCommand('type', { text });
      else if (command !== undefined) await commands.executeCommand(command);
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.release();
  }

  private then(run: () => Promise<unknown>): Promise<unknown> {
    clearTimeout(this.timer);
    return (this.last = this.last
      .then(run)
      .catch(() => undefined)
      .finally(() => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.release(), QUIET);
      }));
  }

  private release(): void {
    void commands.executeCommand('setContext', MOVING, false);
  }
}
