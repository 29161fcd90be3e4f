import type { analyse } from '../core';

/** What the server is given by the place it runs in. It reads no files itself. */
export interface ServerHost {
  /** Version of the product: findings link to the rule pages of that version. */
  readonly version: string;
  /** The current year. A report whose year nothing tells is taken to be about the year before. */
  year(): number;
  /** Takes the place of the core's analysis (tests). */
  readonly analyse?: typeof analyse;
  /** How long findings about the row being typed at are held back, in ms (tests). */
  readonly heldBackFor?: number;
}
