import type { Rule } from './types';

/** Every rule, in the order its findings are told apart when they stand at the same place. */
export const rules: readonly Rule[] = [];
