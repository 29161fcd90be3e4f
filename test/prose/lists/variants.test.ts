import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../../server/src/core/analyse';
import { readPassages } from '../passages';

/** What is found, as code and text without space and width: the same however the draft is written down. */
function found(text: string, only: ReadonlySet<string>): string[] {
  return analyse(text)
    .findings.filter(({ code }) => only.has(code))
    .map(({ code, span }) => `${code} ${text.slice(span.start, span.end).replace(/\s/g, '')}`)
    .sort();
}

const isProse = (line: string): boolean => !line.startsWith('|') && !line.startsWith('#');
const inProse = (text: string, change: (line: string) => string): string => text.split('\n').map((line) => (isProse(line) ? change(line) : line)).join('\n');

describe('the same prose written down otherwise', () => {
  const passages = readPassages('lists/');
  const variants: readonly (readonly [string, (text: string) => string])[] = [
    ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text) => `\ufeff${text}`],
    ['with spaces around numbers', (text) => inProse(text, (line) => line.replace(/(?<=[\u4e00-\u9fff])(\d[\d.,]*)(?=[\u4e00-\u9fff])/g, ' $1 '))],
    ['indented as in a Word dump', (text) => inProse(text, (line) => (line.trim() === '' ? line : `　　${line}`))],
  ];
  for (const [name, change] of variants) {
    it(name, () => {
      for (const passage of passages) assert.deepEqual(found(change(passage.text), passage.only), found(passage.text, passage.only), `${passage.file}:${passage.line} ${passage.name}`);
    });
  }
});
