import type * as Office from '../office';

/** The bundle for Word and web pages, read when it is used: checking does without. Beside this one when shipped (see esbuild.mjs). */
export const office = (): Promise<typeof Office> => import('../office');
