import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { options, parseCommand } from '../../server/src/cli/arguments';
import { usage } from '../../server/src/cli/usage';
import { root } from './support';

/** Command lines in fenced blocks, comments and redirections left out. */
const commands = (page: string): string[][] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/(?:^|[ :])(?:disclosure-report|dist\/cli\.js|\S*\/dist\/cli\.js) ((?:check|extract|import|export) [^`\n]*?)(?: >.*| {2,}#.*)?$/gm)].map(([, line = '']) => [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''));

describe('what the pages say of the command line', () => {
  for (const [page, least] of [['docs/ci.md', 6], ['README.md', 6], ['docs/word.md', 3]] as const) {
    it(`${page}: every command is understood`, () => {
      const found = commands(page);
      assert.ok(found.length >= least, String(found.length));
      for (const args of found) assert.doesNotThrow(() => parseCommand(args.at(-1) === 'check' ? [...args, 'a.md'] : args), args.join(' '));
    });
  }

  it('--help names every option, in both languages, and no other', () => {
    const known = [...new Set(Object.values(options).flatMap((table) => Object.keys(table)))].sort();
    for (const text of [usage.zh, usage.en]) assert.deepEqual([...new Set([...text.matchAll(/(?<=\s)--([a-z-]+)/g)].map(([, name]) => name))].sort(), known);
  });
});
