import { build } from 'esbuild';
import { existsSync, statSync } from 'node:fs';

/** Sizes in KB: of the package, where it has been built, and of what is loaded when a draft opens. */
export async function sizes(root, out) {
  const size = (file) => (existsSync(`${root}/${file}`) ? statSync(`${root}/${file}`).size / 1024 : NaN);
  const empty = async (name, contents, external) => {
    await build({ stdin: { contents, resolveDir: root, loader: 'ts' }, bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'es2022', mainFields: ['module', 'main'], legalComments: 'none', external, outfile: `${out}/${name}.js` });
    return statSync(`${out}/${name}.js`).size / 1024;
  };
  return {
    client: size('dist/client/node.js'),
    server: size('dist/server/node.js'),
    vsix: size('dist/disclosure-report.vsix'),
    emptyClient: await empty('empty-client', "import { LanguageClient } from 'vscode-languageclient/node'; export const activate = () => new LanguageClient('a', 'b', { module: 'c' }, {}).start();", ['vscode']),
    emptyServer: await empty('empty-server', "import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'; const connection = createConnection(ProposedFeatures.all); connection.onInitialize(() => ({ capabilities: {} })); connection.listen();", []),
  };
}
