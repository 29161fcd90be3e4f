import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const present = spawnSync('nvim', ['--version']).status === 0;

describe('Neovim', () => {
  it('shows the findings, pushed, and applies a fix as a plain edit', { skip: present ? false : 'nvim is not on this machine' }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'neovim-'));
    const [server, draft, out] = ['server.js', 'draft.md', 'out.txt'].map((name) => join(folder, name)) as [string, string, string];
    await build({ entryPoints: [path('../../server/src/node.ts')], outfile: server, bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], logLevel: 'silent' });
    const before = path('../samples/markdown.md');
    copyFileSync(before, draft);
    const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-S', path('./check.lua')], { env: { ...process.env, SERVER: server, DRAFT: draft, OUT: out }, timeout: 60_000 });
    assert.equal(run.status, 0, String(run.stderr));
    const said = readFileSync(out, 'utf8').trim().split('\n');
    assert.deepEqual(said, ['before 7 prose-total 2', 'before 22 blank-cell 2', 'before 41 row-total 1', 'fix 改为 9', 'after 7 prose-total 2', 'after 22 blank-cell 2']);
    const changed = readFileSync(draft, 'utf8').split('\n');
    const lines = readFileSync(before, 'utf8').split('\n').flatMap((line, i) => (line === changed[i] ? [] : [[line, changed[i]]]));
    assert.deepEqual(lines, [['| 一、本年新收政府信息公开申请数量 |  |  | 6 | 2 | 0 | 0 | 1 | 0 | 8 |', '| 一、本年新收政府信息公开申请数量 |  |  | 6 | 2 | 0 | 0 | 1 | 0 | 9 |']]);
  });
});
