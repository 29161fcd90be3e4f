import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse } from '../../server/src/core/analyse';

const folder = new URL('./', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const drafts = readdirSync(folder).filter((name) => /\.(md|txt|nianbao)$/.test(name) && name !== 'README.md');

/** `file:line code severity`, as the README lists the faults: `| [file](file) | 12 | `code` | severity | … |`. */
const listed = read('README.md')
  .split('\n')
  .flatMap((line) => {
    const match = /^\| (\S+) \| (\d+) \| `([a-z-]+)` \| \S+ (\w+) \|/.exec(line);
    return match ? [{ file: match[1] ?? '', line: Number(match[2]), fault: `${match[2]} ${match[3]} ${match[4]}` }] : [];
  });

function found(name: string): string[] {
  const { document, findings } = analyse(read(name), { assumeReport: name.endsWith('.nianbao') });
  return findings.map(({ code, severity, span }) => `${document.source.positionAt(span.start).line + 1} ${code} ${severity}`);
}

describe('samples', () => {
  it('lists faults of existing drafts only', () => {
    assert.ok(listed.length >= 20);
    for (const { file } of listed) assert.ok(drafts.includes(file), file);
  });

  for (const name of drafts) {
    it(`${name}: exactly the faults the README lists`, () => {
      assert.deepEqual(found(name).sort(), listed.filter(({ file }) => file === name).map(({ fault }) => fault).sort());
    });
  }
});
