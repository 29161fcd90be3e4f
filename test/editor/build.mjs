// Bundles the suite into one file that runs in the Node and in the web worker extension host alike.
import { build } from 'esbuild';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
await build({
  absWorkingDir: root, entryPoints: ['test/editor/suite/index.ts'], outfile: 'dist-test/suite.js', bundle: true, format: 'cjs', platform: 'browser', target: 'es2022',
  mainFields: ['browser', 'module', 'main'], external: ['vscode', 'node:*'], sourcemap: 'inline', logLevel: 'warning', nodePaths: [join(root, 'test/editor-host/node_modules')],
  // Mocha's wrapper would overwrite the exports of the bundle.
  define: { module: 'undefined', exports: 'undefined', global: 'globalThis', 'process.env.NODE_DEBUG': 'false' },
});
