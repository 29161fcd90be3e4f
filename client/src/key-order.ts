import { commands, type Disposable } from 'vscode';
import type { Direction } from '../../server/src/core/writing/moving';

/** True in the editor itself from the first key that moves until the caret leaves the tables: the manifest sets it with the key. */
const MOVING = 'disclosureReport.moving';

/**
 * A key in a table: a move, text to type, or what else the key does. All come by one command: the editor starts
 * a command's extension before its first run, so that one command could overtake another.
 */
export interface HeldKey {
  readonly move?: Direction;
  /** The table is one whose values are the tab stops of a snippet. */
  readonly inSnippet?: boolean;
  readonly text?: string;
  readonly command?: string;
}

/**
 * Keeps keys in the order they were struck. A key that an extension handles takes a moment, and a digit struck right behind
 * Tab would overtake it and land in the cell that is being left. So the key sets a context in which digits are bound
 * to a command that waits for the move. It ends when the caret leaves the tables, not sooner: an end that is still on its way
 * to the editor would cross the next key. All other typing goes the usual way.
 */
export class KeyOrder implements Disposable {
  private last: Promise<unknown> = Promise.resolve();

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

  /** Digits go the usual way again. */
  release(): void {
    void commands.executeCommand('setContext', MOVING, false);
  }

  dispose(): void {
    this.release();
  }

  private then(run: () => Promise<unknown>): Promise<unknown> {
    return (this.last = this.last.then(run).catch(() => undefined));
  }
}
