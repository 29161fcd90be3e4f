// One run of the suite in desktop VS Code, as a process of its own so that it can stand behind xvfb-run.
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from './install.mjs';

const [folder, path] = process.argv.slice(2);
await runTests({
  ...(path ? { vscodeExecutablePath: path } : { version: 'stable' }),
  extensionDevelopmentPath: root, extensionTestsPath: join(root, 'dist-test/suite.js'),
  launchArgs: [folder, '--disable-extensions', '--locale', 'en'],
}).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
