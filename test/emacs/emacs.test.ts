import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const present = spawnSync('emacs', ['--batch', '--eval', '(progn (package-initialize) (require (quote eglot)))']).status === 0;

describe('Emacs with Eglot', () => {
  it('shows the findings and applies a fix as a plain edit', { skip: present ? false : 'Emacs with Eglot is not on this machine' }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'emacs-'));
    const [server, draft, out] = ['server.js', 'draft.md', 'out.txt'].map((name) => join(folder, name)) as [string, string, string];
    await build({ entryPoints: [path('../../server/src/node.ts')], outfile: server, bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], logLevel: 'silent' });
    const before = path('../samples/markdown.md');
    copyFileSync(before, draft);
    const run = spawnSync('emacs', ['--batch', '-l', path('./check.el')], { env: { ...process.env, LANG: 'C.UTF-8', SERVER: server, DRAFT: draft, OUT: out }, timeout: 60_000 });
    assert.equal(run.status, 0, String(run.stderr));
    assert.deepEqual(readFileSync(out, 'utf8').split('\n'), ['before 7 eglot-warning', 'before 22 eglot-warning', 'before 41 eglot-error', 'fix Change to 9', 'after 7 eglot-warning', 'after 22 eglot-warning']);
    const changed = readFileSync(draft, 'utf8').split('\n');
    const lines = readFileSync(before, 'utf8').split('\n').flatMap((line, i) => (line === changed[i] ? [] : [[line, changed[i]]]));
    assert.deepEqual(lines, [['| 一、本年新收政府信息公开申请数量 |  |  | 6 | 2 | 0 | 0 | 1 | 0 | 8 |', '| 一、本年新收政府信息公开申请数量 |  |  | 6 | 2 | 0 | 0 | 1 | 0 | 9 |']]);
  });
});
