import type { Feature } from '../session';

/** What can be asked about several reports at once. */
export const severalFeatures: readonly Feature[] = [];
