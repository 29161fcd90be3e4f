import { build } from 'esbuild';
const base = { bundle: true, minify: true, target: 'es2022', legalComments: 'none', mainFields: ['module', 'main'] };
await Promise.all([
  build({ ...base, entryPoints: ['server/src/node.ts'], outfile: 'dist/server/node.js', platform: 'node', format: 'cjs' }),
  build({ ...base, entryPoints: ['server/src/browser.ts'], outfile: 'dist/server/browser.js', platform: 'browser', format: 'iife' }),
  build({ ...base, entryPoints: ['server/src/cli.ts'], outfile: 'dist/cli.js', platform: 'node', format: 'cjs', banner: { js: '#!/usr/bin/env node' } }),
]);
