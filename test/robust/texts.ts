import { readFileSync } from 'node:fs';

export const faultless = readFileSync(new URL('../samples/faultless.md', import.meta.url), 'utf8');
