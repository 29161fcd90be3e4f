import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { bundled, notices, NOTICES, type Bundled } from '../../server/tools/notices';

const root = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-'));
const files = readFileSync(join(__dirname, 'files.txt'), 'utf8').split('\n').filter((file) => file.startsWith('dist/'));
const LICENCES = ['MIT', 'ISC', 'BSD-2-Clause', 'BlueOak-1.0.0', '(MIT AND Zlib)', '(MIT OR GPL-3.0-or-later)'];

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
  let packages: readonly Bundled[];
  before(() => (packages = bundled()));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is what SECURITY.md names, with what it depends on', () => {
    const security = readFileSync(join(root, 'docs/SECURITY.md'), 'utf8');
    const named = packages.filter(({ name }) => security.includes(`\`${name}\``));
    const known = new Set<string>();
    const take = (name: string): void => {
      if (known.has(name)) return;
      known.add(name);
      const { dependencies = {} } = JSON.parse(readFileSync(join(root, packages.find((each) => each.name === name)?.folder ?? join('node_modules', name), 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
      for (const each of Object.keys(dependencies)) if (packages.some((one) => one.name === each)) take(each);
    };
    for (const { name } of named) take(name);
    // A package of one file may hold others: `bundled` says which.
    assert.deepEqual(packages.map(({ name }) => name).filter((name) => !known.has(name)), []);
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
    for (const { name } of named) assert.match(devDependencies[name] ?? '', /^\d+\.\d+\.\d+$/, `${name} has an exact version`);
  });

  it('stands under licences that let us', () => {
    for (const { name, licence } of packages) assert.ok(LICENCES.includes(licence), `${name}: ${licence}`);
  });

  it('brings its licences along', () => {
    assert.equal(readFileSync(join(root, NOTICES), 'utf8').replaceAll('\r\n', '\n'), notices(packages), 'run `npm run notices`');
  });
});
