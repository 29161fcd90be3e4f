import { readFileSync } from 'node:fs';

export const faultless = readFileSync(new URL('../samples/faultless.md', import.meta.url), 'utf8');

const NEW_ROW = '| 9 | 3 | 0 | 0 | 0 | 0 | 12 |';
/** The same with one wrong number: the total of row 一. */
export const wrongTotal = faultless.replace(NEW_ROW, NEW_ROW.replace('12', '13'));
if (wrongTotal === faultless) throw new Error('the sample has changed');
