// Builds what is shipped: client and server for both kinds of host, and the command line. `--print` shows the sizes,
// `--out=FOLDER` builds elsewhere than in dist/, `--inputs` prints the sources that went in.
import { chmodSync } from 'node:fs';
import * as esbuild from 'esbuild';

const base = {
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  // Else every Chinese character is written as \\uXXXX, twice as long.
  charset: 'utf8',
  metafile: true,
  // The `main` of some packages is UMD, whose requires no bundler can follow.
  mainFields: ['module', 'main'],
  // The package's index drags in a serialiser with the entity tables of another version; only the parser is used.
  alias: { htmlparser2: './node_modules/htmlparser2/dist/esm/Parser.js' },
};
const node = { ...base, platform: 'node', format: 'cjs' };
const browser = { ...base, platform: 'browser' };

const out = process.argv.find((each) => each.startsWith('--out='))?.slice('--out='.length) ?? 'dist';
const build = (options) => esbuild.build({ ...options, outfile: options.outfile.replace(/^dist/, () => out) });

/** The command line loads what is made for Word from the file beside it, and only when asked to import or export. */
const officeBeside = { name: 'office', setup: ({ onResolve }) => onResolve({ filter: /^\.\.\/office$/ }, () => ({ path: './office.js', external: true })) };

const results = await Promise.all([
  build({ ...node, entryPoints: ['client/src/node.ts'], outfile: 'dist/client/node.js', external: ['vscode'] }),
  build({ ...browser, entryPoints: ['client/src/browser.ts'], outfile: 'dist/client/browser.js', format: 'cjs', external: ['vscode'], mainFields: ['browser', 'module', 'main'] }),
  // The script of the preview's page.
  build({ ...browser, entryPoints: ['client/webview/page.ts'], outfile: 'dist/client/preview.js', format: 'iife' }),
  build({ ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server/node.js' }),
  // A worker of the web host may not import a second script: one file.
  build({ ...browser, entryPoints: ['server/src/browser.ts'], outfile: 'dist/server/browser.js', format: 'iife', mainFields: ['browser', 'module', 'main'] }),
  // Loaded when a report is imported or exported: by `require` from Node, as a worker in the web host.
  build({ ...browser, entryPoints: ['server/src/office.ts'], outfile: 'dist/office.js', format: 'iife', globalName: 'office', footer: { js: "if (typeof module === 'object') module.exports = office;" }, mainFields: ['browser', 'module', 'main'] }),
  // tinyglobby asks for its own URL, which a CommonJS bundle has to be told.
  build({ ...node, entryPoints: ['server/src/cli.ts'], outfile: 'dist/cli.js', banner: { js: "#!/usr/bin/env node\nconst importMetaUrl = require('node:url').pathToFileURL(__filename).href;" }, define: { 'import.meta.url': 'importMetaUrl' }, plugins: [officeBeside], supported: { 'dynamic-import': false } }),
]);
chmodSync(`${out}/cli.js`, 0o755);

if (process.argv.includes('--print')) {
  for (const { metafile } of results) for (const [file, { bytes }] of Object.entries(metafile.outputs)) console.log(`${file}  ${(bytes / 1024).toFixed(0)} KB`);
}
if (process.argv.includes('--inputs')) for (const { metafile } of results) for (const file of Object.keys(metafile.inputs)) console.log(file);
