import { listFiles, PackageManager } from '@vscode/vsce';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';

const root = join(__dirname, '..', '..');
const MOST_BYTES = 1.5 * 1024 * 1024;

describe('the package', async () => {
  const expected = readFileSync(join(__dirname, 'files.txt'), 'utf8').trim().split('\n');
  const packed = (await listFiles({ cwd: root, packageManager: PackageManager.None })).sort();
  const built = (file: string): boolean => file.startsWith('dist/');

  it('holds the files of files.txt and no others', () => {
    assert.deepEqual(packed.filter((file) => !built(file)), expected.filter((file) => !built(file)));
    // Not everybody has built; what is there must be expected.
    assert.deepEqual(packed.filter((file) => built(file) && !expected.includes(file)), []);
  });

  it('holds what is built', () => {
    const outfiles = [...readFileSync(join(root, 'esbuild.mjs'), 'utf8').matchAll(/outfile: '([^']+)'/g)].map(([, path = '']) => path);
    assert.deepEqual(outfiles.sort(), expected.filter(built));
  });

  it('is small', { skip: !expected.every((file) => existsSync(join(root, file))) && 'not built' }, () => {
    const bytes = packed.reduce((sum, file) => sum + deflateRawSync(readFileSync(join(root, file))).length, 0);
    assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
  });
});
