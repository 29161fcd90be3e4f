/**
 * Writes everything that is derived from the declarations: run by `npm run generate`, deterministic, and only files whose
 * content changes are touched. With `--check` nothing is written and a stale file ends the run with 1.
 */
import { readFileSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { configSchema } from './generate/config-schema';
import { grammarFiles } from './generate/grammar';
import { readme, ruleIndexPage } from './generate/rule-index';
import { rulePages } from './generate/rule-pages';
import { settingsFiles } from './generate/settings';
import { snippetsFile } from './generate/snippets';
import type { GeneratedFile, ReadFile } from './generate/types';

const root = join(__dirname, '..', '..');

const read: ReadFile = (path) => {
  const absolute = join(root, path);
  return existsSync(absolute) ? readFileSync(absolute, 'utf8') : undefined;
};

/** Every generated file with the content it should have now. */
export function generatedFiles(): GeneratedFile[] {
  return [...settingsFiles(read), snippetsFile(), ...grammarFiles(), configSchema(), ...rulePages(read), ruleIndexPage(), ...readme(read)];
}

/** Paths whose content differs from what is generated. */
export const staleFiles = (): string[] => generatedFiles().filter(({ path, content }) => read(path) !== content).map(({ path }) => path);

function main(): void {
  const check = process.argv.includes('--check');
  for (const { path, content } of generatedFiles()) {
    if (read(path) === content) continue;
    if (check) {
      console.log(`stale: ${path}`);
      process.exitCode = 1;
      continue;
    }
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    console.log(`written: ${relative(process.cwd(), join(root, path))}`);
  }
}

if (require.main === module) main();
