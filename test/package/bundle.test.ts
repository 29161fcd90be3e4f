import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const root = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-'));
const files = readFileSync(join(__dirname, 'files.txt'), 'utf8').split('\n').filter((file) => file.startsWith('dist/'));
const LICENCES = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];

function bundle(cwd: string, out: string): (file: string) => Buffer {
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.mjs', `--out=${out}`], { cwd, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return (file) => readFileSync(join(out, file.replace(/^dist/, '')));
}

describe('the bundle', () => {
  it('is the same to the byte when built again, and built in another place', () => {
    const elsewhere = join(folder, 'another place');
    for (const each of ['client', 'server', 'package.json', 'esbuild.mjs', 'tsconfig.json']) cpSync(join(root, each), join(elsewhere, each), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'), 'junction');
    const [first, again, moved] = [bundle(root, join(folder, '1')), bundle(root, join(folder, '2')), bundle(elsewhere, join(folder, '3'))];
    for (const file of files) {
      assert.ok(first(file).equals(again(file)), `${file} built again`);
      assert.ok(first(file).equals(moved(file)), `${file} built in another place`);
      assert.ok(!first(file).includes(root) && !first(file).includes(folder), `${file} names a path of the machine`);
    }
  });
});

describe('what is bundled', () => {
  const packages = new Set<string>();
  before(() => {
    const { stdout, stderr } = spawnSync(process.execPath, ['esbuild.mjs', '--inputs', `--out=${join(folder, 'inputs')}`], { cwd: root, encoding: 'utf8' });
    for (const [, name = ''] of stdout.matchAll(/node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\/(?!.*node_modules)/g)) packages.add(name);
    assert.ok(packages.size > 0, stderr);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is what SECURITY.md names, with what it depends on', () => {
    const named = [...readFileSync(join(root, 'docs/SECURITY.md'), 'utf8').matchAll(/`([a-z][a-z0-9-]+)`/g)].map(([, name = '']) => name).filter((name) => packages.has(name));
    const manifest = (name: string): { dependencies?: Record<string, string>; license?: string } => JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as never;
    const known = new Set<string>();
    const take = (name: string): void => {
      if (known.has(name)) return;
      known.add(name);
      for (const each of Object.keys(manifest(name).dependencies ?? {})) take(each);
    };
    named.forEach(take);
    assert.deepEqual([...packages].filter((name) => !known.has(name)), []);
    for (const name of packages) assert.ok(LICENCES.includes(manifest(name).license ?? ''), `${name}: ${manifest(name).license}`);
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
    for (const name of named) assert.match(devDependencies[name] ?? '', /^\d+\.\d+\.\d+$/, `${name} has an exact version`);
    console.log(`bundled: ${[...packages].sort().map((name) => `${name} (${manifest(name).license})`).join(', ')}`);
  });
});
