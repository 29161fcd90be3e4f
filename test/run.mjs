// Runs the unit tests: every *.test.ts below the given folders (all of test/ without), but for those of the editor.
import { spawnSync } from 'node:child_process';
import { globSync } from 'tinyglobby';

const folders = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--'));
const files = globSync(folders.length > 0 ? folders.map((folder) => (folder.endsWith('.ts') ? folder : `${folder.replace(/\/$/, '')}/**/*.test.ts`)) : ['test/**/*.test.ts'], { ignore: ['test/editor/**', 'test/editor-host/**', '**/node_modules/**'] }).sort();
if (files.length === 0) throw new Error('no tests found');
const seeded = new URL('./seed.mjs', import.meta.url).href;
console.log(`properties: seed ${process.env.PROPERTY_SEED || 'fixed'} (PROPERTY_SEED=random for new cases, PROPERTY_RUNS=20 for more)`);
const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--import', seeded, '--test', ...flags, ...files], { stdio: 'inherit' });
process.exit(status ?? 1);
